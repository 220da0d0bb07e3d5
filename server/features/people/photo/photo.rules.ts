/** What a photo's own bytes say of it. */
export interface PhotoFacts {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
}

const text = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

function png(bytes: Buffer): PhotoFacts | null {
  if (text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || text(bytes, 12, 16) !== 'IHDR' || bytes.length < 24) return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function jpeg(bytes: Buffer): PhotoFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return null;
}

function webp(bytes: Buffer): PhotoFacts | null {
  if (bytes.length < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 12) !== 'WEBP') return null;
  const size = (width: number, height: number): PhotoFacts => ({ mediaType: 'image/webp', width, height });
  const kind = text(bytes, 12, 16);
  if (kind === 'VP8X') return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  return kind === 'VP8 ' ? size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff) : null;
}

/** Kind and size of a PNG, JPEG or WebP by its bytes, whatever it is called; null for anything else. */
export function photoFacts(bytes: Buffer): PhotoFacts | null {
  return png(bytes) ?? jpeg(bytes) ?? webp(bytes);
}

/** Whether a photo carries notes of camera or place, which must not be stored. */
export function hasMetadata(bytes: Buffer): boolean {
  return ['Exif\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap', 'XMP '].some((mark) =>
    bytes.includes(mark, 0, 'latin1'),
  );
}
