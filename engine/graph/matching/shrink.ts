import { createBlossom } from './blossoms.ts';
import { outermostNode, settleNode, turnIntoS } from './labelling.ts';
import type { PrimalDual } from './primal-dual.ts';
import { S_LABEL, T_LABEL, UNLABELLED } from './search-tree.ts';

/** Shrinks the odd cycle that a tight edge between two S vertices closes; the cycle becomes one S node. */
export function shrink(state: PrimalDual, one: number, other: number): void {
  const { blossoms, tree } = state;
  const { nextSibling, exit, enter } = blossoms;
  const meeting = firstCommonNode(state, one, other);
  const cycle: number[] = [meeting];
  for (let node = outermostNode(state, one); node !== meeting; ) {
    cycle.push(node);
    const up = nodeAbove(state, node);
    nextSibling[up] = node;
    exit[up] = headOf(state, node);
    enter[up] = tailOf(state, node);
    node = up;
  }
  const left = outermostNode(state, one);
  let right = outermostNode(state, other);
  nextSibling[left] = right;
  exit[left] = one;
  enter[left] = other;
  while (right !== meeting) {
    cycle.push(right);
    const up = nodeAbove(state, right);
    nextSibling[right] = up;
    exit[right] = tailOf(state, right);
    enter[right] = headOf(state, right);
    right = up;
  }
  const blossom = createS(state, meeting);
  for (const node of cycle) {
    settleNode(state, node);
    const wasT = tree.nodeLabel[node] === T_LABEL;
    tree.nodeLabel[node] = UNLABELLED;
    blossoms.parent[node] = blossom;
    tree.mergedInto[node] = blossom;
    if (wasT) turnIntoS(state, node);
  }
}

/** A new S blossom whose ring starts at `first`. */
function createS({ blossoms, tree, events }: PrimalDual, first: number): number {
  const blossom = createBlossom(blossoms, first);
  tree.mergedInto[blossom] = -1;
  tree.nodeLabel[blossom] = S_LABEL;
  tree.labelledAt[blossom] = events.time;
  tree.touchedNodes.push(blossom);
  return blossom;
}

/** The vertex in a tree node that holds the edge towards the root. */
function tailOf({ blossoms, tree }: PrimalDual, node: number): number {
  return tree.nodeLabel[node] === S_LABEL ? blossoms.base[node] : tree.edgeTo[node];
}

/** The far vertex of that edge; −1 at the root. */
function headOf({ matching, blossoms, tree }: PrimalDual, node: number): number {
  return tree.nodeLabel[node] === S_LABEL ? matching.mate[blossoms.base[node]] : tree.edgeFrom[node];
}

function nodeAbove(state: PrimalDual, node: number): number {
  const head = headOf(state, node);
  return head === -1 ? -1 : outermostNode(state, head);
}

/** The first common node of the paths of two S vertices to the root, found by walking both in turn. */
function firstCommonNode(state: PrimalDual, one: number, other: number): number {
  const { tree } = state;
  const { walked } = tree;
  tree.walk += 1;
  let here = outermostNode(state, one);
  let there = outermostNode(state, other);
  while (here !== -1) {
    if (walked[here] === tree.walk) return here;
    walked[here] = tree.walk;
    const above = nodeAbove(state, here);
    // The other path goes on alone once this one has reached the root.
    here = there === -1 ? above : there;
    there = there === -1 ? -1 : above;
  }
  throw new Error('Two S vertices belong to different trees.');
}
