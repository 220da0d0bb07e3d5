/** One number for two of `count` people, whoever comes first; whole below 2^53, so for up to 94 million people. */
export function packPair(one: number, other: number, count: number): number {
  return Math.min(one, other) * count + Math.max(one, other);
}

/** The two people of a key among `count`, the lower first. */
export function unpackPair(key: number, count: number): [number, number] {
  return [Math.floor(key / count), key % count];
}
