import { describe, expect, it } from 'vitest';
import type { Reason } from '#engine/matching/matching.ts';
import type { Side } from '../introductions.rules.ts';
import { whyChips, whySentence } from './why.messages.ts';
import { whyFacts } from './why.rules.ts';

const nothing: Side = { unit: null, site: null, level: null, interests: [], talents: [], passions: [], languages: [] };
const me = { ...nothing, unit: 'Labs', interests: ['Rowing'] };
interface Other {
  name: string;
  side: Side;
}
const ana: Other = { name: 'Ana', side: { ...nothing, unit: 'Field', site: 'Porto', passions: ['rowing'] } };
const ben: Other = { name: 'Ben', side: { ...nothing, unit: 'Sales' } };
const why = (others: Other[], reasons: Reason[], hasMet = false) => {
  const facts = whyFacts({ me, others, reasons, hasMet });
  return [whySentence('en', facts), ...whyChips('en', facts)];
};

describe('why two', () => {
  it.each<[string, Other, Reason[], string[]]>([
    ['share something', ana, [], ['You share rowing; Ana works in Field in Porto.', 'rowing', 'a first meeting']],
    ['are elsewhere', ben, [], ['Ben works in Sales, you elsewhere: there is something to tell.', 'a first meeting']],
    [
      'meet a wish',
      ben,
      [{ code: 'wish', subject: 'clinics' }],
      [
        'One of you hoped to talk about clinics. Ben works in Sales, you elsewhere: there is something to tell.',
        'clinics',
        'a first meeting',
      ],
    ],
    [
      'hope the same',
      { name: 'Cleo', side: nothing },
      [{ code: 'shared-intention', intention: 'learn' }],
      ['You both hope to learn.', 'a first meeting'],
    ],
    [
      'met before',
      { name: 'Cleo', side: nothing },
      [{ code: 'met-longest-ago', date: '2025-01-01' }],
      ['You know each other a little already. There is more to tell.'],
    ],
  ])('who %s', (_, other, reasons, expected) => {
    expect(why([other], reasons)).toEqual(expected);
  });
});

describe('why several', () => {
  it('says what some share, and which units sit together', () => {
    expect(why([ana, ben], [{ code: 'new-boundary', units: ['Field', 'Labs'] }])).toEqual([
      'Some of you share rowing. You bring Field and Labs to one table.',
      'rowing',
      'Field + Labs',
      'a first meeting',
    ]);
  });

  it('no longer tells what only somebody who left showed', () => {
    const reasons: Reason[] = [
      { code: 'shared-interest', interest: 'Chess' },
      { code: 'new-boundary', units: ['Buying', 'Labs'] },
    ];
    expect(why([ben, { name: 'Cleo', side: nothing }], reasons).join()).not.toMatch(/Chess|Buying/);
  });
});

it('says it in German as well', () => {
  const facts = whyFacts({ me, others: [ana], reasons: [{ code: 'ask-offer', subject: 'Daten' }], hasMet: true });
  expect(whySentence('de', facts)).toBe(
    'Jemand von euch möchte mehr über Daten wissen, und jemand wird gern danach gefragt. Euch verbindet rowing; Ana arbeitet im Bereich Field in Porto.',
  );
});

describe('the facts of why', () => {
  const facts = (others: Other[], reasons: Reason[] = [], hasMet = false) => whyFacts({ me, others, reasons, hasMet });
  const side = (more: Partial<Side>): Other => ({ name: 'Cleo', side: { ...nothing, ...more } });

  it('lead with the first wish, offer or intention', () => {
    const interest: Reason = { code: 'shared-interest', interest: 'rowing' };
    const offer: Reason = { code: 'ask-offer', subject: 'maps' };
    expect(facts([ana], [interest, offer, { code: 'wish', subject: 'bees' }]).lead).toEqual({
      code: 'ask-offer',
      text: 'maps',
    });
    expect(facts([ana], [{ code: 'shared-intention', intention: 'learn' }, offer]).lead).toEqual({
      code: 'shared-intention',
      text: 'learn',
    });
    expect([facts([ana], [interest]).lead, facts([ana]).lead]).toEqual([null, null]);
  });

  it('tell an interest while two show it, in any case and list, and once', () => {
    const told = (interest: string, ...others: Other[]) =>
      facts(others, [{ code: 'shared-interest', interest }]).common.map(({ kind, text }) => `${kind} ${text}`);
    expect(told(' ROWING ', ana)).toEqual(['interest  ROWING ']);
    expect(told('Rowing', side({ talents: ['rowing'] }))).toEqual(['interest Rowing']);
    expect(told('Rowing', side({ interests: ['rowing', 'chess'] }))).toEqual(['interest Rowing']);
    expect(told('Chess', side({ interests: ['chess'] }))).toEqual([]);
    expect(told('Rowing', ben)).toEqual([]);
  });

  it('tell of two where the other stands, if elsewhere', () => {
    expect(facts([ana]).place).toEqual({ name: 'Ana', unit: 'Field', site: 'Porto' });
    expect(facts([ben]).place).toEqual({ name: 'Ben', unit: 'Sales', site: null });
    expect([facts([side({ unit: 'Labs' })]).place, facts([side({})]).place, facts([ana, ben]).place]).toEqual([
      ...[null, null, null],
    ]);
  });

  it('tell which units sit together while both are there', () => {
    const units = (code: 'new-boundary' | 'across-units', ...names: [string, string]) =>
      facts([ana, ben], [{ code, units: names }]).units;
    expect(units('new-boundary', 'Field', 'Labs')).toEqual(['Field', 'Labs']);
    expect(units('across-units', 'Sales', 'Labs')).toEqual(['Sales', 'Labs']);
    expect([units('across-units', 'Field', 'Gone'), units('new-boundary', 'Gone', 'Labs')]).toEqual([null, null]);
    expect(facts([ana, ben]).units).toBeNull();
  });

  it('tell whether it is the first meeting, and of how many', () => {
    const before: Reason[] = [{ code: 'met-longest-ago', date: '2025-01-01' }];
    expect([facts([ana]).hasMet, facts([ana], [], true).hasMet, facts([ana], before).hasMet]).toEqual([
      ...[false, true, true],
    ]);
    expect([facts([]).isPair, facts([ana]).isPair, facts([ana, ben]).isPair]).toEqual([true, true, false]);
  });
});
