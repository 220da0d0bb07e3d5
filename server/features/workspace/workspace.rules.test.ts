import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom, plainCode } from './workspace.rules.ts';

describe('the set-up code', () => {
  it('has two groups of four, without letters or digits that look alike, and is the same each time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (hex) => {
        expect(codeFrom(hex)).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{4}-[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{4}$/);
        expect(codeFrom(hex)).toBe(codeFrom(hex));
      }),
    );
  });

  it('differs with the secret', () => {
    const codes = Array.from({ length: 500 }, (_, index) => codeFrom(index.toString(16).padStart(4, '0').repeat(16)));
    expect(new Set(codes).size).toBeGreaterThan(25);
  });

  it('is understood however it is typed', () => {
    const typed = fc.constantFrom('abcd-2345', 'ABCD 2345', ' abcd2345 ', 'a b c d – 2345');
    fc.assert(
      fc.property(typed, (text) => {
        expect(plainCode(text)).toBe('ABCD2345');
      }),
    );
  });
});
