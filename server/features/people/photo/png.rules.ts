import { crc32, inflateSync } from 'node:zlib';
import type { CleanPhoto } from './clean-photo.rules.ts';
import { orientationNotes, orientationOf } from './orientation.rules.ts';

interface Chunk {
  name: string;
  body: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples a pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7: first column, first row, step across, step down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ name, body: bytes.subarray(at + 8, at + 8 + length) });
    if (name === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

function written({ name, body }: Chunk): Buffer {
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(name, 4, 'latin1');
  body.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, body.length + 8)), body.length + 8);
  return chunk;
}

/** How many bytes its pixels take before they are compressed. */
function sizeOf(head: Buffer): number {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bits = (head[8] ?? 0) * (SAMPLES[head[9] ?? -1] ?? 0);
  const pass = (across: number, down: number) => (across > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0);
  if (head[12] === 0) return pass(width, height);
  return PASSES.reduce(
    (sum, [left, top, right, below]) =>
      sum + pass(Math.ceil((width - left) / right), Math.max(0, Math.ceil((height - top) / below))),
    0,
  );
}

/** What `info: true` makes of the answer; the types do not say so. */
interface Unpacked {
  buffer: Buffer;
  engine: { bytesWritten: number };
}
const isUnpacked = (value: unknown): value is Unpacked =>
  typeof value === 'object' && value !== null && 'engine' in value;

/** The compressed pixels without what may hang behind them; null where they are not those of the picture. */
function pixelsOf(chunks: readonly Chunk[], size: number): Buffer | null {
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ body }) => body));
  try {
    const unpacked: unknown = inflateSync(packed, { info: true, maxOutputLength: size + 1 });
    if (!isUnpacked(unpacked) || unpacked.buffer.length !== size) return null;
    return packed.subarray(0, unpacked.engine.bytesWritten);
  } catch {
    return null;
  }
}

const isHead = (head: Buffer): boolean =>
  head.length === 13 &&
  [1, 2, 4, 8, 16].includes(head[8] ?? 0) &&
  SAMPLES[head[9] ?? -1] !== undefined &&
  head[10] === 0 &&
  head[11] === 0 &&
  (head[12] ?? 2) <= 1;

const isPalette = ({ name, body }: Chunk): boolean =>
  name === 'PLTE' ? body.length % 3 === 0 && body.length <= 768 : body.length <= 256;

/** A PNG from its head, palette and pixels alone: no text, no time, no profile, no further frames, nothing behind. */
export function cleanPng(bytes: Buffer, most: number): CleanPhoto | 'too-large' | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (!chunks || head?.name !== 'IHDR' || !isHead(head.body)) return null;
  const [width, height] = [head.body.readUInt32BE(0), head.body.readUInt32BE(4)];
  if (width < 1 || height < 1) return null;
  // Before anything is unpacked: a small file may hold billions of pixels.
  if (width > most || height > most) return 'too-large';
  const pixels = pixelsOf(chunks, sizeOf(head.body));
  const palette = ['PLTE', 'tRNS'].flatMap((wanted) => chunks.find(({ name }) => name === wanted) ?? []);
  if (!pixels || !palette.every(isPalette)) return null;
  const notes = chunks.find(({ name }) => name === 'eXIf');
  const upright = notes && orientationNotes(orientationOf(notes.body));
  const kept = [
    head,
    ...(upright ? [{ name: 'eXIf', body: upright }] : []),
    ...palette,
    { name: 'IDAT', body: pixels },
    { name: 'IEND', body: Buffer.alloc(0) },
  ];
  return { mediaType: 'image/png', width, height, bytes: Buffer.concat([SIGNATURE, ...kept.map(written)]) };
}
