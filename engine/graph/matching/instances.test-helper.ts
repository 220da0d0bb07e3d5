import { createRandom, type Random } from '../../random.ts';
import type { EdgeColumns } from '../graph.ts';

/** An instance for tests, the same for the same number on every machine. */
export interface Instance {
  name: string;
  people: number;
  edges: EdgeColumns;
}

type Draw = (add: (one: number, other: number) => void, people: number, random: Random) => void;

/** Shapes that matchings find hard: each draws pairs of people, repeats and loops being left out. */
const SHAPES: Record<string, Draw> = {
  sparse(add, people, random) {
    for (let edge = 0; edge < 2 * people; edge++) add(random.below(people), random.below(people));
  },
  lists(add, people, random) {
    for (let one = 0; one < people; one++) for (let edge = 0; edge < 8; edge++) add(one, random.below(people));
  },
  stars(add, people, random) {
    const hubs = 1 + Math.floor(people / 40);
    for (let one = hubs; one < people; one++) add(one, random.below(hubs));
    for (let edge = 0; edge < people / 4; edge++) add(random.below(people), random.below(people));
  },
  circles(add, people, random) {
    for (let start = 0; start < people; ) {
      const length = Math.min(people - start, 3 + 2 * random.below(Math.max(2, people >> 3)));
      for (let step = 0; step < length; step++) add(start + step, start + ((step + 1) % length));
      start += length;
      if (start < people && random.below(3) > 0) add(start - 1, start);
    }
  },
  parts(add, people, random) {
    for (let start = 0; start < people; ) {
      const size = Math.min(people - start, 1 + random.below(30));
      for (let edge = 0; edge < 2 * size; edge++) add(start + random.below(size), start + random.below(size));
      start += size;
    }
  },
  triangles(add, people, random) {
    for (let one = 0; one + 2 < people; one += 3) {
      add(one, one + 1);
      add(one, one + 2);
      add(one + 1, one + 2);
      if (one > 2) add(one, random.below(one));
    }
  },
  uneven(add, people, random) {
    const few = Math.floor(people * 0.4);
    for (let one = few; one < people; one++) for (let edge = 0; edge < 5; edge++) add(one, random.below(few));
  },
  near(add, people, random) {
    for (let one = 0; one < people; one++) {
      for (let edge = 0; edge < 4; edge++) add(one, Math.min(people - 1, one + 1 + random.below(12)));
    }
  },
};

const NAMES = Object.keys(SHAPES);

/** Instance `number` of 200 to 5,000 people: shapes take turns, weights are ties, narrow, wide or partly negative. */
export function instance(number: number, most = 5000): Instance {
  const random = createRandom(1000 + number);
  const name = NAMES[number % NAMES.length] ?? 'sparse';
  const people = 200 + Math.floor((most - 200) * random.next() ** 2);
  const range = [1, 3, 40, 400][Math.floor(number / NAMES.length) % 4] ?? 1;
  const lowest = number % 3 === 0 ? -Math.floor(range / 2) : 1;
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const seen = new Set<number>();
  const add = (one: number, other: number): void => {
    const key = Math.min(one, other) * people + Math.max(one, other);
    if (one === other || seen.has(key)) return;
    seen.add(key);
    from.push(one);
    to.push(other);
    weight.push(lowest + random.below(range));
  };
  SHAPES[name]?.(add, people, random);
  return { name, people, edges: { from, to, weight } };
}

/** By trying everything (up to 16 people): the most pairs, the most weight with them, and the most weight of all. */
export function byForce(
  people: number,
  { from, to, weight }: EdgeColumns,
): { pairs: number; first: number; most: number } {
  const worth = new Map<number, number>();
  for (let edge = 0; edge < from.length; edge++) {
    worth.set((from[edge] ?? 0) * 16 + (to[edge] ?? 0), weight[edge] ?? 0);
    worth.set((to[edge] ?? 0) * 16 + (from[edge] ?? 0), weight[edge] ?? 0);
  }
  const best = (bonus: number): number => {
    const known = new Map<number, number>([[0, 0]]);
    const solve = (rest: number): number => {
      const before = known.get(rest);
      if (before !== undefined) return before;
      const one = 31 - Math.clz32(rest);
      const others = rest & ~(1 << one);
      let top = solve(others);
      for (let other = 0; other < one; other++) {
        const value = worth.get(one * 16 + other);
        if (value !== undefined && (others >> other) & 1) {
          top = Math.max(top, value + bonus + solve(others & ~(1 << other)));
        }
      }
      known.set(rest, top);
      return top;
    };
    return solve((1 << people) - 1);
  };
  const bonus = 2 ** 40;
  const first = best(bonus);
  const pairs = Math.round(first / bonus);
  return { pairs, first: first - pairs * bonus, most: best(0) };
}
