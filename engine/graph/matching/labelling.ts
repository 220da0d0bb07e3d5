import { eachVertex } from './blossoms.ts';
import type { PrimalDual } from './primal-dual.ts';
import { S_LABEL, T_LABEL, UNLABELLED } from './search-tree.ts';

/** The outermost node around a vertex, those shrunk in this search included; paths walked are made short. */
export function outermostNode({ blossoms, tree }: PrimalDual, vertex: number): number {
  const { mergedInto } = tree;
  let node = blossoms.outermost[vertex];
  let root = node;
  for (let up = mergedInto[root]; up !== -1; up = mergedInto[root]) root = up;
  while (node !== root) {
    const up = mergedInto[node];
    mergedInto[node] = root;
    node = up;
  }
  return root;
}

/** Labels a node S: its duals come down from now on, and its edges wait to be scanned. */
export function labelS(state: PrimalDual, node: number): void {
  labelNode(state, node, S_LABEL);
  const { label, timedDual, demand, touchedVertices, toScan } = state.tree;
  const { dual } = state.matching;
  const { time } = state.events;
  eachVertex(state.blossoms, node, (vertex) => {
    const mine = dual[vertex] + time;
    label[vertex] = S_LABEL;
    timedDual[vertex] = mine;
    demand[vertex] = mine;
    touchedVertices.push(vertex);
    toScan.push(vertex);
  });
}

/** Labels T the node that a tight edge from an S vertex reaches at `to`. */
export function labelT(state: PrimalDual, from: number, to: number): number {
  const { tree, events } = state;
  const node = state.blossoms.outermost[to];
  labelNode(state, node, T_LABEL);
  tree.edgeFrom[node] = from;
  tree.edgeTo[node] = to;
  const { label, timedDual, demand, touchedVertices } = tree;
  const { dual } = state.matching;
  const { time } = events;
  eachVertex(state.blossoms, node, (vertex) => {
    label[vertex] = T_LABEL;
    demand[vertex] = Number.POSITIVE_INFINITY;
    timedDual[vertex] = dual[vertex] - time;
    touchedVertices.push(vertex);
  });
  return node;
}

function labelNode({ tree, events }: PrimalDual, node: number, label: number): void {
  tree.nodeLabel[node] = label;
  tree.labelledAt[node] = events.time;
  tree.touchedNodes.push(node);
}

/** Vertices of a T node that an S blossom swallowed: their duals come down from now on. */
export function turnIntoS(state: PrimalDual, node: number): void {
  const { label, timedDual, demand, toScan } = state.tree;
  const { time } = state.events;
  eachVertex(state.blossoms, node, (vertex) => {
    const mine = timedDual[vertex] + 2 * time;
    label[vertex] = S_LABEL;
    timedDual[vertex] = mine;
    demand[vertex] = mine;
    toScan.push(vertex);
  });
}

/** Brings the duals of the vertices in a T node up to date and takes their labels off. */
export function unlabelVertices(state: PrimalDual, node: number): void {
  const { label, timedDual, demand } = state.tree;
  const { dual } = state.matching;
  const { time } = state.events;
  eachVertex(state.blossoms, node, (vertex) => {
    const mine = timedDual[vertex] + time;
    dual[vertex] = mine;
    demand[vertex] = mine;
    label[vertex] = UNLABELLED;
  });
}

/** Brings the stored dual of a labelled blossom up to the present time. */
export function settleNode({ blossoms, tree, events }: PrimalDual, node: number): void {
  const { labelledAt, nodeLabel } = tree;
  if (node >= blossoms.vertices && nodeLabel[node] !== UNLABELLED) {
    const passed = 2 * (events.time - labelledAt[node]);
    blossoms.dual[node] += nodeLabel[node] === S_LABEL ? passed : -passed;
  }
  labelledAt[node] = events.time;
}
