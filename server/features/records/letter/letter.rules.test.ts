import { describe, expect, it } from 'vitest';
import { say, type TableEntry } from '../register.rules.ts';
import { leadsTo, leftOut, sectionOf, valueWords } from './letter.rules.ts';
import { escaped, pageOf } from './page.rules.ts';

const entry: TableEntry = {
  ...{ title: say('Hellos', 'Hallos'), purpose: say('To ask', 'Um zu fragen'), basis: say('', '') },
  ...{ retention: say('30 days', '30 Tage'), readers: say('', ''), about: 'mine' },
  columns: {
    hello_id: say('Number', 'Nummer'),
    phrase: say('Words', 'Worte'),
    asked_at: say('When', 'Wann'),
    odd: say('Odd', 'Ungerade'),
  },
  inner: ['odd'],
};

describe('values in words', () => {
  it('say nothing where there is nothing', () => {
    expect([null, undefined, '', [], {}, [null, '']].map((value) => valueWords(value, 'x', 'en'))).toEqual(
      Array(6).fill(''),
    );
  });

  it('say yes, no and numbers', () => {
    expect([true, false, 0, 7].map((value) => valueWords(value, 'x', 'en'))).toEqual(['yes', 'no', '0', '7']);
    expect([true, false].map((value) => valueWords(value, 'x', 'de'))).toEqual(['ja', 'nein']);
  });

  it('say days and instants by the reader’s language, in UTC', () => {
    expect(valueWords('2026-11-23', 'x', 'en')).toBe('23 November 2026');
    expect(valueWords('2026-11-23', 'x', 'de')).toBe('23. November 2026');
    expect(valueWords('2026-11-23 or so', 'x', 'en')).toBe('2026-11-23 or so');
    expect(valueWords(new Date('2026-11-23T23:30:00Z'), 'x', 'en')).toMatch(/^23 November 2026(?:,| at) 23:30$/);
    expect(valueWords(new Date('2026-11-23T23:30:00Z'), 'x', 'de')).toContain('23. November 2026');
  });

  it('say lists and what is kept together without their empty parts', () => {
    expect(valueWords(['Bees', '', null, 'Choir', 'Sailing'], 'x', 'en')).toBe('Bees, Choir and Sailing');
    expect(valueWords(['Bees', 'Choir'], 'x', 'de')).toBe('Bees und Choir');
    expect(valueWords({ host: 'mail', port: 25, user: null, on: ['2026-01-01', true] }, 'x', 'en')).toBe(
      'mail\n25\n1 January 2026 and yes',
    );
  });

  it('say codes in words in their own column alone', () => {
    expect(valueWords('not-now', 'status', 'en')).not.toBe('not-now');
    expect(valueWords('not-now', 'status', 'de')).not.toBe(valueWords('not-now', 'status', 'en'));
    expect(valueWords('not-now', 'phrase', 'en')).toBe('not-now');
    expect(valueWords('toString', 'status', 'en')).toBe('toString');
  });
});

describe('a section', () => {
  const at = new Date('2026-11-23T09:00:00Z');

  it('holds what the register names and may be told', () => {
    const rows = [
      { hello_id: 'h', phrase: 'Hello', asked_at: at, odd: 3, secret: 's' },
      { hello_id: 'h', phrase: '', asked_at: null, odd: 3 },
    ];
    expect(sectionOf(entry, rows, 'en')).toEqual({
      ...{ title: 'Hellos', why: 'To ask', keptFor: '30 days' },
      entries: [
        [
          { what: 'Words', value: 'Hello' },
          { what: 'When', value: valueWords(at, '', 'en') },
        ],
      ],
    });
    expect(sectionOf(entry, rows.slice(0, 1), 'de')).toMatchObject({ title: 'Hallos', keptFor: '30 Tage' });
    expect(sectionOf(entry, [], 'en')).toBeNull();
  });

  it('leaves out numbers of the program, secrets and what tells of others', () => {
    expect(
      ['odd', 'workspace_id', 'token_hash', 'given_by', 'search_text'].map((name) => leftOut(entry, name)),
    ).toEqual([...['inner', 'inner', 'secret', 'of others', 'copy']]);
    expect([leftOut(entry, 'phrase'), leftOut({}, 'odd')]).toEqual([undefined, undefined]);
    expect(['manager_id', 'programme_id', 'unit_id', 'site_id', 'phrase'].map(leadsTo)).toEqual([
      ...['person', 'programme', 'unit', 'site', undefined],
    ]);
  });
});

describe('the page', () => {
  const letter = {
    ...{
      language: 'en' as const,
      name: 'Ada <b>',
      organisation: '"Meridian"',
      madeAt: new Date('2026-11-23T09:00:00Z'),
    },
    sections: [{ title: 'A & B', why: "it's so", keptFor: '<30>', entries: [[{ what: '<i>', value: '1 > 0' }]] }],
  };

  it('takes nothing for markup', () => {
    expect(escaped(`&<>"'x`)).toBe('&amp;&lt;&gt;&quot;&#39;x');
    const page = pageOf(letter, null);
    for (const text of [
      'Ada &lt;b&gt;',
      '&quot;Meridian&quot;',
      'A &amp; B',
      'it&#39;s so',
      '&lt;30&gt;',
      '&lt;i&gt;',
      '1 &gt; 0',
    ])
      expect(page).toContain(text);
    expect(page).not.toMatch(/<b>|<i>|<30>/);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Made on 23 November 2026');
  });

  it('shows a face only where there is one, runs nothing and asks nobody', () => {
    expect(pageOf(letter, null)).not.toContain('<img');
    expect(pageOf(letter, 'data:image/png;base64,"x')).toContain('<img src="data:image/png;base64,&quot;x"');
    expect(pageOf(letter, null)).toContain("default-src 'none'");
    expect(pageOf(letter, null)).not.toMatch(/<script|https?:/);
    const german = pageOf({ ...letter, language: 'de', sections: [] }, null);
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('Erstellt am 23. November 2026');
    expect(german).not.toContain('<section>');
  });
});

it.each([
  ['person', 'manager_id other_id from_id to_id blocked_id a_id b_id member_ids avoid'],
  ['programme', 'programme_id'],
  ['unit', 'unit_id'],
  ['site', 'site_id'],
])('a %s is led to by %s', (kind, columns) => {
  for (const column of columns.split(' ')) expect(leadsTo(column)).toBe(kind);
});

it.each([
  [
    'inner',
    'workspace_id person_id introduction_id outbox_id about_id key token_id version claimed_at attempts issuer',
  ],
  ['secret', 'block_key token_hash never_invite_link off_link'],
  ['of others', 'given_by confirmed_by ended_by made_by invited_by asked_by release_by release_with left_ids'],
  ['copy', 'search_text shown_words shown_text bytes'],
])('%s is whatever is in %s', (why, columns) => {
  for (const column of columns.split(' ')) expect(leftOut({}, column)).toBe(why);
});
