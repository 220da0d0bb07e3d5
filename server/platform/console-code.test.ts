import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, CONSOLE_CODE_LENGTH, consoleCode, plainCode } from './console-code.ts';

describe('a code of the console', () => {
  it('has three groups of four, without letters or digits that look alike, and is the same each time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (hex) => {
        expect(consoleCode(hex)).toMatch(/^(?:[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{4}-){2}[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{4}$/);
        expect(consoleCode(hex)).toBe(consoleCode(hex));
      }),
    );
  });

  it('is too long to guess, even a hundred thousand times a second for a day', () => {
    expect((100_000 * 86_400) / ALPHABET.length ** CONSOLE_CODE_LENGTH).toBeLessThan(1e-6);
  });

  it('differs with the secret', () => {
    const codes = Array.from({ length: 500 }, (_, index) =>
      consoleCode(index.toString(16).padStart(4, '0').repeat(16)),
    );
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
