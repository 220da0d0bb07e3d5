interface Named {
  id: string;
  parentId: string | null;
  name: string;
}

/** Every unit with a name that tells it from others of the same name. */
export function unitPaths(units: readonly Named[]): { value: string; label: string }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (id: string | null, depth = 0): string[] => {
    const unit = id === null || depth > 8 ? undefined : byId.get(id);
    return unit ? [...pathOf(unit.parentId, depth + 1), unit.name] : [];
  };
  return units
    .map(({ id }) => ({ value: id, label: pathOf(id).join(' / ') }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

/** The units directly below each; those of an unknown parent stand at the top. */
export function childrenOf<U extends Named>(units: readonly U[]): ReadonlyMap<string | null, readonly U[]> {
  const ids = new Set(units.map((unit) => unit.id));
  return Map.groupBy(units, (unit) => (unit.parentId && ids.has(unit.parentId) ? unit.parentId : null));
}

/** Some units and all above them. */
export function withAncestors(units: readonly Named[], ids: Iterable<string>): Set<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Set<string>();
  for (const id of ids) {
    for (let at = byId.get(id); at && !found.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined)
      found.add(at.id);
  }
  return found;
}

/** Some units and all below them. */
export function withDescendants(units: readonly Named[], ids: Iterable<string>): Set<string> {
  const below = childrenOf(units);
  const found = new Set<string>();
  const walk = (at: string) => {
    if (found.has(at)) return;
    found.add(at);
    for (const unit of below.get(at) ?? []) walk(unit.id);
  };
  for (const id of ids) walk(id);
  return found;
}

/** A text without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The units whose names, or former ones, hold every word that is looked for. */
export function unitsNamed<U extends Named & { origin: string | null }>(units: readonly U[], wanted: string): U[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return units.filter(({ name, origin }) => {
    const text = plain(`${name} ${origin ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}
