/** A stream of seeded pseudo-random numbers; the same seed gives the same stream everywhere. */
export interface Random {
  /** A number in [0, 1), 32 bits fine. */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
}

/** A seeded stream (xmur-style seeding of sfc32, Chris Doty-Humphrey's PractRand); seed: any whole number. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ Math.trunc(seed % 4294967296);
  let b = 0x243f6a88 ^ Math.trunc(seed / 4294967296);
  let c = 0xb7e15162;
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) step();
  return {
    next: () => step() / 4294967296,
    below: (limit) => Math.floor((step() / 4294967296) * limit),
  };
}

/** The numbers 0 … count − 1 in a random order (Fisher–Yates). */
export function shuffledRange(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const pick = random.below(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[pick] ?? 0;
    order[pick] = kept;
  }
  return order;
}
