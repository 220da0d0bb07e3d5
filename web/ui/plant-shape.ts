interface Leaf {
  x: number;
  y: number;
  /** Degrees, 0 points up. */
  turn: number;
  size: number;
  isDark: boolean;
}

export interface PlantShape {
  palette: { ground: string; light: string; dark: string };
  /** An SVG path of one leaf, base at 0 0, tip upwards, about 20 units long. */
  leafPath: string;
  leaves: Leaf[];
  /** Where the stem ends, and how it leans. */
  top: { x: number; y: number };
  bend: number;
}

type Palette = PlantShape['palette'];

const PALETTES: readonly [Palette, ...Palette[]] = [
  { ground: '#D7E6EA', light: '#5C9DB5', dark: '#2C6480' },
  { ground: '#DCE8D4', light: '#5B9A72', dark: '#2F6B4A' },
  { ground: '#F5E6BC', light: '#C49A34', dark: '#8A6516' },
  { ground: '#E4DCEF', light: '#8D79BA', dark: '#5B4791' },
  { ground: '#EDDBD3', light: '#B98673', dark: '#7E4534' },
  { ground: '#F4DFCF', light: '#CF8A66', dark: '#A8482A' },
  { ground: '#D9E7DF', light: '#4F9A94', dark: '#1F6661' },
  { ground: '#E9E2CE', light: '#97A04F', dark: '#5E6A1E' },
  { ground: '#F1DCE2', light: '#BE7489', dark: '#8A3D55' },
];

const LEAVES = [
  'M0 0C-9 -5 -9 -15 0 -21C9 -15 9 -5 0 0Z',
  'M0 0C-12 -3 -11 -17 0 -18C11 -17 12 -3 0 0Z',
  'M0 0C-6 -8 -5 -18 0 -25C5 -18 6 -8 0 0Z',
  'M0 0C-11 -2 -14 -12 -5 -17C-3 -19 3 -19 5 -17C14 -12 11 -2 0 0Z',
  'M0 0C-4 -6 -11 -9 -8 -16C-5 -20 -1 -17 0 -22C1 -17 5 -20 8 -16C11 -9 4 -6 0 0Z',
] as const;

/** Numbers in [0, 1) from a seed text, the same on every machine (FNV-1a, then mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly [T, ...T[]], share: number): T => list[Math.floor(share * list.length)] ?? list[0];

/** The plant of a seed, in a box of 100 by 100: always the same, never a guess of gender or skin. */
export function plantOf(seed: string): PlantShape {
  const next = numbersFrom(seed);
  const palette = pick(PALETTES, next());
  const leafPath = pick(LEAVES, next());
  const pairs = 2 + Math.floor(next() * 3);
  const bend = (next() - 0.5) * 14;
  const top = { x: 50 + bend * 0.6, y: 46 - pairs * 4 };
  const spread = 48 + next() * 26;
  const leaves: Leaf[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const along = (pair + 0.6) / (pairs + 0.2);
    const y = 84 + (top.y - 84) * along;
    const x = 50 + (top.x - 50) * along;
    const size = 1.15 - along * 0.35;
    const offset = (next() - 0.5) * 4;
    leaves.push({ x, y, turn: -spread + offset, size, isDark: pair % 2 === 0 });
    leaves.push({ x, y: y - 3, turn: spread + offset, size: size * 0.95, isDark: pair % 2 === 1 });
  }
  leaves.push({ x: top.x, y: top.y + 4, turn: bend, size: 0.95, isDark: next() < 0.4 });
  return { palette, leafPath, leaves, top, bend };
}
