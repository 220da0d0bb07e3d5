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
