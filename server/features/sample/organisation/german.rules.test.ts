import { describe, expect, it } from 'vitest';
import { inGerman, reworded, textsOf, wordings } from './german.rules.ts';
import type { Organisation } from './organisation.ts';

const PERSONAL = 'At the weekend you find me in cold water.';
const one = (rows: Record<string, Record<string, unknown>[]>): Organisation => ({
  workspaceId: 'w',
  tables: Object.entries(rows).map(([name, each]) => ({ name: name as 'unit', rows: each })),
  members: [],
  meetings: [],
  greetings: [],
});
const german = (name: string, row: Record<string, unknown>) => inGerman(one({ [name]: [row] })).tables[0]?.rows[0];

describe('in German', () => {
  it('places and titles have their names, and what has none stays', () => {
    expect(german('site', { site_id: 's', name: 'Lisbon' })).toEqual({ site_id: 's', name: 'Lissabon' });
    expect(german('unit', { name: 'Membranes' })).toEqual({ name: 'Membranen' });
    expect(german('unit', { name: 'Aquilo' })).toEqual({ name: 'Aquilo' });
    expect(german('programme', { name: 'Circles of four' })).toEqual({ name: 'Kreise zu viert' });
    expect(german('workspace', { purpose: 'Ours', language: 'en' })).toEqual({ purpose: 'Ours', language: 'de' });
    expect(german('moment', { name: 'Lisbon' })).toEqual({ name: 'Lisbon' });
  });

  it('somebody is found by their title in German', () => {
    expect(
      german('person', { name: 'Ana Reis', title: 'Lead', level: 'Lead', groups: ['Works council', 'x'] }),
    ).toEqual({
      ...{ name: 'Ana Reis', title: 'Teamleitung', level: 'Teamleitung', groups: ['Betriebsrat', 'x'] },
      search_text: 'ana reis teamleitung',
    });
    expect(german('person', { name: 'Ana', title: 'Lead', level: null, groups: null })).toMatchObject({
      level: null,
      groups: null,
    });
  });

  it('says each sentence, also one of two, and own words as they are', () => {
    const about = (text: unknown) => german('profile', { about: text })?.about;
    const personal = about(PERSONAL);
    expect(personal).not.toBe(PERSONAL);
    expect(about(`Mine. ${PERSONAL}`)).toBe(`Mine. ${personal}`);
    expect([about('Mine.'), about(''), about(null)]).toEqual(['Mine.', '', null]);
  });

  it('says lists word by word', () => {
    const row = german('profile', { talents: ['mine'], interests: null, passions: [] });
    expect(row).toMatchObject({ talents: ['mine'], interests: null, passions: [] });
  });
});

describe('two languages side by side', () => {
  const before = one({
    unit: [
      { unit_id: 'a', name: 'Membranes', origin: 'x' },
      { unit_id: 'b', name: 'Aquilo', origin: null },
    ],
    person: [
      { person_id: 'p', name: 'Ana', title: 'Lead', level: 'Head', groups: ['Works council'], search_text: 's' },
    ],
    site: [],
    moment: [{ moment_id: 'm', name: 'Lisbon' }],
  });
  const list = wordings(before, inGerman(before));

  it('are told column by column with the key of each row', () => {
    expect(list[0]).toEqual({
      ...{ table: 'unit', key: 'unit_id', column: 'name' },
      before: [
        { unit_id: 'a', name: 'Membranes' },
        { unit_id: 'b', name: 'Aquilo' },
      ],
      after: [
        { unit_id: 'a', name: 'Membranen' },
        { unit_id: 'b', name: 'Aquilo' },
      ],
    });
    expect(list.map(({ table, column }) => `${table} ${column}`)).toEqual([
      ...['unit name', 'person title', 'person level', 'person groups', 'person search_text'],
    ]);
    expect(list.map(({ key }) => key)).toEqual(['unit_id', ...Array.from({ length: 4 }, () => 'person_id')]);
  });

  it.each([
    ['workspace', 'workspace_id'],
    ['site', 'site_id'],
    ['programme', 'programme_id'],
    ['profile', 'person_id'],
  ])('in %s by %s', (table, key) => {
    const made = one({ [table]: [{ [key]: 'k' }] });
    const all = wordings(made, inGerman(made));
    expect(all.length).toBeGreaterThan(0);
    for (const each of all) expect([each.key, each.before[0]?.[key], each.after[0]?.[key]]).toEqual([key, 'k', 'k']);
  });

  it('have each text with its other side, but for what search reads', () => {
    expect(Object.fromEntries(textsOf(list))).toEqual({
      ...{ Membranes: 'Membranen', Aquilo: 'Aquilo', Lead: 'Teamleitung', Head: 'Abteilungsleitung' },
      'Works council': 'Betriebsrat',
    });
    expect(textsOf([{ table: 't', key: 'k', column: 'c', before: [{ c: 'a' }, { c: 1 }], after: [] }]).size).toBe(0);
  });

  it('replace texts wherever they stand in a stored value', () => {
    const texts = new Map([['a', 'A']]);
    expect(reworded({ a: 'a', list: ['a', 'b', { x: 'a' }], n: 1, none: null, is: true }, texts)).toEqual({
      ...{ a: 'A', list: ['A', 'b', { x: 'A' }], n: 1, none: null, is: true },
    });
    expect(reworded('b', texts)).toBe('b');
  });
});
