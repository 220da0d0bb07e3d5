import type { CleanPhoto } from './clean-photo.rules.ts';
import { orientationNotes, orientationOf } from './orientation.rules.ts';

interface Chunk {
  name: string;
  body: Buffer;
}

const HAS_ALPHA = 0x10;
const HAS_EXIF = 0x08;

function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return null;
    chunks.push({ name: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function written({ name, body }: Chunk): Buffer {
  const chunk = Buffer.alloc(8 + body.length + (body.length % 2));
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(body.length, 4);
  body.copy(chunk, 8);
  return chunk;
}

/** Width and height by the pixels themselves; null where they are none. */
function sidesOf({ name, body }: Chunk): [number, number] | null {
  if (name === 'VP8L') {
    if (body.length < 5 || body[0] !== 0x2f) return null;
    const bits = body.readUInt32LE(1);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (body.length < 10 || body.toString('hex', 3, 6) !== '9d012a') return null;
  return [body.readUInt16LE(6) & 0x3fff, body.readUInt16LE(8) & 0x3fff];
}

function extended(width: number, height: number, flags: number): Chunk {
  const body = Buffer.alloc(10);
  body[0] = flags;
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return { name: 'VP8X', body };
}

function notesOf(chunks: readonly Chunk[]): Buffer | null {
  const found = chunks.find(({ name }) => name === 'EXIF')?.body;
  if (!found) return null;
  return orientationNotes(orientationOf(found.toString('latin1', 0, 4) === 'Exif' ? found.subarray(6) : found));
}

/** A still WebP from its pixels and their transparency alone. */
export function cleanWebp(bytes: Buffer, most: number): CleanPhoto | 'too-large' | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const chunks = chunksOf(bytes);
  const pixels = chunks?.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const sides = pixels && sidesOf(pixels);
  if (!chunks || !pixels || !sides) return null;
  const [width, height] = sides;
  if (width < 1 || height < 1) return null;
  if (width > most || height > most) return 'too-large';
  const alpha = pixels.name === 'VP8 ' ? chunks.find(({ name }) => name === 'ALPH') : undefined;
  const notes = notesOf(chunks);
  const isLossless = pixels.name === 'VP8L';
  const flags = (alpha || isLossless ? HAS_ALPHA : 0) | (notes ? HAS_EXIF : 0);
  const parts = [
    ...(alpha || notes ? [extended(width, height, flags)] : []),
    ...(alpha ? [alpha] : []),
    pixels,
    ...(notes ? [{ name: 'EXIF', body: notes }] : []),
  ].map(written);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  const whole = Buffer.concat([head, ...parts]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return { mediaType: 'image/webp', width, height, bytes: whole };
}
