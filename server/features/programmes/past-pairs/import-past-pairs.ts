import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import { findHosted } from '../find-programme.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { insertPastPairs, selectPeopleByKey } from './past-pairs.queries.ts';
import { type PairFault, readPairs } from './past-pairs.rules.ts';

/** How many lines could be read, whether or not the directory knows whom they name. */
export interface ReadPastPairs {
  read: number;
  faults: PairFault[];
}

const FAULTS_TOLD = 100;

export async function importPastPairs(
  { db, log }: ProgrammesDeps,
  who: Who,
  id: string,
  text: string,
): Promise<ReadPastPairs> {
  return db.asPerson(who, async (scope) => {
    await findHosted(scope, who, id);
    const { pairs, faults } = readPairs(text);
    if (pairs.length === 0) return fail('programmes.unreadable-pairs');
    const known = await selectPeopleByKey(scope, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
    const both = pairs.flatMap(({ a, b, on }) => {
      const [one, other] = [known.get(a), known.get(b)];
      if (!one || !other || one === other) return [];
      return [one < other ? { a: one, b: other, on } : { a: other, b: one, on }];
    });
    await insertPastPairs(scope, id, both);
    await log.write(scope, { action: 'programmes.import-pairs', about: { programmeId: id, lines: pairs.length } });
    return { read: pairs.length, faults: faults.slice(0, FAULTS_TOLD) };
  });
}
