import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cameraNotes, jpeg, png, webp } from '#test/helpers/pictures.ts';
import { cleanJpeg } from './jpeg.rules.ts';
import { orientationNotes, orientationOf } from './orientation.rules.ts';
import { cleanPng } from './png.rules.ts';
import { cleanWebp } from './webp.rules.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const bytesOf = (photo: ReturnType<typeof cleanPng>): Buffer | null =>
  photo && photo !== 'too-large' ? photo.bytes : null;

/** A PNG of these chunks, its sums left at nothing: what is kept is written anew. */
function pngOf(
  head: Partial<{ width: number; height: number; bits: number; colour: number; laced: number }>,
  chunks: [string, Buffer][],
): Buffer {
  const { width = 8, height = 8, bits = 8, colour = 0, laced = 0 } = head;
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([bits, colour, 0, 0, laced], 8);
  const parts = [['IHDR', body] as const, ...chunks, ['IEND', Buffer.alloc(0)] as const].map(([name, each]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(each.length);
    return Buffer.concat([length, Buffer.from(name), each, Buffer.alloc(4)]);
  });
  return Buffer.concat([hex('89504e470d0a1a0a'), ...parts]);
}
const pixels = (count: number): [string, Buffer] => ['IDAT', deflateSync(Buffer.alloc(count))];

describe('a PNG', () => {
  it.each<[string, Parameters<typeof pngOf>[0], number]>([
    ['grey', {}, 8 * 9],
    ['grey of one bit', { bits: 1, width: 9 }, 8 * 3],
    ['colours of 16 bits', { bits: 16, colour: 2 }, 8 * 49],
    ['a palette of four bits', { bits: 4, colour: 3, width: 7 }, 8 * 5],
    ['grey with transparency', { colour: 4 }, 8 * 17],
    ['colours with transparency', { colour: 6 }, 8 * 33],
    ['laced grey', { laced: 1 }, 2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9],
    ['laced grey beyond one pattern', { laced: 1, width: 17, height: 17 }, 12 + 9 + 12 + 25 + 40 + 81 + 144],
    ['one laced pixel', { laced: 1, width: 1, height: 1 }, 2],
    ['a laced column', { laced: 1, width: 1, height: 5 }, 2 + 2 + 2 + 2 * 2],
    ['a laced row', { laced: 1, width: 5, height: 1 }, 2 + 2 + 2 + 3],
  ])('of %s holds as many bytes as its head says', (_, head, size) => {
    expect(bytesOf(cleanPng(pngOf(head, [pixels(size)]), 100))).not.toBeNull();
    expect(cleanPng(pngOf(head, [pixels(size - 1)]), 100)).toBeNull();
    expect(cleanPng(pngOf(head, [pixels(size + 1)]), 100)).toBeNull();
  });

  it('is refused where its head says what there is not', () => {
    const heads = [
      { bits: 3 },
      { bits: 0 },
      { colour: 1 },
      { colour: 5 },
      { colour: 7 },
      { laced: 2 },
      { width: 0 },
      { height: 0 },
    ];
    for (const head of heads) expect(cleanPng(pngOf(head, [pixels(72)]), 100), JSON.stringify(head)).toBeNull();
    // As many bytes as such a head would hold.
    expect(cleanPng(pngOf({ colour: 5 }, [pixels(8)]), 100)).toBeNull();
    expect(cleanPng(pngOf({ bits: 3 }, [pixels(8 * 4)]), 100)).toBeNull();
    const packed = pngOf({}, [pixels(72)]);
    for (const at of [26, 27]) {
      const other = Buffer.from(packed);
      other[at] = 1;
      expect(cleanPng(other, 100)).toBeNull();
    }
  });

  it('may be as large as is allowed, either way', () => {
    const sized = (width: number, height: number) =>
      cleanPng(pngOf({ width, height }, [pixels((width + 1) * height)]), 8);
    expect(sized(8, 8)).toMatchObject({ width: 8, height: 8 });
    expect([sized(9, 8), sized(8, 9)]).toEqual(['too-large', 'too-large']);
  });

  it('keeps a palette and its transparency within their bounds', () => {
    const kept = (palette: number, clear: number) => {
      const chunks: [string, Buffer][] = [
        ['PLTE', Buffer.alloc(palette, 1)],
        ['tRNS', Buffer.alloc(clear, 2)],
        pixels(72),
      ];
      return bytesOf(cleanPng(pngOf({ colour: 3 }, chunks), 100));
    };
    expect(kept(768, 256)?.includes('tRNS')).toBe(true);
    expect(kept(3, 1)?.includes('PLTE')).toBe(true);
    expect([kept(769, 1), kept(771, 1), kept(4, 1), kept(3, 257)]).toEqual([null, null, null, null]);
    expect(kept(300, 1)).not.toBeNull();
    expect(kept(3, 250)).not.toBeNull();
  });

  it('may have its pixels in parts, and ends where it says so', () => {
    const [, whole] = pixels(72);
    const parts: [string, Buffer][] = [
      ['IDAT', whole.subarray(0, 5)],
      ['tEXt', Buffer.from('x')],
      ['IDAT', whole.subarray(5)],
    ];
    expect(bytesOf(cleanPng(pngOf({}, parts), 100))).toEqual(bytesOf(cleanPng(pngOf({}, [pixels(72)]), 100)));
    const cut = pngOf({}, [pixels(72)]);
    expect(cleanPng(cut.subarray(0, -12), 100)).toBeNull();
    expect(cleanPng(Buffer.concat([cut, Buffer.alloc(20)]), 100)).not.toBeNull();
    expect(cleanPng(pngOf({}, []), 100)).toBeNull();
  });

  it('has its sums right and its pixels alone', () => {
    expect(bytesOf(cleanPng(png(8, { tEXt: Buffer.from('x'), eXIf: cameraNotes(1, Buffer.alloc(0)) }), 100))).toEqual(
      png(8),
    );
    const turned = bytesOf(cleanPng(png(8, { eXIf: cameraNotes(6, Buffer.from('x')) }), 100));
    expect(turned?.toString('hex')).toContain('65584966' + '4d4d002a000000080001011200030000000100060000' + '00000000');
  });
});

describe('which way up', () => {
  const tiff = (more: string) => hex(`4d4d002a00000008${more}`);
  it.each<[string, Buffer, number]>([
    ['the first of two tags', tiff('0002 010f 0003 00000001 00040000 0112 0003 00000001 00060000 00000000'), 6],
    ['another kind of number', tiff('0001 0112 0004 00000001 00060000 00000000'), 1],
    ['nothing that there is', tiff('0001 0112 0003 00000001 00090000 00000000'), 1],
    ['nought', tiff('0001 0112 0003 00000001 00000000 00000000'), 1],
    ['the highest', tiff('0001 0112 0003 00000001 00080000 00000000'), 8],
    ['no tags', tiff('0000 00000000 00000000'), 1],
    ['tags that are cut off', tiff('0002 010f 0003 00000001 00040000 0112 0003'), 1],
    ['a list behind its end', hex('4d4d002a000000ff00010112'), 1],
    ['no notes', Buffer.from('no notes at all'), 1],
    ['the other order', cameraNotes(3, Buffer.from('x')), 3],
  ])('is told by %s', (_, notes, turn) => {
    expect(orientationOf(notes)).toBe(turn);
  });
});

const segment = (marker: string, body: Buffer): Buffer => {
  const head = hex(`ff${marker}0000`);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const FRAME = segment('c0', hex('08 0008 0008 01 01 11 00'));
const SCAN = Buffer.concat([segment('da', hex('01 01 00 00 3f 00')), hex('3f')]);
const END = hex('ffd9');
const jpegOf = (...parts: Buffer[]): Buffer => Buffer.concat([hex('ffd8'), ...parts]);

describe('a JPEG', () => {
  const takes = (...parts: Buffer[]) => bytesOf(cleanJpeg(jpegOf(...parts), 100)) !== null;

  it('is a frame and its scans, to its end or cut short', () => {
    expect(takes(FRAME, SCAN, END)).toBe(true);
    expect(takes(FRAME, SCAN)).toBe(true);
    expect(takes(hex('ffff').subarray(0, 1), FRAME, SCAN, END)).toBe(true);
    expect([takes(FRAME, END), takes(SCAN, END), takes(FRAME, FRAME, SCAN, END), takes(FRAME)]).toEqual(
      Array(4).fill(false),
    );
  });

  it('holds tables of their own length alone', () => {
    const table = (marker: string, ...lengths: number[]) =>
      lengths.map((length) => takes(segment(marker, Buffer.alloc(length)), FRAME, SCAN, END));
    expect(table('db', 65, 130, 64, 66)).toEqual([true, true, false, false]);
    expect(takes(segment('db', Buffer.concat([hex('10'), Buffer.alloc(128)])), FRAME, SCAN, END)).toBe(true);
    expect(takes(segment('db', Buffer.concat([hex('10'), Buffer.alloc(127)])), FRAME, SCAN, END)).toBe(false);
    expect(table('c4', 17, 34, 16, 18)).toEqual([true, true, false, false]);
    const codes = Buffer.concat([hex('00 02 01'), Buffer.alloc(14), Buffer.alloc(3)]);
    expect([
      takes(segment('c4', codes), FRAME, SCAN, END),
      takes(segment('c4', codes.subarray(1)), FRAME, SCAN, END),
    ]).toEqual([...[true, false]]);
    expect(table('dd', 2, 1, 3)).toEqual([true, false, false]);
    expect(table('cc', 2, 64, 0, 1, 66)).toEqual([true, true, true, false, false]);
  });

  it('has a frame and scans of as many parts as they say', () => {
    const frame = (text: string) => takes(segment('c2', hex(text)), SCAN, END);
    expect([frame('08 0008 0008 01 01 11 00'), frame('08 0008 0008 03 01 11 00 02 11 00 03 11 00')]).toEqual([
      true,
      true,
    ]);
    expect([frame('08 0008 0008 02 01 11 00'), frame('08 0008 0008'), frame('08 0008 0008 01 01 11 00 00')]).toEqual([
      ...[false, false, false],
    ]);
    expect([frame('08 0000 0008 01 01 11 00'), frame('08 0008 0000 01 01 11 00')]).toEqual([false, false]);
    const scan = (text: string) => takes(FRAME, segment('da', hex(text)), hex('3f'), END);
    expect([scan('02 01 00 02 00 00 3f 00'), scan('02 01 00 00 3f 00'), scan('')]).toEqual([true, false, false]);
  });

  it('is as large as is allowed, either way', () => {
    const sized = (sides: string) => cleanJpeg(jpegOf(segment('c0', hex(`08 ${sides} 01 01 11 00`)), SCAN, END), 8);
    expect(sized('0008 0007')).toMatchObject({ width: 7, height: 8 });
    expect([sized('0009 0008'), sized('0008 0009')]).toEqual(['too-large', 'too-large']);
  });

  it('keeps pixels with stuffed and restarting bytes, up to the next segment', () => {
    const scan = Buffer.concat([segment('da', hex('01 01 00 00 3f 00')), hex('11 ff00 22 ffd0 33 ffd7 44')]);
    const cleaned = bytesOf(cleanJpeg(jpegOf(FRAME, scan, segment('fe', Buffer.from('secret')), SCAN, END), 100));
    expect(cleaned).toEqual(jpegOf(FRAME, scan, SCAN, END));
    expect(bytesOf(cleanJpeg(jpegOf(FRAME, scan, hex('ff')), 100))).toEqual(jpegOf(FRAME, scan, hex('ff'), END));
  });

  it('keeps of colours that it is JFIF, and how Adobe’s were turned', () => {
    const JFIF = 'ffe000104a46494600010100000100010000';
    const adobe = (turned: string) =>
      segment('ee', Buffer.concat([Buffer.from('Adobe'), hex(`0064 c000 0000 ${turned}`)]));
    const kept = (...parts: Buffer[]) =>
      bytesOf(cleanJpeg(jpegOf(...parts, FRAME, SCAN, END), 100))?.toString('hex') ?? '';
    expect(kept(segment('e0', Buffer.from('JFIF\0thumbnail')))).toContain(JFIF);
    expect(kept(segment('e0', Buffer.from('JFXX\0')))).not.toContain('ffe0');
    expect(kept(segment('e1', Buffer.from('JFIF\0')))).not.toContain('ffe');
    for (const turned of ['00', '01', '02'])
      expect(kept(adobe(turned))).toContain(`ffee000e41646f6265006400000000${turned}`);
    expect([kept(adobe('03')), kept(adobe(''))].join()).not.toContain('ffee');
    expect(kept(segment('ee', Buffer.from('Other0123456789')))).not.toContain('ffee');
  });

  it('is refused where a segment is none', () => {
    expect(takes(hex('00'), FRAME, SCAN, END)).toBe(false);
    expect(takes(hex('ffe00001'), FRAME, SCAN, END)).toBe(false);
    expect(takes(hex('ffe00002'), FRAME, SCAN, END)).toBe(true);
    expect(takes(hex('ffd00002'), FRAME, SCAN, END)).toBe(false);
    expect(takes(hex('ffbf0002'), FRAME, SCAN, END)).toBe(false);
    expect(takes(hex('ffe0ffff'), FRAME, SCAN, END)).toBe(false);
    expect(cleanJpeg(jpeg().subarray(1), 100)).toBeNull();
  });
});

describe('a WebP', () => {
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const webpOf = (...parts: Buffer[]): Buffer => {
    const whole = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...parts]);
    whole.writeUInt32LE(whole.length - 8, 4);
    return whole;
  };
  const lossy = (width: number, height: number) => {
    const body = Buffer.concat([hex('000000 9d012a 0000 0000'), Buffer.alloc(8, 7)]);
    body.writeUInt16LE(width, 6);
    body.writeUInt16LE(height, 8);
    return chunk('VP8 ', body);
  };
  const lossless = (width: number, height: number) => {
    const body = Buffer.alloc(14);
    body[0] = 0x2f;
    body.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
    return chunk('VP8L', body);
  };

  it('is as large as its pixels say', () => {
    expect(cleanWebp(webpOf(lossy(40, 30)), 100)).toMatchObject({ width: 40, height: 30 });
    // The two bits above say how it was scaled.
    expect(cleanWebp(webpOf(lossy(0xc000 | 40, 0x4000 | 30)), 100)).toMatchObject({ width: 40, height: 30 });
    expect(cleanWebp(webpOf(lossless(40, 30)), 100)).toMatchObject({ width: 40, height: 30 });
    expect(cleanWebp(webpOf(lossless(16_384, 16_384)), 20_000)).toMatchObject({ width: 16_384, height: 16_384 });
    expect(cleanWebp(webpOf(lossy(16_383, 1)), 20_000)).toMatchObject({ width: 16_383, height: 1 });
    const sized = (width: number, height: number) => cleanWebp(webpOf(lossy(width, height)), 30);
    expect([sized(31, 30), sized(30, 31), sized(0, 30), sized(30, 0)]).toEqual(['too-large', 'too-large', null, null]);
    expect(sized(30, 30)).toMatchObject({ width: 30 });
  });

  it('keeps pixels and their transparency, and says so in front', () => {
    const [alpha, plain] = [chunk('ALPH', hex('00 01 02')), lossy(40, 30)];
    expect(bytesOf(cleanWebp(webpOf(plain), 100))).toEqual(webpOf(plain));
    const wide = chunk('VP8X', hex('10 000000 270000 1d0000'));
    expect(bytesOf(cleanWebp(webpOf(chunk('VP8X', Buffer.alloc(10, 255)), alpha, plain), 100))).toEqual(
      webpOf(wide, alpha, plain),
    );
    // Lossless pixels hold their own.
    expect(bytesOf(cleanWebp(webpOf(alpha, lossless(40, 30)), 100))).toEqual(webpOf(lossless(40, 30)));
  });

  it('keeps which way up it is, with or without a name before the notes', () => {
    const notes = cameraNotes(6, Buffer.from('secret'));
    const upright = chunk('EXIF', hex('4d4d002a000000080001011200030000000100060000 00000000'));
    for (const body of [notes, Buffer.concat([Buffer.from('Exif\0\0'), notes])]) {
      const cleaned = bytesOf(cleanWebp(webpOf(lossy(40, 30), chunk('EXIF', body)), 100));
      expect(cleaned).toEqual(webpOf(chunk('VP8X', hex('08 000000 270000 1d0000')), lossy(40, 30), upright));
      const other = bytesOf(cleanWebp(webpOf(lossless(40, 30), chunk('EXIF', body)), 100));
      expect(other).toEqual(webpOf(chunk('VP8X', hex('18 000000 270000 1d0000')), lossless(40, 30), upright));
    }
  });

  it('is refused where it is none, or cut', () => {
    const whole = webpOf(lossy(40, 30));
    expect(cleanWebp(webp(), 100)).not.toBeNull();
    expect(cleanWebp(whole.subarray(0, -1), 100)).toBeNull();
    expect(cleanWebp(webpOf(chunk('ANMF', Buffer.alloc(30))), 100)).toBeNull();
    const bent = (at: number) => {
      const other = Buffer.from(whole);
      other[at] = 0;
      return cleanWebp(other, 100);
    };
    expect([bent(0), bent(8), bent(23), bent(24), bent(25)]).toEqual(Array(5).fill(null));
    const unsigned = webpOf(lossless(40, 30));
    unsigned[20] = 0;
    expect(cleanWebp(unsigned, 100)).toBeNull();
    expect(bytesOf(cleanWebp(Buffer.concat([whole, Buffer.from('behind it')]), 100))).toEqual(whole);
  });
});

describe('notes of which way up', () => {
  const little = (turn: string) => hex(`49492a0008000000 0100 1201 0300 01000000 ${turn}00 0000 00000000`);

  it('are read in either order of bytes, from one to eight', () => {
    expect(['01', '02', '08', '09', '00'].map((turn) => orientationOf(little(turn)))).toEqual([1, 2, 8, 1, 1]);
    const other = little('06');
    other.write('XX', 'latin1');
    expect(orientationOf(other)).toBe(1);
    other.write('IM', 'latin1');
    expect(orientationOf(other)).toBe(1);
  });

  it('are looked for in five hundred tags, and to the last byte', () => {
    const notes = (before: number) => {
      const tag = (text: string) => hex(text.replaceAll(' ', ''));
      const count = Buffer.alloc(2);
      count.writeUInt16BE(before + 1);
      const others = Array.from({ length: before }, () => tag('010f 0003 00000001 00040000'));
      return Buffer.concat([hex('4d4d002a00000008'), count, ...others, tag('0112 0003 00000001 00060000')]);
    };
    expect([notes(0), notes(499), notes(500)].map(orientationOf)).toEqual([6, 6, 1]);
    expect(orientationOf(notes(0).subarray(0, -1))).toBe(1);
    expect(orientationOf(Buffer.alloc(13))).toBe(1);
  });

  it('are written only where it does not stand upright', () => {
    expect(orientationNotes(1)).toBeNull();
    for (let turn = 2; turn <= 8; turn += 1)
      expect(orientationOf(orientationNotes(turn) ?? Buffer.alloc(0))).toBe(turn);
    expect(orientationNotes(3)).toHaveLength(26);
  });
});

it('a JPEG is refused where its last four bytes begin a segment that is not there', () => {
  const bytes = (end: string) => bytesOf(cleanJpeg(jpegOf(FRAME, SCAN, hex(end)), 100));
  expect([bytes('ffe0ffff'), bytes('ffe00001')]).toEqual([null, null]);
  expect([bytes('ffe00002'), bytes('ffffd9')].every((each) => each?.equals(jpegOf(FRAME, SCAN, END)))).toBe(true);
});
