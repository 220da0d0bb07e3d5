import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idsIn, signIds } from './link-token.ts';

const ids = fc.array(fc.uuid(), { maxLength: 4 });
const note = fc.string({ maxLength: 12, unit: 'grapheme' });

it('reads back what it signed, with the same secret alone', () => {
  fc.assert(
    fc.property(ids, note, (given, text) => {
      const token = signIds('secret', given, text);
      expect(token).toMatch(/^[\w-]+$/);
      expect(idsIn('secret', token)).toEqual({ ids: given, note: text });
      expect(idsIn('another', token)).toBeNull();
    }),
  );
});

it('reads nothing that was changed in any place, nor any other text', () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.nat(), fc.string(), (given, place, by, other) => {
      const bytes = Buffer.from(signIds('secret', given, 'm'), 'base64url');
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 + (by % 255));
      expect(idsIn('secret', bytes.toString('base64url'))).toBeNull();
      expect(idsIn('secret', other)).toBeNull();
    }),
  );
});
