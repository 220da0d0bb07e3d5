import { crc32, deflateSync } from 'node:zlib';

type Bytes = Buffer<ArrayBuffer>;

/** Parts to put into a picture, each where its format lets programs write what they like. */
export interface Extras {
  [place: string]: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function pngChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
}

/** A grey PNG, with chunks of these names; `behind` hangs after its end, `packed` behind its pixels. */
export function png(width = 8, extras: Extras = {}, height = 8): Bytes {
  const { behind = Buffer.alloc(0), packed = Buffer.alloc(0), ...chunks } = extras;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 100_000)));
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', head),
    ...Object.entries(chunks).map(([name, body]) => pngChunk(name, body)),
    pngChunk('IDAT', Buffer.concat([pixels, packed])),
    pngChunk('IEND', Buffer.alloc(0)),
    behind,
  ]);
}

function jpegSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A grey baseline JPEG of 8 × 8, with segments of these markers in hex; `behind` hangs after its end. */
export function jpeg(extras: Extras = {}, side = 8): Bytes {
  const { behind = Buffer.alloc(0), ...segments } = extras;
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(side, 1);
  frame.writeUInt16BE(side, 3);
  const oneCode = (kind: number) => Buffer.from([kind, 1, ...Array(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...Object.entries(segments).map(([marker, body]) => jpegSegment(Number.parseInt(marker, 16), body)),
    jpegSegment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    jpegSegment(0xc0, frame),
    jpegSegment(0xc4, oneCode(0)),
    jpegSegment(0xc4, oneCode(0x10)),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
    behind,
  ]);
}

function webpChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A lossless WebP of one pixel, extended by chunks of these names; `behind` hangs after its end. */
export function webp(extras: Extras = {}): Bytes {
  const { behind = Buffer.alloc(0), ...chunks } = extras;
  const pixels = webpChunk('VP8L', Buffer.from('2f00000010071011118888fe0700', 'hex').subarray(0, 13));
  const wide = Buffer.alloc(10);
  wide[0] = 0x3c;
  const parts = Buffer.concat([
    Buffer.from('WEBP'),
    webpChunk('VP8X', wide),
    ...Object.entries(chunks)
      .filter(([name]) => !['EXIF', 'XMP '].includes(name))
      .map(([name, body]) => webpChunk(name, body)),
    pixels,
    ...Object.entries(chunks)
      .filter(([name]) => ['EXIF', 'XMP '].includes(name))
      .map(([name, body]) => webpChunk(name, body)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(parts.length, 4);
  return Buffer.concat([head, parts, behind]);
}

/** A camera's notes: which way up, a maker's name, and something of one's own. */
export function cameraNotes(orientation: number, own: Buffer): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(own.length, 14);
  tiff.writeUInt32LE(tiff.length, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  return Buffer.concat([tiff, own]);
}
