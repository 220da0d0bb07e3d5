import { packPair } from './pair-key.ts';
import type { MatchPerson } from './round-input.ts';
import type { Vocabulary } from './words.ts';

/** Units as paths from the largest to the smallest; people of one path are of one unit. */
export interface Units {
  /** Smallest unit by number, −1 when unknown; people per unit beside it. */
  unit: Int32Array;
  unitSize: number[];
  unitName: string[];
  /** Path of each unit, by the numbers of its words. */
  unitPath: Int32Array[];
}

const MOST_LEVELS = 7;

/** Numbers the units of these people. */
export function readUnits(people: readonly MatchPerson[], vocabulary: Vocabulary): Units {
  const known = new Map<string, number>();
  const units: Units = {
    unit: new Int32Array(people.length).fill(-1),
    unitSize: [],
    unitName: [],
    unitPath: [],
  };
  for (const [place, { unit = [] }] of people.entries()) {
    const path = unit.map((name) => vocabulary.numberOf(name));
    if (path.every((word) => word === -1)) continue;
    const key = path.join();
    const number = known.get(key) ?? known.size;
    if (number === known.size) {
      known.set(key, number);
      units.unitSize.push(0);
      units.unitName.push(unit.map((name) => name.trim()).join(' / '));
      units.unitPath.push(Int32Array.from(path));
    }
    units.unit[place] = number;
    units.unitSize[number] += 1;
  }
  return units;
}

/** The number of the boundary between two people's units, −1 when there is none or it is unknown. */
export function boundaryKey(unit: Int32Array, a: number, b: number): number {
  const one = unit[a];
  const other = unit[b];
  if (one < 0 || other < 0 || one === other) return -1;
  return packPair(one, other, unit.length);
}

/** Levels of the tree that two units have in common from the top, at most 7; none where one is unknown. */
export function levelsShared({ unitPath }: Units, one: number, other: number): number {
  if (one === -1 || other === -1) return 0;
  const mine = unitPath[one];
  const theirs = unitPath[other];
  const most = Math.min(mine.length, theirs.length, MOST_LEVELS);
  let level = 0;
  while (level < most && mine[level] === theirs[level]) level += 1;
  return level;
}
