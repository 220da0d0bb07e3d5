import { childrenOf } from './blossoms.ts';
import { outermostNode } from './labelling.ts';
import type { PrimalDual } from './primal-dual.ts';

/** Flips the augmenting path from an S vertex to the root; that vertex takes `partner` (−1: stays exposed). */
export function augment(state: PrimalDual, vertex: number, partner: number): void {
  const { mate } = state.matching;
  const { base } = state.blossoms;
  const { edgeFrom, edgeTo } = state.tree;
  let outer = vertex;
  let newMate = partner;
  for (;;) {
    const node = outermostNode(state, outer);
    const oldMate = mate[base[node]];
    rebase(state, node, outer);
    mate[outer] = newMate;
    if (oldMate === -1) return;
    const inner = outermostNode(state, oldMate);
    const inside = edgeTo[inner];
    outer = edgeFrom[inner];
    rebase(state, inner, inside);
    mate[inside] = outer;
    newMate = inside;
  }
}

/** A node that gets a new base. */
interface BaseTask {
  node: number;
  base: number;
}

/** Rematches the inside of a node so that `vertex` is its base. */
export function rebase(state: PrimalDual, node: number, vertex: number): void {
  const { parent, base } = state.blossoms;
  const tasks: BaseTask[] = [{ node, base: vertex }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    for (let child = task.base; child !== task.node; ) {
      const around = parent[child];
      rotateCycle(state, around, child, tasks);
      base[around] = task.base;
      child = around;
    }
  }
}

/** Makes `child` first in its cycle and matches the others along it; their new bases are added to the tasks. */
function rotateCycle({ matching, blossoms }: PrimalDual, blossom: number, child: number, tasks: BaseTask[]): void {
  const { mate } = matching;
  const { exit, enter } = blossoms;
  const children = childrenOf(blossoms, blossom);
  const place = children.indexOf(child);
  const forward = place % 2 === 1;
  for (let at = forward ? place + 1 : 0; at < (forward ? children.length : place); at += 2) {
    const one = children[at];
    const other = children[(at + 1) % children.length];
    const tail = exit[one];
    const head = enter[one];
    tasks.push({ node: one, base: tail }, { node: other, base: head });
    mate[tail] = head;
    mate[head] = tail;
  }
  blossoms.firstChild[blossom] = child;
}
