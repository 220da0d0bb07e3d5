import { augment, dissolve, openInner, rebase, shrink } from './blossoms.ts';
import { type Forest, FREE, INNER, markInner, markOuter, nodeOf, OUTER, settleNode } from './forest.ts';
import { pop, push } from './heap.ts';

/** Arcs looked at between two signs of life. */
const BEAT = 2 ** 17;

/**
 * Grows one alternating tree from an exposed person until somebody may be matched or left at the least loss of dual,
 * or until `limit` arcs have been looked at in all: then the root stays exposed, with duals as far as they have come.
 * False when neither can ever be: then the tree keeps its labels, and later searches pass it by.
 */
export function search(forest: Forest, root: number, limit = Number.POSITIVE_INFINITY): boolean {
  const { events } = forest;
  forest.now = 0;
  forest.endTime = Number.POSITIVE_INFINITY;
  events.size = 0;
  markOuter(forest, forest.top[root]);
  while (forest.endTime > forest.now) {
    if (forest.work >= forest.nextBeat) beat(forest);
    if (forest.work > limit) setEnd(forest, forest.now, -1, -1);
    else scanWaiting(forest);
    const payload = nextEvent(forest);
    if (payload === -1) break;
    follow(forest, payload);
  }
  const found = forest.endTime !== Number.POSITIVE_INFINITY;
  if (found) conclude(forest);
  forest.touched.length = 0;
  forest.touchedNodes.length = 0;
  forgetReach(forest);
  return found;
}

function beat(forest: Forest): void {
  forest.nextBeat = forest.work + BEAT;
  forest.onBeat();
}

/** Looks at the edges of the people who became outer, in the order in which they did. */
function scanWaiting(forest: Forest): void {
  const { stack } = forest;
  for (let place = 0; place < stack.length; place++) scan(forest, stack[place]);
  stack.length = 0;
}

/** The next event before the end of the search, −1 for none; time goes on to it. */
function nextEvent(forest: Forest): number {
  const { events, due } = forest;
  if (due.head < due.people.length) return due.people[due.head++];
  const circle = due.circles.pop();
  if (circle !== undefined) return circle;
  if (events.size === 0) return -1;
  const time = events.times[0];
  if (time >= forest.endTime) return -1;
  forest.now = time;
  return pop(events);
}

function schedule(forest: Forest, time: number, payload: number): void {
  const { due, now } = forest;
  if (time > now) push(forest.events, time, payload);
  else if (payload < forest.graph.people) due.people.push(payload);
  else due.circles.push(payload);
}

/** Acts on an event: numbers below `people` are people reached, then blossoms run empty, then circles closed. */
function follow(forest: Forest, payload: number): void {
  const { people } = forest.graph;
  const nodes = forest.state.length;
  if (payload < people) {
    if (forest.label[payload] === FREE && forest.reach[payload] <= forest.now) grow(forest, payload);
  } else if (payload < nodes) {
    if (forest.state[payload] === INNER) expand(forest, payload);
  } else {
    const one = forest.circleFrom[payload - nodes];
    const other = forest.circleTo[payload - nodes];
    if (nodeOf(forest, one) !== nodeOf(forest, other)) shrink(forest, one, other);
  }
}

/** Foresees when the edges of a new outer person become tight; most come too late, which one sum shows. */
function scan(forest: Forest, person: number): void {
  const { graph, ask } = forest;
  const { offsets, targets, weights } = graph;
  const mine = forest.key[person];
  const alone = mine - forest.floor[person];
  if (alone < forest.endTime) setEnd(forest, alone, person, -1);
  const start = offsets[person];
  const end = offsets[person + 1];
  forest.work += end - start;
  let latest = 2 * forest.endTime - mine;
  for (let arc = start; arc < end; arc++) {
    const other = targets[arc];
    const slack = ask[other] - 2 * weights[arc];
    if (slack >= latest) continue;
    look(forest, person, other, mine + slack);
    latest = 2 * forest.endTime - mine;
  }
}

/** An edge whose slack runs out at `time`, or in half of that when both its ends are outer. */
function look(forest: Forest, person: number, other: number, time: number): void {
  if (forest.label[other] === OUTER) {
    if (time / 2 < forest.endTime) foreseeCircle(forest, time / 2, person, other);
  } else if (time < forest.endTime && time < forest.reach[other]) {
    foresee(forest, time, person, other);
  }
}

function setEnd(forest: Forest, time: number, person: number, partner: number): void {
  forest.endTime = time;
  forest.endFrom = person;
  forest.endTo = partner;
}

/** Notes that a free person will be reached; reaching an exposed one ends the search. */
function foresee(forest: Forest, time: number, person: number, other: number): void {
  const { top, base, mate, reach, reachFrom } = forest;
  const node = top[other];
  if (mate[node === other ? other : base[node]] === -1) {
    setEnd(forest, time, person, other);
    return;
  }
  if (reach[other] === Number.POSITIVE_INFINITY) forest.reached.push(other);
  reach[other] = time;
  reachFrom[other] = person;
  schedule(forest, time, other);
}

function foreseeCircle(forest: Forest, time: number, person: number, other: number): void {
  if (nodeOf(forest, person) === nodeOf(forest, other)) return;
  schedule(forest, time, forest.state.length + forest.circleFrom.length);
  forest.circleFrom.push(person);
  forest.circleTo.push(other);
}

/** A free person's node becomes inner, and the node of its base's partner outer. */
function grow(forest: Forest, person: number): void {
  const node = markInner(forest, forest.reachFrom[person], person);
  foreseeEmpty(forest, node);
  const partner = forest.mate[forest.base[node]];
  markOuter(forest, forest.top[partner]);
}

/** An inner blossom loses dual twice as fast as time passes, until it must be opened. */
function foreseeEmpty(forest: Forest, node: number): void {
  if (node < forest.graph.people) return;
  const time = forest.now + forest.depth[node] / 2;
  if (time < forest.endTime) schedule(forest, time, node);
}

function expand(forest: Forest, blossom: number): void {
  settleNode(forest, blossom);
  if (forest.depth[blossom] !== 0) return;
  const { inner, free } = openInner(forest, blossom);
  for (const node of inner) foreseeEmpty(forest, node);
  for (const person of free) lookBack(forest, person);
}

/** Looks for the outer neighbours of a person who became free in the middle of a search. */
function lookBack(forest: Forest, person: number): void {
  const { graph, label, key, reach, reachFrom } = forest;
  const { offsets, targets, weights } = graph;
  const mine = forest.dual[person];
  let earliest = Number.POSITIVE_INFINITY;
  for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
    const other = targets[arc];
    if (label[other] !== OUTER) continue;
    const time = key[other] + mine - 2 * weights[arc];
    if (time >= earliest) continue;
    earliest = time;
    reachFrom[person] = other;
  }
  forest.reached.push(person);
  reach[person] = earliest;
  if (earliest < forest.endTime) schedule(forest, earliest, person);
}

/** Ends a search: matches along the path if there is one, settles the duals, opens blossoms that are empty. */
function conclude(forest: Forest): void {
  const { label, key, ask, dual, top, state, group } = forest;
  forest.now = forest.endTime;
  if (forest.endTo !== -1) {
    rebase(forest, top[forest.endTo], forest.endTo);
    forest.mate[forest.endTo] = forest.endFrom;
  }
  if (forest.endFrom !== -1) augment(forest, forest.endFrom, forest.endTo);
  const { now } = forest;
  for (const person of forest.touched) {
    top[person] = nodeOf(forest, person);
    if (label[person] === FREE) continue;
    const mine = key[person] + (label[person] === OUTER ? -now : now);
    dual[person] = mine;
    ask[person] = mine;
    label[person] = FREE;
  }
  const outermost: number[] = [];
  for (const node of forest.touchedNodes) {
    settleNode(forest, node);
    if (state[node] !== FREE) outermost.push(node);
    state[node] = FREE;
    group[node] = -1;
  }
  for (const node of outermost) dissolve(forest, node);
}

function forgetReach(forest: Forest): void {
  for (const person of forest.reached) forest.reach[person] = Number.POSITIVE_INFINITY;
  forest.reached.length = 0;
  forest.circleFrom.length = 0;
  forest.circleTo.length = 0;
  forest.stack.length = 0;
  forest.due = { people: [], head: 0, circles: [] };
}
