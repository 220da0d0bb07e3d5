import { foldedText, type UnitRow } from '#server/features/people/people.ts';

/** Why a unit may not bear a name and stand below another, if it may not. */
export function whyNotPlace(
  units: readonly UnitRow[],
  unit: { unitId: string | null; parentId: string | null; name: string },
): 'not-found' | 'directory.unit-below-itself' | 'directory.unit-name-taken' | undefined {
  const byId = new Map(units.map((row) => [row.unitId, row]));
  if (unit.parentId !== null && !byId.has(unit.parentId)) return 'not-found';
  const seen = new Set<string>();
  for (let at = unit.parentId; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (at === unit.unitId) return 'directory.unit-below-itself';
    seen.add(at);
  }
  const isTwin = (row: UnitRow) =>
    row.unitId !== unit.unitId && row.parentId === unit.parentId && foldedText(row.name) === foldedText(unit.name);
  return units.some(isTwin) ? 'directory.unit-name-taken' : undefined;
}
