import { createRandom, type Random } from '../../random.ts';
import type { EdgeColumns } from '../graph.ts';

/** An instance for tests, the same for the same number on every machine. */
export interface Instance {
  name: string;
  vertices: number;
  edges: EdgeColumns;
}

type Draw = (add: (one: number, other: number) => void, vertices: number, random: Random) => void;

/** Shapes that matchings find hard: each draws pairs of vertices, repeats and loops being left out. */
const SHAPES: Record<string, Draw> = {
  sparse(add, vertices, random) {
    for (let edge = 0; edge < 2 * vertices; edge++) add(random.below(vertices), random.below(vertices));
  },
  lists(add, vertices, random) {
    for (let one = 0; one < vertices; one++) for (let edge = 0; edge < 8; edge++) add(one, random.below(vertices));
  },
  stars(add, vertices, random) {
    const hubs = 1 + Math.floor(vertices / 40);
    for (let one = hubs; one < vertices; one++) add(one, random.below(hubs));
    for (let edge = 0; edge < vertices / 4; edge++) add(random.below(vertices), random.below(vertices));
  },
  cycles(add, vertices, random) {
    for (let start = 0; start < vertices; ) {
      const length = Math.min(vertices - start, 3 + 2 * random.below(Math.max(2, vertices >> 3)));
      for (let step = 0; step < length; step++) add(start + step, start + ((step + 1) % length));
      start += length;
      if (start < vertices && random.below(3) > 0) add(start - 1, start);
    }
  },
  parts(add, vertices, random) {
    for (let start = 0; start < vertices; ) {
      const size = Math.min(vertices - start, 1 + random.below(30));
      for (let edge = 0; edge < 2 * size; edge++) add(start + random.below(size), start + random.below(size));
      start += size;
    }
  },
  triangles(add, vertices, random) {
    for (let one = 0; one + 2 < vertices; one += 3) {
      add(one, one + 1);
      add(one, one + 2);
      add(one + 1, one + 2);
      if (one > 2) add(one, random.below(one));
    }
  },
  uneven(add, vertices, random) {
    const few = Math.floor(vertices * 0.4);
    for (let one = few; one < vertices; one++) for (let edge = 0; edge < 5; edge++) add(one, random.below(few));
  },
  near(add, vertices, random) {
    for (let one = 0; one < vertices; one++) {
      for (let edge = 0; edge < 4; edge++) add(one, Math.min(vertices - 1, one + 1 + random.below(12)));
    }
  },
};

const NAMES = Object.keys(SHAPES);

/** Instance `number` of 200 to 5,000 vertices: shapes take turns, weights are ties, narrow, wide or partly negative. */
export function instance(number: number, most = 5000): Instance {
  const random = createRandom(1000 + number);
  const name = NAMES[number % NAMES.length] ?? 'sparse';
  const vertices = 200 + Math.floor((most - 200) * random.next() ** 2);
  const range = [1, 3, 40, 400][Math.floor(number / NAMES.length) % 4] ?? 1;
  const lowest = number % 3 === 0 ? -Math.floor(range / 2) : 1;
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const seen = new Set<number>();
  const add = (one: number, other: number): void => {
    const key = Math.min(one, other) * vertices + Math.max(one, other);
    if (one === other || seen.has(key)) return;
    seen.add(key);
    from.push(one);
    to.push(other);
    weight.push(lowest + random.below(range));
  };
  SHAPES[name]?.(add, vertices, random);
  return { name, vertices, edges: { from, to, weight } };
}

/** By trying everything (up to 16 vertices): the most pairs, the most weight with them, and the most weight of all. */
export function byForce(
  vertices: number,
  { from, to, weight }: EdgeColumns,
): { pairs: number; first: number; most: number } {
  const worth = new Map<number, number>();
  for (let edge = 0; edge < from.length; edge++) {
    worth.set((from[edge] ?? 0) * 16 + (to[edge] ?? 0), weight[edge] ?? 0);
    worth.set((to[edge] ?? 0) * 16 + (from[edge] ?? 0), weight[edge] ?? 0);
  }
  const best = (bonus: number): number => {
    const known = new Map<number, number>([[0, 0]]);
    const solveMatching = (rest: number): number => {
      const before = known.get(rest);
      if (before !== undefined) return before;
      const one = 31 - Math.clz32(rest);
      const others = rest & ~(1 << one);
      let top = solveMatching(others);
      for (let other = 0; other < one; other++) {
        const value = worth.get(one * 16 + other);
        if (value !== undefined && (others >> other) & 1) {
          top = Math.max(top, value + bonus + solveMatching(others & ~(1 << other)));
        }
      }
      known.set(rest, top);
      return top;
    };
    return solveMatching((1 << vertices) - 1);
  };
  const bonus = 2 ** 40;
  const first = best(bonus);
  const pairs = Math.round(first / bonus);
  return { pairs, first: first - pairs * bonus, most: best(0) };
}
