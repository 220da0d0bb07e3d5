import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMetadata, photoFacts } from './photo.rules.ts';

const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
// Start of image, an empty comment, then the frame.
const jpeg = (width: number, height: number): Buffer => {
  const bytes = Buffer.from('ffd8fffe0002ffc000110800000000030122000211010311010000', 'hex');
  bytes.writeUInt16BE(height, 11);
  bytes.writeUInt16BE(width, 13);
  return bytes;
};
const webp = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF\0\0\0\0WEBPVP8X', 'latin1');
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
};

describe('a photo', () => {
  it('is known by its bytes', () => {
    expect(photoFacts(png(300, 200))).toEqual({ mediaType: 'image/png', width: 300, height: 200 });
    expect(photoFacts(jpeg(300, 200))).toEqual({ mediaType: 'image/jpeg', width: 300, height: 200 });
    expect(photoFacts(webp(300, 200))).toEqual({ mediaType: 'image/webp', width: 300, height: 200 });
    expect(photoFacts(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
  });

  it('never breaks the reader, however it was cut or bent', () => {
    const whole = fc.constantFrom(png(9, 9), jpeg(9, 9), webp(9, 9));
    fc.assert(
      fc.property(whole, fc.nat(40), fc.uint8Array({ maxLength: 40 }), (bytes, at, noise) => {
        const facts = photoFacts(Buffer.concat([bytes.subarray(0, at), noise]));
        expect(facts === null || Number.isInteger(facts.width)).toBe(true);
      }),
    );
  });

  it('carries metadata where a camera wrote some', () => {
    expect(hasMetadata(jpeg(9, 9))).toBe(false);
    expect(hasMetadata(Buffer.concat([jpeg(9, 9), Buffer.from('Exif\0\0MM')]))).toBe(true);
  });
});
