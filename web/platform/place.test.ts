import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it.each([
  ['/', ''],
  ['/people', ''],
  ['/sample', '/sample'],
  ['/sample/people', '/sample'],
  ['/samples', ''],
  ['/people/sample', ''],
])('%s lies below "%s"', async (pathname, base) => {
  vi.resetModules();
  vi.stubGlobal('location', { pathname });
  expect((await import('./place.ts')).base).toBe(base);
});
