import { expect, it } from 'vitest';
import { type PersonDraft, personChangeOf } from './person-draft.ts';

const before: PersonDraft = { name: 'Ana Sousa', unitId: 'u1', site: 'Lisbon', level: 'Lead' };
const sites = [
  { value: 's1', label: 'Lisbon' },
  { value: 's2', label: 'Porto' },
];

it('what a steward left as it was is not sent', () => {
  expect(personChangeOf(before, { ...before, name: ' Ana Sousa ' }, sites)).toEqual({});
});

it('what differs is sent as the server takes it', () => {
  expect(personChangeOf(before, { name: ' Ana Lima ', unitId: '', site: 'porto', level: ' ' }, sites)).toEqual({
    name: 'Ana Lima',
    unitId: null,
    site: { id: 's2' },
    level: null,
  });
  expect(personChangeOf(before, { ...before, site: 'Faro' }, sites)).toEqual({ site: { name: 'Faro' } });
});
