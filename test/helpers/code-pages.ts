import type { Encoding } from '#engine/tables/encodings.ts';

/** The bytes of each sign of a code page; what it has not is absent. */
export function signsOf(encoding: Encoding): Map<string, number[]> {
  const signs = new Map<string, number[]>();
  const strict = new TextDecoder(encoding, { fatal: true });
  const put = (...bytes: number[]) => {
    try {
      const text = strict.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !signs.has(text)) signs.set(text, bytes);
    } catch {
      // Not every pair is a sign.
    }
  };
  for (let first = 0; first < 256; first += 1) put(first);
  if (['shift_jis', 'gb18030', 'euc-kr', 'big5'].includes(encoding))
    for (let first = 0x81; first < 255; first += 1)
      for (let second = 0x40; second < 255; second += 1) put(first, second);
  return signs;
}

/** A text in the bytes of a code page; undefined where it lacks a sign. */
export const encoded = (text: string, signs: ReadonlyMap<string, number[]>): number[] | undefined => {
  const bytes = [...text.normalize('NFC')].map((sign) => signs.get(sign));
  return bytes.every((each) => each !== undefined) ? bytes.flat() : undefined;
};

export function bytesOf(text: string, encoding: Encoding): Uint8Array {
  const bytes = encoded(text, signsOf(encoding));
  if (!bytes) throw new Error(`not in ${encoding}`);
  return Uint8Array.from(bytes);
}
