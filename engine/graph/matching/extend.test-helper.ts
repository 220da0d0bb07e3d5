import type { SmallGraph } from '../small-graphs.test-helper.ts';

/** Every graph with one vertex more than these (all that there are of seven vertices at most), up to isomorphism. */
export function extend(graphs: readonly SmallGraph[]): SmallGraph[] {
  const seen = new Set<number>();
  const larger: SmallGraph[] = [];
  for (const graph of graphs) {
    const last = graph.vertices;
    const vertices = last + 1;
    for (let around = 0; around < 2 ** last; around++) {
      const rows = new Array<number>(vertices).fill(0);
      const join = (a: number, b: number): void => {
        rows[a] = (rows[a] ?? 0) | (1 << b);
        rows[b] = (rows[b] ?? 0) | (1 << a);
      };
      for (const edge of graph.edges) join(Math.floor(edge / last), edge % last);
      for (let other = 0; other < last; other++) if ((around >> other) & 1) join(other, last);
      const form = leastForm(rows);
      if (seen.has(form)) continue;
      seen.add(form);
      larger.push({ vertices, edges: edgesOf(rows) });
    }
  }
  return larger;
}

function edgesOf(rows: readonly number[]): Set<number> {
  const edges = new Set<number>();
  for (const [b, row] of rows.entries()) for (let a = 0; a < b; a++) if ((row >> a) & 1) edges.add(a * rows.length + b);
  return edges;
}

/** The same number for a graph in whatever order its vertices stand: the least code over all orders by colour. */
function leastForm(rows: readonly number[]): number {
  const vertices = rows.length;
  const colours = coloursOf(rows);
  const wanted = [...colours].sort((a, b) => a - b);
  const best = new Array<number>(vertices).fill(2 ** vertices);
  const placed: number[] = [];
  const place = (used: number): void => {
    const at = placed.length;
    for (let vertex = 0; vertex < vertices && at < vertices; vertex++) {
      if ((used >> vertex) & 1 || colours[vertex] !== wanted[at]) continue;
      const row = placed.reduce((bits, other, bit) => bits | ((((rows[vertex] ?? 0) >> other) & 1) << bit), 0);
      if (row > (best[at] ?? 0)) continue;
      if (row < (best[at] ?? 0)) best.fill(2 ** vertices, at + 1);
      best[at] = row;
      placed.push(vertex);
      place(used | (1 << vertex));
      placed.pop();
    }
  };
  place(0);
  return best.reduce((code, row, at) => code | (row << ((at * (at - 1)) / 2)), 0);
}

/** Numbers that tell vertices apart by their degree, that of their neighbours, and so on. */
function coloursOf(rows: readonly number[]): number[] {
  let colours = rows.map(() => 1);
  for (let round = 0; round < 4; round++) {
    colours = colours.map((own, vertex) => {
      let sum = Math.imul(own, 31);
      for (const [other, colour] of colours.entries()) {
        if (((rows[vertex] ?? 0) >> other) & 1) sum = (sum + Math.imul(colour ^ (colour >>> 15), 0x2c1b3c6d) + 7) | 0;
      }
      return sum ^ (sum >>> 13);
    });
  }
  return colours;
}
