const TAG = 0x0112;
const SHORT = 3;
// A camera writes some forty.
const MOST_TAGS = 500;

/** Which way up a camera held it, 1 to 8, by the notes it wrote; 1 where they say nothing. */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < 14) return 1;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const count = Math.min(short(start), MOST_TAGS);
  for (let tag = 0; tag < count; tag += 1) {
    const at = start + 2 + tag * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) !== TAG || short(at + 2) !== SHORT) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Notes that say which way up a photo is, and nothing else; null for one that stands upright. */
export function orientationNotes(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
