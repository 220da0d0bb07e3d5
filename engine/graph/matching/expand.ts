import { type Blossoms, childrenOf, eachVertex, makeOutermost } from './blossoms.ts';
import { labelS, labelT, unlabelVertices } from './labelling.ts';
import type { PrimalDual } from './primal-dual.ts';
import { UNLABELLED } from './search-tree.ts';

/** What an expanded T blossom leaves behind. */
export interface Expanded {
  /** Blossoms labelled T now, and vertices without a label. */
  tBlossoms: number[];
  unlabelled: number[];
}

/** A node to be labelled T, reached at `to` by an edge from an S vertex; `chain` holds the nodes around `to`, outermost last. */
interface Step {
  node: number;
  from: number;
  to: number;
  chain: number[];
}

/** Expands a T blossom of dual zero, and those inside that would have to follow at once: an even path stays in the tree. */
export function expand(state: PrimalDual, blossom: number): Expanded {
  const { blossoms, tree } = state;
  unlabelVertices(state, blossom);
  const expanded: Expanded = { tBlossoms: [], unlabelled: [] };
  const steps: Step[] = [stepTo(blossoms, blossom, tree.edgeFrom[blossom], tree.edgeTo[blossom])];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node } = step;
    if (node >= blossoms.vertices && blossoms.dual[node] === 0) {
      expandOne(state, step, steps, expanded);
      continue;
    }
    makeOutermost(blossoms, node);
    labelT(state, step.from, step.to);
    if (node >= blossoms.vertices) expanded.tBlossoms.push(node);
  }
  return expanded;
}

function stepTo({ parent }: Blossoms, node: number, from: number, to: number): Step {
  const chain: number[] = [];
  for (let here = to; here !== node; here = parent[here]) chain.push(here);
  return { node, from, to, chain };
}

/** Expands one blossom: children on the even path from its entry to its base go on as steps and S nodes, others unlabelled. */
function expandOne(state: PrimalDual, { node, from, to, chain }: Step, steps: Step[], expanded: Expanded): void {
  const { blossoms, tree } = state;
  const children = childrenOf(blossoms, node);
  tree.nodeLabel[node] = UNLABELLED;
  blossoms.unused.push(node);
  for (const child of children) blossoms.parent[child] = -1;
  const entered = chain.pop();
  if (entered === undefined) throw new Error('A blossom was reached nowhere.');
  const place = children.indexOf(entered);
  const forward = place % 2 === 1;
  const end = forward ? children.length : 0;
  steps.push({ node: entered, from, to, chain });
  for (let here = place; here !== end; here += forward ? 2 : -2) {
    // Two steps towards the base: over a matched edge, then over one that is not.
    const outer = children[forward ? here + 1 : here - 1];
    const after = children[forward ? (here + 2) % children.length : here - 2];
    const joint = forward ? outer : after;
    makeOutermost(blossoms, outer);
    labelS(state, outer);
    const tail = blossoms.exit[joint];
    const head = blossoms.enter[joint];
    steps.push(forward ? stepTo(blossoms, after, tail, head) : stepTo(blossoms, after, head, tail));
  }
  for (const [at, child] of children.entries()) {
    const onThePath = at === 0 || (forward ? at >= place : at <= place);
    if (onThePath) continue;
    makeOutermost(blossoms, child);
    eachVertex(blossoms, child, (vertex) => expanded.unlabelled.push(vertex));
  }
}
