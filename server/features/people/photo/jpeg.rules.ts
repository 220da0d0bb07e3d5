import type { CleanPhoto } from './clean-photo.rules.ts';
import { orientationNotes, orientationOf } from './orientation.rules.ts';

interface Segment {
  marker: number;
  /** Without marker and length. */
  body: Buffer;
  /** Of a scan: its pixels. */
  pixels: Buffer;
}

const SCAN = 0xda;
const END = 0xd9;
const EXIF = 'Exif\0\0';
// Version 1.1, square pixels, no thumbnail.
const JFIF = Buffer.from('ffe000104a46494600010100000100010000', 'hex');

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Its segments up to the end of the image; null where they do not follow each other as they should. */
function segmentsOf(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return segments;
    const length = bytes.readUInt16BE(at + 2);
    const next = at + 2 + length;
    if (marker < 0xc0 || isRestart(marker) || length < 2 || next > bytes.length) return null;
    const until = marker === SCAN ? endOfPixels(bytes, next) : next;
    segments.push({ marker, body: bytes.subarray(at + 4, next), pixels: bytes.subarray(next, until) });
    at = until;
  }
  return segments.some(({ marker }) => marker === SCAN) ? segments : null;
}

function endOfPixels(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** Whether a segment is one that pixels need, and holds nothing beyond it. */
function isNeeded({ marker, body }: Segment): boolean {
  if (isFrame(marker)) return body.length >= 6 && body.length === 6 + 3 * (body[5] ?? 0);
  if (marker === SCAN) return body.length >= 1 && body.length === 4 + 2 * (body[0] ?? 0);
  if (marker === 0xdb) return isFull(body, (at) => ((body[at] ?? 0) >> 4 ? 129 : 65));
  if (marker === 0xc4)
    return isFull(body, (at) => 17 + body.subarray(at + 1, at + 17).reduce((sum, one) => sum + one, 0));
  if (marker === 0xdd) return body.length === 2;
  return marker === 0xcc && body.length % 2 === 0 && body.length <= 64;
}

const isKept = ({ marker }: Segment): boolean => isFrame(marker) || [SCAN, 0xdb, 0xc4, 0xdd, 0xcc].includes(marker);

function isFull(body: Buffer, sizeAt: (at: number) => number): boolean {
  let at = 0;
  while (at < body.length) at += sizeAt(at);
  return at === body.length;
}

function written(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What decoders need to know of colours: of JFIF that it is one, of Adobe's how they were turned. */
function colours(segments: readonly Segment[]): Buffer[] {
  const kept: Buffer[] = [];
  if (segments.some(({ marker, body }) => marker === 0xe0 && body.toString('latin1', 0, 5) === 'JFIF\0'))
    kept.push(JFIF);
  const adobe = segments.find(({ marker, body }) => marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe');
  const turned = adobe?.body[11];
  if (turned !== undefined && turned <= 2) {
    kept.push(written(0xee, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, turned])));
  }
  return kept;
}

function orientation(segments: readonly Segment[]): Buffer[] {
  const notes = segments.find(({ marker, body }) => marker === 0xe1 && body.toString('latin1', 0, 6) === EXIF);
  const kept = notes && orientationNotes(orientationOf(notes.body.subarray(6)));
  return kept ? [written(0xe1, Buffer.concat([Buffer.from(EXIF, 'latin1'), kept]))] : [];
}

/** A JPEG from its tables and scans alone: no comments, no camera's notes, no thumbnails, nothing after its end. */
export function cleanJpeg(bytes: Buffer, most: number): CleanPhoto | 'too-large' | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const segments = segmentsOf(bytes);
  if (!segments) return null;
  const kept = segments.filter(isKept);
  const frames = kept.filter(({ marker }) => isFrame(marker));
  const frame = frames[0]?.body;
  if (!frame || frames.length > 1 || !kept.every(isNeeded) || !kept.some(({ marker }) => marker === SCAN)) return null;
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  if (width < 1 || height < 1) return null;
  if (width > most || height > most) return 'too-large';
  const parts = kept.flatMap(({ marker, body, pixels }) => [written(marker, body), pixels]);
  const whole = [Buffer.from([0xff, 0xd8]), ...colours(segments), ...orientation(segments), ...parts];
  return { mediaType: 'image/jpeg', width, height, bytes: Buffer.concat([...whole, Buffer.from([0xff, END])]) };
}
