import { describe, expect, it } from 'vitest';
import type { WhoIAm } from '#contract/people.ts';
import { type Choices, entryChangeOf, entryDraftOf, isUnknown, placeOf } from './entry-draft.ts';

const choices: Choices = {
  unit: [
    { value: 'u1', label: 'Production / Assembly' },
    { value: 'u2', label: 'Research' },
  ],
  site: [{ value: 's1', label: 'Lisbon' }],
};
const saved: WhoIAm = {
  name: 'Ana Sousa',
  nameFrom: 'self',
  unit: { id: 'u1', name: 'Assembly' },
  site: null,
  maySay: ['name', 'unit', 'site'],
  mayNamePlaces: true,
  stewards: [],
};
const draft = entryDraftOf(saved, choices);

it('a unit stands in its field by its path', () => {
  expect(draft).toEqual({ name: 'Ana Sousa', unit: 'Production / Assembly', site: '' });
});

it('a typed place is one that is here, in any case, a new one, or none', () => {
  expect(placeOf(' lisbon ', choices.site)).toEqual({ id: 's1' });
  expect(placeOf(' Porto ', choices.site)).toEqual({ name: 'Porto' });
  expect(placeOf('  ', choices.site)).toBeNull();
});

describe('what is sent', () => {
  it('is only what differs', () => {
    expect(entryChangeOf(saved, draft, choices)).toEqual({});
    expect(entryChangeOf(saved, { ...draft, unit: 'research', site: 'Porto' }, choices)).toEqual({
      unit: { id: 'u2' },
      site: { name: 'Porto' },
    });
    expect(entryChangeOf(saved, { ...draft, unit: '' }, choices)).toEqual({ unit: null });
  });

  it('says a guessed name even where it was left as it is, and never an empty one', () => {
    const guessed: WhoIAm = { ...saved, nameFrom: 'address' };
    expect(entryChangeOf(guessed, draft, choices)).toEqual({ name: 'Ana Sousa' });
    expect(entryChangeOf(saved, { ...draft, name: ' ' }, choices)).toEqual({});
  });

  it('holds nothing that is not mine to say', () => {
    const told: WhoIAm = { ...saved, maySay: ['site'] };
    expect(entryChangeOf(told, { name: 'Ana', unit: 'Research', site: 'Lisbon' }, choices)).toEqual({
      site: { id: 's1' },
    });
  });
});

it('a place that is not here is unknown only where none may be made', () => {
  expect(isUnknown(saved, 'Porto', choices.site)).toBe(false);
  const told: WhoIAm = { ...saved, mayNamePlaces: false };
  expect(isUnknown(told, 'Porto', choices.site)).toBe(true);
  expect(isUnknown(told, ' LISBON ', choices.site)).toBe(false);
  expect(isUnknown(told, '', choices.site)).toBe(false);
});
