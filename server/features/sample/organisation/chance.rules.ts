import { createHash } from 'node:crypto';
import { createRandom } from '#engine/random.ts';

/** Draws that repeat with their seed. */
export interface Chance {
  /** True in `share` of all cases, 0 to 1. */
  isTrue(share: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T;
  /** `most` of a list, in random order; all of a shorter one. */
  some<T>(list: readonly T[], most: number): T[];
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const chance: Chance = {
    isTrue: (share) => random.next() < share,
    between: (from, to) => from + random.below(to - from + 1),
    one: (list) => {
      const found = list[random.below(list.length)];
      if (found === undefined) throw new Error('A draw from an empty list.');
      return found;
    },
    some: (list, most) => {
      const left = [...list];
      const drawn = [];
      while (drawn.length < most && left.length > 0) drawn.push(...left.splice(random.below(left.length), 1));
      return drawn;
    },
  };
  return chance;
}

/** The id of a thing by its name: the same in every sample organisation. */
export function idOf(kind: string, name: string | number): string {
  const hex = createHash('sha256').update(`sample ${kind} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
