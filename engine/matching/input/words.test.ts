import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPair, unpackPair } from './pair-key.ts';
import { countOf, countShared, has, invert, plain, rowOf, shared, singles, toLists, Vocabulary } from './words.ts';

const rows = fc.array(
  fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 9 }).map((row) => row.sort((a, b) => a - b)),
  {
    minLength: 2,
    maxLength: 12,
  },
);
const listsOf = (all: readonly number[][]) => toLists(all, (row) => row);

describe('a vocabulary', () => {
  it('knows a word by its letters, whatever case and blanks stand around', () => {
    const vocabulary = new Vocabulary();
    expect([' Bees', 'BEES ', 'choir', 'bees', 'Choir'].map((word) => vocabulary.numberOf(word))).toEqual([
      0, 0, 1, 0, 1,
    ]);
    expect([undefined, '', '  '].map((word) => vocabulary.numberOf(word))).toEqual([-1, -1, -1]);
    expect(vocabulary.size).toBe(2);
    expect([plain(undefined), plain(' A b ')]).toEqual(['', 'a b']);
  });

  it('lists the words of each, each once and ascending, empty ones left out', () => {
    const vocabulary = new Vocabulary();
    const people = [['b', 'a'], [], ['c', 'A', '', 'a', 'b'], ['']];
    const lists = vocabulary.listsOf(people, (words) => words);
    expect(people.map((_, person) => [...rowOf(lists, person)])).toEqual([[0, 1], [], [0, 1, 2], []]);
  });
});

describe('lists', () => {
  it('hold the rows they were made of, however many', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (all, times) => {
        const many = Array.from({ length: times }, () => all).flat();
        const lists = listsOf(many);
        expect(many.map((_, person) => [...rowOf(lists, person)])).toEqual(many);
        expect(many.map((_, person) => countOf(lists, person))).toEqual(many.map((row) => row.length));
        expect(lists.items).toHaveLength(many.flat().length);
      }),
    );
  });

  it('tell what two rows share, and count it up to four', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const lists = listsOf(all);
        const common = (all[0] ?? []).filter((item) => all[1]?.includes(item));
        expect(shared(lists, 0, 1)).toEqual(common);
        expect(countShared(lists, 0, lists, 1)).toBe(Math.min(4, common.length));
        expect(countShared(lists, 1, lists, 0)).toBe(Math.min(4, common.length));
        for (let item = -1; item <= 13; item++) expect(has(lists, 1, item)).toBe(all[1]?.includes(item) ?? false);
      }),
    );
  });

  it('turned round tell who holds each word; −1 is no word', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 12 }), (all, column) => {
        const inverse = invert([listsOf(all), singles(Int32Array.from(column))], 13);
        for (let word = 0; word < 13; word++) {
          const holders = [...all.entries()].flatMap(([person, row]) => (row.includes(word) ? [person] : []));
          const alone = [...column.entries()].flatMap(([person, each]) => (each === word ? [person] : []));
          expect([...rowOf(inverse, word)]).toEqual([...holders, ...alone]);
        }
        expect(inverse.items).toHaveLength(all.flat().length + column.filter((each) => each !== -1).length);
      }),
    );
  });
});

it('a pair is one number, whoever comes first, and comes apart again', () => {
  const people = fc.integer({ min: 2, max: 90_000_000 });
  fc.assert(
    fc.property(people, fc.nat(), fc.nat(), (count, a, b) => {
      const [one, other] = [a % count, b % count];
      expect(packPair(one, other, count)).toBe(packPair(other, one, count));
      expect(unpackPair(packPair(one, other, count), count)).toEqual([Math.min(one, other), Math.max(one, other)]);
      expect(Number.isSafeInteger(packPair(one, other, count))).toBe(true);
    }),
  );
});
