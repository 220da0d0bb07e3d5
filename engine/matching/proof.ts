import { cellOf, type EdgeSet, type Problem } from './candidates.ts';
import { eachLeaf, type Forest } from './forest.ts';

const ADDED_PER_VERTEX = 12;
const EXACT = 2 ** 52;

/** Adds pairs of negative slack to the edges, a few for each vertex; returns how many: none means proved. */
export function addViolated(problem: Problem, forest: Forest, edges: EdgeSet): number {
  const size = problem.ids.length;
  const before = edges.ends.length;
  const added = new Uint8Array(size);
  const isViolated = violations(problem, forest);
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size && (added[one] ?? 0) < ADDED_PER_VERTEX; other++) {
      if ((added[other] ?? 0) >= ADDED_PER_VERTEX || !isViolated(one, other)) continue;
      edges.add(one, other);
      added[one] = (added[one] ?? 0) + 1;
      added[other] = (added[other] ?? 0) + 1;
    }
  }
  return (edges.ends.length - before) / 2;
}

/** A test for pairs whose cost is below what the duals of a finished forest allow. */
function violations(problem: Problem, forest: Forest): (one: number, other: number) => boolean {
  const { limbs, cells } = problem.matrix;
  const { dual } = forest;
  const slack = new Float64Array(limbs);
  const { depth, above } = sumUpwards(forest);
  const negative = (): boolean => {
    for (let limb = 0; limb < limbs; limb++) if (slack[limb] !== 0) return (slack[limb] ?? 0) < 0;
    return false;
  };
  return (one, other) => {
    const cell = cellOf(problem, one, other);
    for (let limb = 0; limb < limbs; limb++) {
      const both = (dual[one * limbs + limb] ?? 0) + (dual[other * limbs + limb] ?? 0);
      slack[limb] = 2 * (cells[cell + limb] ?? 0) - both;
      // Most pairs are decided by the first limb.
      if (limb === 0 && (slack[0] ?? 0) > 0) return false;
    }
    if (!negative()) return false;
    if (forest.top[one] !== forest.top[other]) return true;
    const common = lowestCommon(forest, depth, one, other);
    for (let limb = 0; limb < limbs; limb++) slack[limb] = (slack[limb] ?? 0) + (above[common * limbs + limb] ?? 0);
    return negative();
  };
}

/** Nesting depth of each node, and the sum of its own dual and those around it. */
function sumUpwards(forest: Forest): { depth: Int32Array; above: Float64Array } {
  const { vertices, limbs } = forest.graph;
  const depth = new Int32Array(2 * vertices).fill(-1);
  const above = new Float64Array(2 * vertices * limbs);
  const visit = (node: number): void => {
    if (depth[node] !== -1) return;
    const parent = forest.parent[node] ?? -1;
    if (parent !== -1) visit(parent);
    depth[node] = parent === -1 ? 0 : (depth[parent] ?? 0) + 1;
    for (let limb = 0; limb < limbs; limb++) {
      const around = parent === -1 ? 0 : (above[parent * limbs + limb] ?? 0);
      above[node * limbs + limb] = around + (forest.dual[node * limbs + limb] ?? 0);
    }
  };
  for (let vertex = 0; vertex < vertices; vertex++) visit(vertex);
  return { depth, above };
}

/** The innermost blossom around two vertices that share one. */
function lowestCommon(forest: Forest, depth: Int32Array, one: number, other: number): number {
  let a = one;
  let b = other;
  while (a !== b) {
    if ((depth[a] ?? 0) >= (depth[b] ?? 0)) a = forest.parent[a] ?? 0;
    else b = forest.parent[b] ?? 0;
  }
  return a;
}

/** Cost of the matching and the sum of the duals; throws when the two differ or left the exact range. */
export function prove(problem: Problem, forest: Forest): { cost: Float64Array; bound: Float64Array } {
  const { vertices, limbs, ends } = forest.graph;
  const cost = new Float64Array(limbs);
  const bound = new Float64Array(limbs);
  const addDual = (node: number, times: number): void => {
    for (let limb = 0; limb < limbs; limb++) {
      const value = forest.dual[node * limbs + limb] ?? 0;
      if (Math.abs(value) > EXACT) throw new Error('Duals left the exact range.');
      bound[limb] = (bound[limb] ?? 0) + (times * value) / 2;
    }
  };
  for (let vertex = 0; vertex < vertices; vertex++) {
    addDual(vertex, 1);
    const partner = ends[forest.mate[vertex] ?? -1] ?? -1;
    if (partner < vertex) continue;
    const cell = cellOf(problem, vertex, partner);
    for (let limb = 0; limb < limbs; limb++) cost[limb] = (cost[limb] ?? 0) + (problem.matrix.cells[cell + limb] ?? 0);
  }
  for (let blossom = vertices; blossom < 2 * vertices; blossom++) {
    if (forest.children[blossom] === undefined) continue;
    let leaves = 0;
    eachLeaf(forest, blossom, () => {
      leaves += 1;
    });
    addDual(blossom, -(leaves - 1) / 2);
  }
  for (let limb = 0; limb < limbs; limb++) {
    if (cost[limb] !== bound[limb]) throw new Error('The duals do not prove this matching.');
  }
  return { cost, bound };
}
