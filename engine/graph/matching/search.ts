import { augment, rebase } from './augment.ts';
import { expandEmpty } from './blossoms.ts';
import {
  clearQueue,
  cycleEdgeOf,
  NO_EVENT,
  nextEvent,
  scheduleCycle,
  scheduleExpansion,
  scheduleReach,
  setEnd,
  startQueue,
} from './event-queue.ts';
import { expand } from './expand.ts';
import { labelS, labelT, outermostNode, settleNode } from './labelling.ts';
import type { Effort, PrimalDual } from './primal-dual.ts';
import { S_LABEL, T_LABEL, UNLABELLED } from './search-tree.ts';
import { shrink } from './shrink.ts';

/** Arcs looked at between two signs of life. */
const BEAT = 2 ** 17;

/**
 * Grows one alternating tree from an exposed vertex until a vertex may be matched or left exposed at the least loss of
 * dual, or until `limit` arcs have been looked at in all: then the root stays exposed, with duals as far as they have
 * come. False when neither can ever be: then the tree keeps its labels, and later searches pass it by.
 */
export function search(state: PrimalDual, root: number, limit = Number.POSITIVE_INFINITY): boolean {
  const { events, effort, tree } = state;
  startQueue(events);
  labelS(state, state.blossoms.outermost[root]);
  while (events.endTime > events.time) {
    if (effort.arcs >= effort.nextBeat) beat(effort);
    if (effort.arcs > limit) setEnd(events, events.time, -1, -1);
    else scanWaiting(state);
    const event = nextEvent(events);
    if (event === NO_EVENT) break;
    act(state, event);
  }
  const found = events.endTime !== Number.POSITIVE_INFINITY;
  if (found) endSearch(state);
  tree.touchedVertices.length = 0;
  tree.touchedNodes.length = 0;
  tree.toScan.length = 0;
  clearQueue(events);
  return found;
}

function beat(effort: Effort): void {
  effort.nextBeat = effort.arcs + BEAT;
  effort.onBeat();
}

/** Scans the edges of new S vertices, in the order in which they got their label. */
function scanWaiting(state: PrimalDual): void {
  const { toScan } = state.tree;
  for (let place = 0; place < toScan.length; place++) scan(state, toScan[place]);
  toScan.length = 0;
}

/** Does what an event says, unless it came to nothing meanwhile. */
function act(state: PrimalDual, event: number): void {
  const { events, tree } = state;
  if (event < events.vertices) {
    if (tree.label[event] === UNLABELLED && events.reachTime[event] <= events.time) grow(state, event);
  } else if (event < events.nodes) {
    if (tree.nodeLabel[event] === T_LABEL) expandBlossom(state, event);
  } else {
    const [one, other] = cycleEdgeOf(events, event);
    if (outermostNode(state, one) !== outermostNode(state, other)) shrink(state, one, other);
  }
}

/** Foresees when the edges of a new S vertex become tight; most come too late, which one sum shows. */
function scan(state: PrimalDual, vertex: number): void {
  const { graph, tree, events } = state;
  const { offsets, targets, weights } = graph;
  const { demand } = tree;
  const mine = tree.timedDual[vertex];
  const staysExposed = mine - state.matching.leastDual[vertex];
  if (staysExposed < events.endTime) setEnd(events, staysExposed, vertex, -1);
  const start = offsets[vertex];
  const end = offsets[vertex + 1];
  state.effort.arcs += end - start;
  let latest = 2 * events.endTime - mine;
  for (let arc = start; arc < end; arc++) {
    const other = targets[arc];
    const slack = demand[other] - 2 * weights[arc];
    if (slack >= latest) continue;
    foresee(state, vertex, other, mine + slack);
    latest = 2 * events.endTime - mine;
  }
}

/** An edge whose slack runs out at `time`, or in half of that when both its ends are S. */
function foresee(state: PrimalDual, vertex: number, other: number, time: number): void {
  const { events } = state;
  if (state.tree.label[other] === S_LABEL) {
    if (time / 2 >= events.endTime || outermostNode(state, vertex) === outermostNode(state, other)) return;
    scheduleCycle(events, time / 2, vertex, other);
  } else if (time < events.endTime && time < events.reachTime[other]) {
    foreseeReach(state, vertex, other, time);
  }
}

/** Notes that an unlabelled vertex will be reached; reaching an exposed one ends the search. */
function foreseeReach({ matching, blossoms, events }: PrimalDual, vertex: number, other: number, time: number): void {
  const node = blossoms.outermost[other];
  if (matching.mate[node === other ? other : blossoms.base[node]] === -1) {
    setEnd(events, time, vertex, other);
    return;
  }
  if (events.reachTime[other] === Number.POSITIVE_INFINITY) events.reachedVertices.push(other);
  events.reachTime[other] = time;
  events.reachFrom[other] = vertex;
  scheduleReach(events, time, other);
}

/** An unlabelled vertex's node becomes T, and the node of its base's partner S. */
function grow(state: PrimalDual, vertex: number): void {
  const { blossoms, matching, events } = state;
  const node = labelT(state, events.reachFrom[vertex], vertex);
  foreseeExpansion(state, node);
  const partner = matching.mate[blossoms.base[node]];
  labelS(state, blossoms.outermost[partner]);
}

/** A T blossom loses dual twice as fast as time passes, until it must be expanded. */
function foreseeExpansion({ blossoms, events }: PrimalDual, node: number): void {
  if (node < blossoms.vertices) return;
  const time = events.time + blossoms.dual[node] / 2;
  if (time < events.endTime) scheduleExpansion(events, time, node);
}

function expandBlossom(state: PrimalDual, blossom: number): void {
  settleNode(state, blossom);
  if (state.blossoms.dual[blossom] !== 0) return;
  const { tBlossoms, unlabelled } = expand(state, blossom);
  for (const node of tBlossoms) foreseeExpansion(state, node);
  for (const vertex of unlabelled) lookBack(state, vertex);
}

/** Looks for the S neighbours of a vertex that lost its label in the middle of a search. */
function lookBack({ graph, matching, tree, events }: PrimalDual, vertex: number): void {
  const { offsets, targets, weights } = graph;
  const { label, timedDual } = tree;
  const mine = matching.dual[vertex];
  let earliest = Number.POSITIVE_INFINITY;
  for (let arc = offsets[vertex]; arc < offsets[vertex + 1]; arc++) {
    const other = targets[arc];
    if (label[other] !== S_LABEL) continue;
    const time = timedDual[other] + mine - 2 * weights[arc];
    if (time >= earliest) continue;
    earliest = time;
    events.reachFrom[vertex] = other;
  }
  events.reachedVertices.push(vertex);
  events.reachTime[vertex] = earliest;
  if (earliest < events.endTime) scheduleReach(events, earliest, vertex);
}

/** Ends a search: augments along the path if there is one, settles the duals, expands blossoms that are empty. */
function endSearch(state: PrimalDual): void {
  const { matching, blossoms, events } = state;
  const { endFrom, endTo } = events;
  events.time = events.endTime;
  if (endTo !== -1) {
    rebase(state, blossoms.outermost[endTo], endTo);
    matching.mate[endTo] = endFrom;
  }
  if (endFrom !== -1) augment(state, endFrom, endTo);
  settleVertices(state);
  for (const node of settleNodes(state)) expandEmpty(blossoms, node);
}

/** Writes the duals of all labelled vertices and takes their labels off. */
function settleVertices(state: PrimalDual): void {
  const { label, timedDual, demand, touchedVertices } = state.tree;
  const { dual } = state.matching;
  const { time } = state.events;
  for (const vertex of touchedVertices) {
    state.blossoms.outermost[vertex] = outermostNode(state, vertex);
    if (label[vertex] === UNLABELLED) continue;
    const mine = timedDual[vertex] + (label[vertex] === S_LABEL ? -time : time);
    dual[vertex] = mine;
    demand[vertex] = mine;
    label[vertex] = UNLABELLED;
  }
}

/** Writes the duals of all nodes touched, and returns those that are outermost now. */
function settleNodes(state: PrimalDual): number[] {
  const { nodeLabel, mergedInto, touchedNodes } = state.tree;
  const outermost: number[] = [];
  for (const node of touchedNodes) {
    settleNode(state, node);
    if (nodeLabel[node] !== UNLABELLED) outermost.push(node);
    nodeLabel[node] = UNLABELLED;
    mergedInto[node] = -1;
  }
  return outermost;
}
