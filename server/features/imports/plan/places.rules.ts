import { foldedText, type SiteRow, type UnitRow } from '#server/features/people/people.ts';

/** Folds each name once: a large file repeats few names often. */
function keys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? (foldedText(name) || name.trim());
    known.set(name, key);
    return key;
  };
}

/** The tree of units by path; a path that is not there yet is grown. Spelling and case do not make a new unit. */
export function createUnits(known: readonly UnitRow[], newId: () => string) {
  const keyOf = keys();
  const rows = new Map(known.map((unit) => [unit.unitId, unit]));
  const children = new Map<string, string>();
  const added: UnitRow[] = [];
  const place = (parentId: string | null, name: string) => `${parentId ?? ''}/${keyOf(name)}`;
  for (const unit of known) {
    const key = place(unit.parentId, unit.name);
    if (!children.has(key)) children.set(key, unit.unitId);
  }
  return {
    added,
    /** The unit at a path, null for an empty one. */
    at(path: readonly string[]): string | null {
      let parentId: string | null = null;
      for (const name of path) {
        const key = place(parentId, name);
        let unitId = children.get(key);
        if (unitId === undefined) {
          unitId = newId();
          const unit = { unitId, parentId, name };
          children.set(key, unitId);
          rows.set(unitId, unit);
          added.push(unit);
        }
        parentId = unitId;
      }
      return parentId;
    },
    /** 'Division / Department / Team' */
    pathOf(unitId: string | null): string {
      const names: string[] = [];
      for (let at = unitId; at !== null && names.length < 20; at = rows.get(at)?.parentId ?? null) {
        names.unshift(rows.get(at)?.name ?? '');
      }
      return names.join(' / ');
    },
  };
}

/** Sites by name; one that is not there yet is opened. */
export function createSites(known: readonly SiteRow[], newId: () => string) {
  const keyOf = keys();
  const byName = new Map(known.map((site) => [keyOf(site.name), site]));
  const byId = new Map(known.map((site) => [site.siteId, site]));
  const added: SiteRow[] = [];
  return {
    added,
    named(name: string): string {
      const site = byName.get(keyOf(name)) ?? { siteId: newId(), name };
      if (!byId.has(site.siteId)) {
        byName.set(keyOf(name), site);
        byId.set(site.siteId, site);
        added.push(site);
      }
      return site.siteId;
    },
    nameOf: (siteId: string | null): string => (siteId === null ? '' : (byId.get(siteId)?.name ?? '')),
  };
}
