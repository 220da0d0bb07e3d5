import { expect, it } from 'vitest';
import { columnsOf, profileOf } from './profile.rules.ts';

const row = {
  ...{ about: 'I keep bees.', talents: ['Choir'], passions: ['Bees'], ask_me_about: ['Honey'], interests: ['Sailing'] },
  ...{ languages: ['de'], hours_from: 9, hours_to: 17, office_days: [1, 3], shows: ['about'] },
};
type Row = NonNullable<Parameters<typeof profileOf>[0]>;
const rowWith = (change: Partial<Row>): Row => ({ ...row, ...change }) as Row;

it('a profile is told as it was written, and empty where nothing was', () => {
  expect(profileOf(rowWith({}))).toEqual({
    ...{ about: 'I keep bees.', talents: ['Choir'], passions: ['Bees'], askMeAbout: ['Honey'], interests: ['Sailing'] },
    ...{ languages: ['de'], hours: { from: 9, to: 17 }, officeDays: [1, 3] },
  });
  const nothing = profileOf(undefined);
  expect(nothing).toMatchObject({ about: '', hours: null });
  expect(Object.values(nothing).filter((value) => Array.isArray(value) && value.length > 0)).toEqual([]);
});

it('hours are told only where both ends are known; midnight is one', () => {
  expect(profileOf(rowWith({ hours_from: null })).hours).toBeNull();
  expect(profileOf(rowWith({ hours_to: null })).hours).toBeNull();
  expect(profileOf(rowWith({ hours_from: 0, hours_to: 8 })).hours).toEqual({ from: 0, to: 8 });
});

it('what is absent stays, what is empty is emptied', () => {
  expect(columnsOf({})).toEqual({});
  expect(columnsOf({ about: '', talents: [], hours: null, shows: [] })).toEqual({
    ...{ about: '', talents: [], hours_from: null, hours_to: null, shows: [] },
  });
  expect(columnsOf({ hours: { from: 0, to: 6 } })).toEqual({ hours_from: 0, hours_to: 6 });
});

it('lists hold nothing twice, languages by their code, days in order', () => {
  expect(
    columnsOf({
      ...{
        talents: ['Choir', ' choir '],
        passions: ['Bees', 'BEES'],
        askMeAbout: ['Honey', ''],
        interests: ['a', 'b', 'a'],
      },
      ...{ languages: ['German', 'de-AT', 'Klingon'], officeDays: [5, 1, 5, 3], shows: ['about', 'about'] },
    }),
  ).toEqual({
    ...{ talents: ['Choir'], passions: ['Bees'], ask_me_about: ['Honey'], interests: ['a', 'b'] },
    ...{ languages: ['de', 'Klingon'], office_days: [1, 3, 5], shows: ['about'] },
  });
});
