import type { Bridge } from '#contract/programmes.ts';

/** A unit in the picture; null is "smaller units", undefined all that found no room. */
export type Place = string | null | undefined;

export interface Matrix {
  units: Place[];
  /** Pairs between two places, by their positions; the same either way round. */
  pairs(row: number, column: number): number;
  most: number;
}

/** The same boundaries of several rounds, added up, most pairs first. */
export function sumOf(rounds: readonly (readonly Bridge[])[]): Bridge[] {
  const sums = new Map<string, Bridge>();
  for (const { a, b, pairs } of rounds.flat()) {
    const [first, second] = (a ?? '') <= (b ?? '') ? [a, b] : [b, a];
    const key = JSON.stringify([first, second]);
    sums.set(key, { a: first, b: second, pairs: pairs + (sums.get(key)?.pairs ?? 0) });
  }
  return [...sums.values()].sort((x, y) => y.pairs - x.pairs);
}

/** Units against units, the liveliest first; what exceeds the room stands together at the end. */
export function matrixOf(bridges: readonly Bridge[], room: number): Matrix {
  const total = new Map<string | null, number>();
  for (const { a, b, pairs } of bridges) {
    total.set(a, (total.get(a) ?? 0) + pairs);
    if (a !== b) total.set(b, (total.get(b) ?? 0) + pairs);
  }
  const named = [...total.keys()].filter((unit) => unit !== null);
  named.sort((x, y) => (total.get(y) ?? 0) - (total.get(x) ?? 0) || (x < y ? -1 : 1));
  const units: Place[] = named.slice(0, room);
  if (named.length > room) units.push(undefined);
  if (total.has(null)) units.push(null);
  const position = (unit: string | null) => {
    const at = units.indexOf(unit);
    return at < 0 ? units.indexOf(undefined) : at;
  };
  const cells = new Map<string, number>();
  for (const { a, b, pairs } of bridges) {
    const key = cellKey(position(a), position(b));
    cells.set(key, (cells.get(key) ?? 0) + pairs);
  }
  return {
    units,
    pairs: (row, column) => cells.get(cellKey(row, column)) ?? 0,
    most: Math.max(1, ...cells.values()),
  };
}

const cellKey = (x: number, y: number): string => `${Math.min(x, y)} ${Math.max(x, y)}`;
