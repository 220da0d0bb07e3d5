import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from './next.ts';

describe('safeNext', () => {
  it.each(['/', '/people', '/people?q=ana', '/meet/1#later'])('keeps %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    undefined,
    '',
    'people',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
  ])('takes %j home', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it('never leaves the place', () => {
    const parts = fc.array(fc.constantFrom('/', '\\', '\t', '\n', '\r', ' ', 'e.example', ':', '?', '@'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, (chosen) => {
        expect(new URL(safeNext(chosen.join('')), 'https://loam.example').origin).toBe('https://loam.example');
      }),
    );
  });
});
