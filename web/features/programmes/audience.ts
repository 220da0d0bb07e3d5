import type { Audience } from '#contract/programmes.ts';

/** For whom a programme is. */
export interface Chosen {
  audience: Audience;
  unitId?: string;
}

export interface UnitPlace {
  id: string;
  name: string;
}

interface Unit extends UnitPlace {
  parentId: string | null;
}

/** Units somebody may host for: their own, then those below it; for stewards all others. */
export function unitsToHost(mine: UnitPlace | undefined, units: readonly Unit[], isSteward: boolean): UnitPlace[] {
  if (!mine) return [];
  if (isSteward) return [mine, ...units.filter(({ id }) => id !== mine.id)];
  const found = [mine];
  // The list grows while it is walked, so each round reaches one level deeper.
  for (const { id: parent } of found) found.push(...units.filter(({ parentId }) => parentId === parent));
  return found;
}

/** What is chosen before anybody chooses. */
export function firstAudience([mine]: readonly UnitPlace[], isSteward: boolean): Chosen {
  if (isSteward) return { audience: 'everyone' };
  return mine ? { audience: 'unit', unitId: mine.id } : { audience: 'link' };
}
