import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '#contract/people.ts';
import * as rules from './people.rules.ts';

const profile: fc.Arbitrary<Profile> = fc.record({
  about: fc.string(),
  talents: fc.array(fc.string()),
  passions: fc.array(fc.string()),
  askMeAbout: fc.array(fc.string()),
  interests: fc.array(fc.string()),
  languages: fc.array(fc.string()),
  hours: fc.option(fc.record({ from: fc.nat(24), to: fc.nat(24) })),
  officeDays: fc.array(fc.integer({ min: 1, max: 7 })),
});

describe('what search compares', () => {
  it('drops case, accents and punctuation', () => {
    expect(rules.searchTextOf('Zoë O’Brien-Müller', 'Head of R&D')).toBe('zoe obrien muller head of r d');
    expect(rules.foldedText('Łukasz Ångström, Weiß')).toBe('lukasz angstrom weiss');
  });

  it('is the same when folded twice, and holds nothing a pattern could mean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = rules.foldedText(text);
        expect(rules.foldedText(once)).toBe(once);
        expect(once).not.toMatch(/[%_\\\p{Cc}]/u);
      }),
    );
  });
});

describe('what others may read', () => {
  it('is never more than what is shown', () => {
    fc.assert(
      fc.property(
        profile,
        fc.subarray(['about', 'talents', 'passions', 'askMeAbout', 'interests', 'languages', 'hours', 'officeDays']),
        (full, shows) => {
          const shown = rules.shownOf(full, shows);
          for (const [field, value] of Object.entries(shown)) {
            expect(shows).toContain(field);
            expect(value).toEqual(Object.entries(full).find(([name]) => name === field)?.[1]);
          }
        },
      ),
    );
  });

  it('is nothing for one who shows nothing, or shows empty fields', () => {
    fc.assert(
      fc.property(profile, (full) => {
        expect(rules.shownOf(full, [])).toEqual({});
      }),
    );
    const empty: Profile = {
      about: '',
      talents: [],
      passions: [],
      askMeAbout: [],
      interests: [],
      languages: [],
      hours: null,
      officeDays: [],
    };
    expect(rules.shownOf(empty, Object.keys(empty))).toEqual({});
  });
});

describe('small rules', () => {
  it('takes the nearest time zone', () => {
    expect(rules.timezoneOf({ own: 'Asia/Tokyo', site: 'Europe/Paris', workspace: 'UTC' })).toBe('Asia/Tokyo');
    expect(rules.timezoneOf({ own: null, site: 'Europe/Paris', workspace: 'UTC' })).toBe('Europe/Paris');
    expect(rules.timezoneOf({ own: null, site: null, workspace: 'UTC' })).toBe('UTC');
  });

  it('knows languages by many names', () => {
    for (const name of ['German', 'deutsch', 'de', 'de-AT', 'DE_ch']) expect(rules.languageCodeOf(name)).toBe('de');
    expect(rules.languageCodeOf('Français')).toBe('fr');
    expect(rules.languageCodeOf('Klingon')).toBe('Klingon');
  });

  it('keeps each word once', () => {
    expect(rules.distinctWords([' Climbing', 'climbing', 'Chess', 'chéss '])).toEqual(['Climbing', 'Chess']);
  });

  it('cuts a first line between words', () => {
    expect(rules.firstLine('\n  I bring stories home. \nMore')).toBe('I bring stories home.');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 5, max: 80 }), (text, most) => {
        expect(rules.firstLine(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('reads back every cursor it wrote, and refuses others', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), fc.stringMatching(/^[a-z ]*$/), (id, after) => {
        expect(rules.readCursor(rules.writeCursor({ after, id }))).toEqual({ after, id });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(rules.readCursor(text)).toBeNull();
      }),
    );
    expect(rules.readCursor(rules.writeCursor({ skip: 50 }))).toEqual({ skip: 50 });
    expect(rules.readCursor(rules.writeCursor({ skip: -1 }))).toBeNull();
  });

  it('counts each person once in every unit above', () => {
    const units = [
      { id: 'a', parentId: null },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: 'b' },
      { id: 'x', parentId: 'y' },
      { id: 'y', parentId: 'x' },
    ];
    const own = new Map([
      ['a', [{ site: 'Porto', people: 1 }]],
      ['b', [{ site: null, people: 2 }]],
      [
        'c',
        [
          { site: 'Berlin', people: 3 },
          { site: 'Porto', people: 1 },
        ],
      ],
      ['x', [{ site: null, people: 8 }]],
      ['y', [{ site: null, people: 16 }]],
    ]);
    const totals = rules.withTotals(units, own);
    expect(totals.map(({ people }) => people)).toEqual([7, 6, 4, 24, 24]);
    expect(totals.map(({ sites }) => sites)).toEqual([
      ['Berlin', 'Porto'],
      ['Berlin', 'Porto'],
      ['Berlin', 'Porto'],
      [],
      [],
    ]);
  });
});

describe('to the letter', () => {
  it('folds letters without a separable accent as people type them', () => {
    expect(rules.foldedText('ß ø ł đ ð þ æ œ ı ħ ŋ')).toBe('ss o l d d th ae oe i h n');
    expect(rules.foldedText(" d'Or – A/B ")).toBe('dor a b');
    expect(rules.foldedText('東京 Ёлка')).toBe('東京 елка');
  });

  it('keeps what nobody shows or says', () => {
    const full = {
      ...{ about: 'Bees', talents: ['a'], passions: [], askMeAbout: ['x'], interests: ['b'], languages: ['de'] },
      ...{ hours: { from: 0, to: 8 }, officeDays: [1] },
    };
    expect(rules.shownOf(full, ['about', 'passions', 'hours', 'officeDays'])).toEqual({
      ...{ about: 'Bees', hours: { from: 0, to: 8 }, officeDays: [1] },
    });
    expect(rules.shownOf({ ...full, about: '', hours: null }, ['about', 'hours'])).toEqual({});
  });

  it('cuts a first line at a hundred and twenty characters, between words where there are any', () => {
    expect(rules.firstLine('x'.repeat(120))).toBe('x'.repeat(120));
    expect(rules.firstLine('x'.repeat(121))).toBe(`${'x'.repeat(60)}…`);
    expect(rules.firstLine(`\n  \n ${'word '.repeat(30)}\nnext`)).toBe(`${'word '.repeat(22)}word…`);
    expect(rules.firstLine('one two three', 9)).toBe('one two…');
    expect(rules.firstLine('onetwothree four', 9)).toBe('onet…');
    expect([rules.firstLine(''), rules.firstLine('a\nb')]).toEqual(['', 'a']);
  });

  it('adds people up by unit and site, most first, then by name', () => {
    const unit = (id: string, parentId: string | null) => ({ id, parentId });
    const counts = new Map([
      ['a', [{ site: 'Porto', people: 1 }]],
      [
        'b',
        [
          { site: 'Berlin', people: 2 },
          { site: null, people: 5 },
          { site: 'Porto', people: 1 },
        ],
      ],
      [
        'c',
        [
          { site: 'Athens', people: 2 },
          { site: 'Berlin', people: 1 },
        ],
      ],
    ]);
    const units = [unit('a', null), unit('b', 'a'), unit('c', 'b'), unit('d', 'gone'), unit('x', 'y'), unit('y', 'x')];
    expect(rules.withTotals(units, counts).map(({ id, people, sites }) => [id, people, sites.join(' ')])).toEqual([
      ['a', 12, 'Berlin Athens Porto'],
      ['b', 11, 'Berlin Athens Porto'],
      ['c', 3, 'Athens Berlin'],
      ...['d', 'x', 'y'].map((id) => [id, 0, '']),
    ]);
    const circle = new Map([['x', [{ site: null, people: 3 }]]]);
    expect(rules.withTotals(units.slice(4), circle).map(({ people }) => people)).toEqual([3, 3]);
  });

  it('reads a cursor that it could have written, and no other', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const read = (cursor: unknown) => rules.readCursor(Buffer.from(JSON.stringify(cursor)).toString('base64url'));
    expect([read({ skip: 1 }), read({ skip: 1000 }), read({ after: '', id })]).toEqual([
      ...[{ skip: 1 }, { skip: 1000 }, { after: '', id }],
    ]);
    const others = [
      { skip: 0 },
      { skip: 1001 },
      { skip: 1.5 },
      { skip: '1' },
      { after: 'a' },
      { after: 'a\n', id },
      { after: 'a', id: 'x' },
    ];
    expect(others.map(read)).toEqual(others.map(() => null));
  });

  it('takes a person’s zone before their site’s before the organisation’s', () => {
    expect(rules.timezoneOf({ own: 'A', site: 'B', workspace: 'C' })).toBe('A');
    expect(rules.timezoneOf({ own: null, site: 'B', workspace: 'C' })).toBe('B');
    expect(rules.timezoneOf({ own: '', site: null, workspace: 'C' })).toBe('C');
    expect(rules.distinctWords([' a ', 'A', '!', '!', ''])).toEqual(['a', '!']);
  });
});
