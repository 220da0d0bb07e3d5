import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cheapestCompanions } from './companions.ts';

it('are the cheapest, among equals whoever comes next in a circle', () => {
  const table = fc
    .integer({ min: 1, max: 8 })
    .chain((people) =>
      fc.tuple(
        fc.constant(people),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: people * people, maxLength: people * people }),
        fc.array(fc.boolean(), { minLength: people * people, maxLength: people * people }),
      ),
    );
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 5 }), fc.boolean(), ([people, pair, may], width, isPicky) => {
      const allowed = (cell: number) => may[cell] === true;
      const { who, cost } = cheapestCompanions(pair, people, width, isPicky ? allowed : undefined);
      const costOf = (one: number, other: number) => pair[one * people + other] ?? 0;
      for (let one = 0; one < people; one++) {
        const circle = Array.from({ length: people - 1 }, (_, step) => (one + 1 + step) % people);
        const best = circle
          .filter((other) => !isPicky || allowed(one * people + other))
          .sort((a, b) => costOf(one, a) - costOf(one, b))
          .slice(0, width);
        const rest = width - best.length;
        expect([...who.slice(one * width, one * width + width)]).toEqual([...best, ...Array(rest).fill(-1)]);
        expect([...cost.slice(one * width, one * width + width)]).toEqual([
          ...best.map((other) => costOf(one, other)),
          ...Array(rest).fill(Number.POSITIVE_INFINITY),
        ]);
      }
    }),
  );
});
