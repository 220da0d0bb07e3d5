import { describe, expect, it } from 'vitest';
import type { DirectoryEntry, DirectorySource } from './directory.ts';

/** A person as the source itself holds them; within one source all have the same keys. */
export type Held = Omit<DirectoryEntry, 'line'>;

const AMARA: Held = { externalId: '1', email: 'amara@example.test', name: 'Amara Okafor' };
const JONAS: Held = { externalId: '2', email: 'jonas@example.test', name: 'Jonas Weber' };

/** Every source of people passes this: what it promises to whoever compares it with the directory. */
export function directorySuite(name: string, open: (people: readonly Held[]) => DirectorySource): void {
  const told = (people: readonly Held[]) => open(people).read();
  const entriesOf = (people: readonly Held[]) => told(people).entries.map(({ line: _, ...entry }) => entry);

  describe(`${name} as a directory`, () => {
    it('says of everybody what it holds, in its order', () => {
      const zoe: Held = {
        externalId: '3',
        email: 'zoe@example.test',
        name: 'Zoë Brandt',
        title: 'Engineer',
        unitPath: ['Operations', 'Water'],
        site: 'Lisbon',
        manager: '1',
        level: 'senior',
        joinedOn: '2021-02-03',
        timezone: 'Europe/Lisbon',
        groups: ['first aid'],
        awayUntil: '2026-12-24',
        languages: ['de', 'en'],
        interests: ['climbing', 'choir'],
      };
      expect(entriesOf([zoe])).toEqual([zoe]);
      expect(entriesOf([JONAS, AMARA])).toEqual([JONAS, AMARA]);
    });

    it('tells "none" from saying nothing', () => {
      const none = { site: null, manager: null, level: null, joinedOn: null, awayUntil: null, groups: [], title: '' };
      expect(entriesOf([{ ...AMARA, ...none }])).toEqual([{ ...AMARA, ...none }]);
      expect(entriesOf([AMARA])).toEqual([AMARA]);
    });

    it('compares addresses without case', () => {
      expect(entriesOf([{ ...AMARA, email: 'Amara@Example.test' }])).toEqual([AMARA]);
    });

    it.each([
      ['address', { ...JONAS, email: AMARA.email }],
      ['id', { ...JONAS, externalId: '1' }],
    ])('leaves out whoever has the %s of somebody before them, and says so', (_, second) => {
      const { entries, problems, leftOut } = told([AMARA, second]);
      expect(entries.map((entry) => entry.name)).toEqual(['Amara Okafor']);
      expect(problems).toEqual([expect.objectContaining({ reason: 'duplicate', isLeftOut: true })]);
      expect(leftOut).toEqual([{ externalId: second.externalId, email: second.email }]);
    });

    it.each([
      ['no address', { ...JONAS, email: '' }, 'email-missing'],
      ['an address that is none', { ...JONAS, email: 'jonas' }, 'email-invalid'],
      ['no name', { ...JONAS, name: '' }, 'name-missing'],
    ])('does not count as gone whoever stands there with %s', (_, broken, reason) => {
      const { entries, problems, leftOut } = told([broken, AMARA]);
      expect(entries).toHaveLength(1);
      expect(problems).toEqual([expect.objectContaining({ reason, isLeftOut: true })]);
      expect(leftOut).toEqual([{ externalId: '2', email: broken.email }]);
    });

    it('names the place of a problem as it numbers its entries', () => {
      const { entries, problems } = told([AMARA, { ...JONAS, name: '' }, { ...JONAS, externalId: '3' }]);
      const [first, last] = entries.map(({ line }) => line);
      const [between] = problems.map(({ line }) => line);
      expect([first, between, last]).toEqual([first, (first ?? 0) + 1, (first ?? 0) + 2]);
    });

    it('says the same when it is read again', () => {
      const source = open([AMARA, { ...JONAS, email: 'jonas' }]);
      expect(source.read()).toEqual(source.read());
    });
  });
}
