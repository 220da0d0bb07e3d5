import { expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { TIER, TIERS } from '../aims/tiers.ts';
import { eachPartition } from '../brute-force.test-helper.ts';
import { leastRepeats, leastSameUnit } from './pigeonhole.ts';

it('of one unit as many pairs are forced as brute force cannot avoid', () => {
  const random = createRandom(3);
  for (let trial = 0; trial < 30; trial++) {
    const unit = Int32Array.from({ length: 8 }, () => random.below(3) - 1);
    let least = Number.POSITIVE_INFINITY;
    eachPartition(8, [4, 4], (groups) => {
      const pairs = groups.flatMap((group) =>
        group.flatMap((one, at) =>
          group.slice(at + 1).filter((other) => (unit[one] ?? -1) >= 0 && unit[one] === unit[other]),
        ),
      );
      least = Math.min(least, pairs.length);
    });
    expect(leastSameUnit(unit, 2)).toBeLessThanOrEqual(least);
  }
  expect(leastSameUnit(Int32Array.of(0, 0, 0, 0, 0, 0, 0), 3)).toBe(5);
  expect(leastSameUnit(Int32Array.of(0, 0, 0, 1, 1, 1, 1, -1, -1), 3)).toBe(1);
  expect(leastSameUnit(Int32Array.of(-1, -1, -1), 1)).toBe(0);
  expect(leastSameUnit(new Int32Array(0), 1)).toBe(0);
});

const tableOf = (people: number, met: Uint8Array | undefined) => {
  const tiers = new Array<Uint8Array | undefined>(TIERS).fill(undefined);
  tiers[TIER.repeat] = met;
  return { people, tiers, mostWorth: 0 };
};
const metBy = (people: number, have: (one: number, other: number) => boolean) =>
  tableOf(
    people,
    Uint8Array.from({ length: people * people }, (_, cell) => {
      const [one, other] = [Math.floor(cell / people), cell % people];
      return Number(one !== other && have(Math.min(one, other), Math.max(one, other)));
    }),
  );

it('repeats are forced in circles, and upon whoever has too few new faces', () => {
  const random = () => createRandom(1);
  expect(leastRepeats(tableOf(6, undefined), [2, 2, 2], random())).toBe(0);
  expect(
    leastRepeats(
      metBy(6, () => true),
      [2, 2, 2],
      random(),
    ),
  ).toBe(3);
  expect(
    leastRepeats(
      metBy(6, () => true),
      [3, 3],
      random(),
    ),
  ).toBe(6);
  expect(
    leastRepeats(
      metBy(6, () => false),
      [3, 3],
      random(),
    ),
  ).toBe(0);
  expect(
    leastRepeats(
      metBy(6, (one) => one === 0),
      [2, 2, 2],
      random(),
    ),
  ).toBe(1);
  expect(
    leastRepeats(
      metBy(6, (one) => one === 0),
      [3, 3],
      random(),
    ),
  ).toBe(1);
  expect(
    leastRepeats(
      metBy(6, (_, other) => other < 4),
      [2, 2, 2],
      random(),
    ),
  ).toBe(1);
  expect(
    leastRepeats(
      metBy(6, (one, other) => one < 3 === other < 3),
      [3, 3],
      random(),
    ),
  ).toBe(2);
});

it('no more repeats are forced than brute force finds', () => {
  const random = createRandom(9);
  let reached = 0;
  for (let trial = 0; trial < 60; trial++) {
    const drawn = Array.from({ length: 36 }, () => random.below(5) > 0);
    const have = (one: number, other: number) => drawn[one * 6 + other] === true;
    let least = Number.POSITIVE_INFINITY;
    eachPartition(6, [3, 3], (groups) => {
      const repeats = groups.flatMap((group) =>
        group.flatMap((one, at) =>
          group.slice(at + 1).filter((other) => have(Math.min(one, other), Math.max(one, other))),
        ),
      );
      least = Math.min(least, repeats.length);
    });
    const bound = leastRepeats(metBy(6, have), [3, 3], random);
    expect(bound).toBeLessThanOrEqual(least);
    if (bound === least) reached += 1;
  }
  expect(reached).toBeGreaterThan(20);
});
