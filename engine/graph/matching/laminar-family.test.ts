import { expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { dualsAroundBoth, laminarFamily } from './laminar-family.ts';

/** Random nested odd sets: as long as three stand outermost, three of them are put into one. */
function randomParents(vertices: number, below: (limit: number) => number): Int32Array {
  const parent = new Array<number>(vertices).fill(-1);
  let outermost = parent.map((_, vertex) => vertex);
  while (outermost.length > 2 && below(6) > 0) {
    const inside = new Set<number>();
    const wanted = outermost.length > 4 && below(2) === 0 ? 5 : 3;
    while (inside.size < wanted) inside.add(outermost[below(outermost.length)] ?? 0);
    for (const node of inside) parent[node] = parent.length;
    outermost = [...outermost.filter((node) => !inside.has(node)), parent.length];
    parent.push(-1);
  }
  return Int32Array.from(parent);
}

it('sums duals around one and around two as a walk outwards does', () => {
  const random = createRandom(17);
  for (let trial = 0; trial < 200; trial += 1) {
    const vertices = 1 + random.below(14);
    const parent = randomParents(vertices, (limit) => random.below(limit));
    const duals = Float64Array.from(parent, () => random.below(9));
    const family = laminarFamily(vertices, parent, duals) ?? expect.fail('no family');
    const around = (node: number): number[] => {
      const outer = parent[node] ?? -1;
      return outer === -1 ? [] : [outer, ...around(outer)];
    };
    const sum = (nodes: number[]) => nodes.reduce((all, node) => all + (duals[node] ?? 0), 0);
    for (const node of parent.keys()) {
      const isVertex = node < vertices;
      expect(family.depth[node]).toBe(around(node).length);
      expect(family.dualSum[node]).toBe(isVertex ? 0 : sum([node, ...around(node)]));
      const inside = Array.from({ length: vertices }, (_, one) => one).filter(
        (one) => one === node || around(one).includes(node),
      );
      expect(family.size[node]).toBe(inside.length);
    }
    for (let one = 0; one < vertices; one += 1)
      for (let other = 0; other < vertices; other += 1) {
        const both = around(one).filter((node) => around(other).includes(node));
        if (one !== other) expect(dualsAroundBoth(family, one, other)).toBe(sum(both));
      }
  }
});

it('crosses few paths on the way outwards', () => {
  const depth = 40;
  // Each set holds the one before and two people; people come first in the numbering.
  const people = 1 + 2 * depth;
  const chain = Int32Array.from({ length: people + depth }, (_, node) => {
    if (node < people) return people + Math.max(0, Math.ceil(node / 2) - 1);
    return node + 1 < people + depth ? node + 1 : -1;
  });
  const family = laminarFamily(people, chain, new Float64Array(chain.length).fill(1)) ?? expect.fail('no family');
  const heads = new Set(family.heavyHead.slice(people));
  expect(heads.size).toBe(1);
  expect(dualsAroundBoth(family, 0, people - 1)).toBe(1);
  expect(dualsAroundBoth(family, 1, 2)).toBe(depth);
});

it.each([
  ['an even set', 2, [2, 2, -1]],
  ['a set around itself', 3, [3, 3, 3, 3]],
  ['two sets around each other', 3, [3, 3, 3, 4, 3]],
  ['a vertex around a vertex', 2, [1, -1]],
  ['a number below none', 1, [-2]],
  ['a node that is not there', 1, [1]],
  ['an empty set', 1, [-1, -1]],
])('%s is no family', (_, vertices, parent) => {
  expect(laminarFamily(vertices, Int32Array.from(parent), new Float64Array(parent.length))).toBeUndefined();
});
