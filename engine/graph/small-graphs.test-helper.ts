/** A graph on a few vertices; edges as a × vertices + b with a < b. */
export interface SmallGraph {
  vertices: number;
  edges: Set<number>;
}

function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => [...order.slice(0, place), count - 1, ...order.slice(place)]),
  );
}

/** Every graph with 1 … most vertices, one of each kind up to isomorphism. Only for tests. */
export function graphsUpTo(most: number): SmallGraph[] {
  let smaller: number[] = [0];
  const graphs: SmallGraph[] = [toGraph(1, 0)];
  for (let vertices = 2; vertices <= most; vertices++) {
    const orders = permutations(vertices).map((order) => bitMoves(order));
    const forms = new Set<number>();
    const seen = new Set<number>();
    for (const base of smaller) {
      for (let around = 0; around < 1 << (vertices - 1); around++) {
        const code = base | (around << (((vertices - 1) * (vertices - 2)) / 2));
        if (seen.has(code)) continue;
        let least = code;
        for (const moves of orders) {
          let moved = 0;
          for (let bits = code; bits !== 0; bits &= bits - 1) moved |= moves[31 - Math.clz32(bits & -bits)] ?? 0;
          seen.add(moved);
          least = Math.min(least, moved);
        }
        forms.add(least);
      }
    }
    smaller = [...forms];
    graphs.push(...smaller.map((code) => toGraph(vertices, code)));
  }
  return graphs;
}

/** Bit of a pair with a < b: those of fewer vertices come first. */
function bitOf(a: number, b: number): number {
  return (b * (b - 1)) / 2 + a;
}

function bitMoves(order: readonly number[]): number[] {
  const moves: number[] = [];
  for (let b = 1; b < order.length; b++) {
    for (let a = 0; a < b; a++) {
      const one = order[a] ?? 0;
      const other = order[b] ?? 0;
      moves[bitOf(a, b)] = 1 << bitOf(Math.min(one, other), Math.max(one, other));
    }
  }
  return moves;
}

function toGraph(vertices: number, code: number): SmallGraph {
  const edges = new Set<number>();
  for (let b = 1; b < vertices; b++) {
    for (let a = 0; a < b; a++) if ((code >> bitOf(a, b)) & 1) edges.add(a * vertices + b);
  }
  return { vertices, edges };
}
