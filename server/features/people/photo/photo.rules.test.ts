import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraNotes, jpeg, png, webp } from '#test/helpers/pictures.ts';
import { orientationOf } from './orientation.rules.ts';
import { cleanPhoto } from './photo.rules.ts';

const SIDE = 1024;
const cleaned = (bytes: Buffer): Buffer => {
  const photo = cleanPhoto(bytes, SIDE);
  if (photo === null || photo === 'too-large') throw new Error(`It was refused: ${photo}`);
  return photo.bytes;
};
const exif = (notes: Buffer) => Buffer.concat([Buffer.from('Exif\0\0'), notes]);
const named = (name: string, marker: Buffer) => Buffer.concat([Buffer.from(`${name}\0`, 'latin1'), marker]);

describe('a photo', () => {
  it('is known by its bytes', () => {
    expect(cleanPhoto(png(300, {}, 200), SIDE)).toMatchObject({ mediaType: 'image/png', width: 300, height: 200 });
    expect(cleanPhoto(jpeg(), SIDE)).toMatchObject({ mediaType: 'image/jpeg', width: 8, height: 8 });
    expect(cleanPhoto(webp(), SIDE)).toMatchObject({ mediaType: 'image/webp', width: 1, height: 1 });
    for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.4', 'PK', ''])
      expect(cleanPhoto(Buffer.from(other.padEnd(64)), SIDE), other).toBeNull();
  });

  it('stays what it is where nothing is to be left out', () => {
    expect(cleaned(png())).toEqual(png());
    expect(cleaned(jpeg())).toEqual(jpeg());
    for (const photo of [png(), jpeg(), webp()]) expect(cleaned(cleaned(photo))).toEqual(cleaned(photo));
  });

  it('keeps nothing of what was written beside its pixels, in any part of any format', () => {
    const apps = Array.from({ length: 16 }, (_, app) => (0xe0 + app).toString(16));
    const chunks = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'gAMA', 'prVt', 'acTL', 'fcTL', 'fdAT', 'sPLT'];
    const parts = ['EXIF', 'XMP ', 'ICCP', 'ANIM', 'ABCD', 'exif'];
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 12, maxLength: 40 }),
        fc.nat(99),
        fc.integer({ min: 1, max: 8 }),
        (secret, pick, turn) => {
          const marker = Buffer.from(secret);
          const at = (places: readonly string[]) => places[pick % places.length] ?? '';
          const bodies = [
            marker,
            exif(cameraNotes(turn, marker)),
            ...['JFIF', 'Adobe', 'MPF', 'ICC_PROFILE'].map((name) => named(name, marker)),
          ];
          for (const body of bodies) {
            for (const photo of [
              jpeg({ [at([...apps, 'fe'])]: body }),
              jpeg({ e1: body }),
              png(8, { [at(chunks)]: body }),
              webp({ [at(parts)]: body }),
              jpeg({ behind: body }),
              png(8, { behind: body }),
              png(8, { packed: body }),
              webp({ behind: body }),
            ])
              expect(cleaned(photo).includes(marker)).toBe(false);
          }
        },
      ),
    );
  });

  it('stays the way up that it was taken, by the one note that says so', () => {
    for (let turn = 2; turn <= 8; turn += 1) {
      const notes = cameraNotes(turn, Buffer.from('a place in Lisbon'));
      for (const photo of [jpeg({ e1: exif(notes) }), png(8, { eXIf: notes }), webp({ EXIF: notes })]) {
        const kept = cleaned(photo);
        expect(orientationOf(kept.subarray(kept.indexOf('MM\0*', 0, 'latin1')))).toBe(turn);
      }
    }
    expect(cleaned(jpeg({ e1: exif(cameraNotes(1, Buffer.from('a place'))) }))).toEqual(jpeg());
  });

  it('is no other file at the same time', () => {
    for (const other of ['<html><script>alert(1)</script>', 'PK\u0003\u0004', '%PDF-1.4'])
      for (const photo of [
        jpeg({ fe: Buffer.from(other), behind: Buffer.from(other) }),
        png(8, { tEXt: Buffer.from(other), behind: Buffer.from(other) }),
        webp({ 'XMP ': Buffer.from(other), behind: Buffer.from(other) }),
      ])
        expect(cleaned(photo).includes(other)).toBe(false);
  });

  it('of billions of pixels is refused before it is unpacked', () => {
    const started = performance.now();
    expect(cleanPhoto(png(60_000, {}, 60_000), SIDE)).toBe('too-large');
    expect(cleanPhoto(jpeg({}, 60_000), SIDE)).toBe('too-large');
    expect(performance.now() - started).toBeLessThan(1000);
    // Says it is small, holds more.
    const bent = png(8, {}, 8);
    bent.writeUInt32BE(4, 16);
    expect(cleanPhoto(bent, SIDE)).toBeNull();
  });

  it('never breaks the reader, however it was cut or bent', () => {
    const whole = fc.constantFrom(png(9), jpeg(), webp({ EXIF: cameraNotes(3, Buffer.from('x')) }));
    fc.assert(
      fc.property(whole, fc.nat(90), fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, at, noise, isCut) => {
        const bent = Buffer.concat([
          bytes.subarray(0, at),
          noise,
          isCut ? Buffer.alloc(0) : bytes.subarray(at + noise.length),
        ]);
        const photo = cleanPhoto(bent, SIDE);
        expect(photo === null || photo === 'too-large' || Number.isInteger(photo.width)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
