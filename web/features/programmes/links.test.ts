import { afterEach, expect, it, vi } from 'vitest';
import { keepLink, keptLink } from './links.ts';

afterEach(() => vi.unstubAllGlobals());

it('a link is kept for its programme alone', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  expect(keptLink('one')).toBeUndefined();
  keepLink('one', 'word');
  keepLink('two', 'other');
  expect([keptLink('one'), keptLink('two'), keptLink('three')]).toEqual(['word', 'other', undefined]);
  expect([...kept.keys()].every((key) => key.startsWith('loam.'))).toBe(true);
});
