import { describe, expect, it } from 'vitest';
import { bestFor, isFree, type RequestCandidate } from './requests.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const nobody: RequestCandidate = {
  personId: 'a',
  isAsking: false,
  rhythm: null,
  introducedAt: null,
  requestedAt: null,
};

describe('who is free', () => {
  it.each<[string, Partial<RequestCandidate>, boolean]>([
    ['somebody never introduced', {}, true],
    ['somebody introduced by a request this week', { requestedAt: ago(6) }, false],
    ['the same a week later', { requestedAt: ago(7) }, true],
    ['somebody introduced by a round, without a rhythm', { introducedAt: ago(1) }, true],
    ['a monthly rhythm after three weeks', { rhythm: 'monthly', introducedAt: ago(21) }, false],
    ['a monthly rhythm after four weeks', { rhythm: 'monthly', introducedAt: ago(28) }, true],
    [
      'whoever asks themselves',
      { isAsking: true, rhythm: 'quarterly', introducedAt: ago(1), requestedAt: ago(1) },
      true,
    ],
  ])('%s', (_, change, expected) => {
    expect(isFree({ ...nobody, ...change }, now)).toBe(expected);
  });
});

describe('the best partner', () => {
  const me = { id: 'me', unit: ['Labs'], interests: ['Sailing'], languages: ['en'] };
  const met = { a: 'me', b: 'met', date: '2026-11-01' };

  it('is somebody new before somebody met, elsewhere before the own unit, alike before not', () => {
    const same = { id: 'same', unit: ['Labs'], interests: ['Sailing'] };
    const other = { id: 'other', unit: ['Field'] };
    const alike = { id: 'alike', unit: ['Sales'], interests: ['sailing'] };
    const known = { id: 'met', unit: ['Sales'], interests: ['sailing'] };
    const choose = (...candidates: { id: string }[]) => bestFor([me], candidates, [met])?.personId;
    expect(choose(same, other, alike, known)).toBe('alike');
    expect(choose(same, known)).toBe('same');
    expect(choose(same, other)).toBe('other');
    expect(choose(known)).toBe('met');
    expect(choose()).toBeUndefined();
  });

  it('speaks a language both named', () => {
    const mute = { id: 'mute', unit: ['Field'], languages: ['ja'], interests: ['Sailing'] };
    const plain = { id: 'plain', unit: ['Labs'], languages: ['en'] };
    expect(bestFor([me], [mute, plain], [])?.personId).toBe('plain');
  });

  it('is the same in whatever order they come', () => {
    const candidates = ['x', 'y', 'z'].map((id) => ({ id, unit: [id] }));
    const best = bestFor([me], candidates, []);
    expect(bestFor([me], candidates.toReversed(), [])).toEqual(best);
  });

  it('sits with two as well', () => {
    const two = [me, { id: 'you', unit: ['Field'] }];
    const candidates = [
      { id: 'near', unit: ['Field'] },
      { id: 'far', unit: ['Sales'] },
    ];
    expect(bestFor(two, candidates, [])?.personId).toBe('far');
  });
});
