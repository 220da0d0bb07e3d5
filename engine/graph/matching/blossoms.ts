import { eachPerson, type Forest, FREE, INNER, markInner, markOuter, nodeOf, OUTER, settleNode } from './forest.ts';

/** Shrinks the odd circle that a tight edge between two outer people closes; the circle becomes one outer node. */
export function shrink(forest: Forest, one: number, other: number): void {
  const { next, exit, enter, group, parent, state } = forest;
  const meeting = meetingNode(forest, one, other);
  const circle: number[] = [meeting];
  for (let node = nodeOf(forest, one); node !== meeting; ) {
    circle.push(node);
    const up = nodeAbove(forest, node);
    next[up] = node;
    exit[up] = headOf(forest, node);
    enter[up] = tailOf(forest, node);
    node = up;
  }
  const left = nodeOf(forest, one);
  let right = nodeOf(forest, other);
  next[left] = right;
  exit[left] = one;
  enter[left] = other;
  while (right !== meeting) {
    circle.push(right);
    const up = nodeAbove(forest, right);
    next[right] = up;
    exit[right] = tailOf(forest, right);
    enter[right] = headOf(forest, right);
    right = up;
  }
  const blossom = openNode(forest, meeting);
  for (const node of circle) {
    settleNode(forest, node);
    const wasInner = state[node] === INNER;
    state[node] = FREE;
    parent[node] = blossom;
    group[node] = blossom;
    if (wasInner) turnOuter(forest, node);
  }
}

/** A new outer blossom whose circle starts at `first`. */
function openNode(forest: Forest, first: number): number {
  const blossom = forest.unused.pop();
  if (blossom === undefined) throw new Error('More blossoms than odd circles can be.');
  forest.first[blossom] = first;
  forest.base[blossom] = forest.base[first];
  forest.depth[blossom] = 0;
  forest.parent[blossom] = -1;
  forest.group[blossom] = -1;
  forest.state[blossom] = OUTER;
  forest.since[blossom] = forest.now;
  forest.touchedNodes.push(blossom);
  return blossom;
}

/** The person in a tree node who holds the edge towards the root. */
function tailOf(forest: Forest, node: number): number {
  return forest.state[node] === OUTER ? forest.base[node] : forest.entry[node];
}

/** The far person of that edge; −1 at the root. */
function headOf(forest: Forest, node: number): number {
  return forest.state[node] === OUTER ? forest.mate[forest.base[node]] : forest.from[node];
}

function nodeAbove(forest: Forest, node: number): number {
  const head = headOf(forest, node);
  return head === -1 ? -1 : nodeOf(forest, head);
}

/** The first common node of the paths of two outer people to the root, found by walking both in turn. */
function meetingNode(forest: Forest, one: number, other: number): number {
  const { walked } = forest;
  forest.walk += 1;
  let here = nodeOf(forest, one);
  let there = nodeOf(forest, other);
  while (here !== -1) {
    if (walked[here] === forest.walk) return here;
    walked[here] = forest.walk;
    const above = nodeAbove(forest, here);
    // The other path goes on alone once this one has reached the root.
    here = there === -1 ? above : there;
    there = there === -1 ? -1 : above;
  }
  throw new Error('Two outer people belong to different trees.');
}

/** People of a swallowed inner node: their duals come down from now on. */
function turnOuter(forest: Forest, node: number): void {
  const { label, key, ask, stack, now } = forest;
  eachPerson(forest, node, (person) => {
    const mine = key[person] + 2 * now;
    label[person] = OUTER;
    key[person] = mine;
    ask[person] = mine;
    stack.push(person);
  });
}

/** The children of a blossom in ring order, the one with the base first. */
function childrenOf(forest: Forest, blossom: number): number[] {
  const first = forest.first[blossom];
  const children = [first];
  for (let child = forest.next[first]; child !== first; child = forest.next[child]) children.push(child);
  return children;
}

/** What an opened inner blossom leaves behind. */
export interface Opened {
  /** Blossoms that are inner now, and people who are free. */
  inner: number[];
  free: number[];
}

/** A node to be inner, reached at `entry` from an outer person; `chain` holds the nodes around entry, outermost last. */
interface Step {
  node: number;
  from: number;
  entry: number;
  chain: number[];
}

/** Opens an inner blossom of dual zero, and those inside that would have to open at once: an even way stays in the tree. */
export function openInner(forest: Forest, blossom: number): Opened {
  const { people } = forest.graph;
  settlePeople(forest, blossom);
  const opened: Opened = { inner: [], free: [] };
  const entry = forest.entry[blossom];
  const steps: Step[] = [stepTo(forest, blossom, forest.from[blossom], entry)];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node } = step;
    if (node >= people && forest.depth[node] === 0) {
      openOne(forest, step, steps, opened);
      continue;
    }
    standAlone(forest, node);
    markInner(forest, step.from, step.entry);
    if (node >= people) opened.inner.push(node);
  }
  return opened;
}

function stepTo(forest: Forest, node: number, from: number, entry: number): Step {
  const chain: number[] = [];
  for (let here = entry; here !== node; here = forest.parent[here]) chain.push(here);
  return { node, from, entry, chain };
}

/** Opens one blossom: children on the even way from its entry to its base go on as steps and outer nodes, others free. */
function openOne(forest: Forest, { node, from, entry, chain }: Step, steps: Step[], opened: Opened): void {
  const children = childrenOf(forest, node);
  forest.state[node] = FREE;
  forest.unused.push(node);
  for (const child of children) forest.parent[child] = -1;
  const inside = chain.pop();
  if (inside === undefined) throw new Error('A blossom was reached nowhere.');
  const place = children.indexOf(inside);
  const forward = place % 2 === 1;
  const end = forward ? children.length : 0;
  steps.push({ node: children[place], from, entry, chain });
  for (let here = place; here !== end; here += forward ? 2 : -2) {
    // Two steps towards the base: over a matched edge, then over one that is not.
    const outer = children[forward ? here + 1 : here - 1];
    const after = children[forward ? (here + 2) % children.length : here - 2];
    const joint = forward ? outer : after;
    standAlone(forest, outer);
    markOuter(forest, outer);
    const tail = forest.exit[joint];
    const head = forest.enter[joint];
    steps.push(forward ? stepTo(forest, after, tail, head) : stepTo(forest, after, head, tail));
  }
  for (const [at, child] of children.entries()) {
    const onTheWay = at === 0 || (forward ? at >= place : at <= place);
    if (onTheWay) continue;
    standAlone(forest, child);
    eachPerson(forest, child, (person) => opened.free.push(person));
  }
}

/** Brings the duals of the people in an inner node up to date and makes them free. */
function settlePeople(forest: Forest, node: number): void {
  const { label, key, ask, dual, now } = forest;
  eachPerson(forest, node, (person) => {
    const mine = key[person] + now;
    dual[person] = mine;
    ask[person] = mine;
    label[person] = FREE;
  });
}

/** Makes a node outermost. */
function standAlone(forest: Forest, node: number): void {
  const { top } = forest;
  forest.parent[node] = -1;
  eachPerson(forest, node, (person) => {
    top[person] = node;
  });
}

/** Between searches: opens an outermost blossom of dual zero, and those inside it that are zero too. */
export function dissolve(forest: Forest, node: number): void {
  const { people } = forest.graph;
  if (node < people || forest.depth[node] !== 0) return;
  const waiting = [node];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (here >= people && forest.depth[here] === 0) {
      for (const child of childrenOf(forest, here)) waiting.push(child);
      forest.unused.push(here);
    } else {
      standAlone(forest, here);
    }
  }
}

/** Matches along the path from an outer person to the root; that person takes `partner` (−1: stays alone). */
export function augment(forest: Forest, outer: number, partner: number): void {
  const { mate, base, entry, from } = forest;
  let person = outer;
  let newMate = partner;
  for (;;) {
    const node = nodeOf(forest, person);
    const oldMate = mate[base[node]];
    rebase(forest, node, person);
    mate[person] = newMate;
    if (oldMate === -1) return;
    const inner = nodeOf(forest, oldMate);
    const inside = entry[inner];
    person = from[inner];
    rebase(forest, inner, inside);
    mate[inside] = person;
    newMate = inside;
  }
}

/** A node that gets a new base. */
interface BaseTask {
  node: number;
  base: number;
}

/** Rematches the inside of a node so that `person` is its base. */
export function rebase(forest: Forest, node: number, person: number): void {
  const tasks: BaseTask[] = [{ node, base: person }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { node: blossom, base: inside } = task;
    for (let child = inside; child !== blossom; ) {
      const around = forest.parent[child];
      turnCircle(forest, around, child, tasks);
      forest.base[around] = inside;
      child = around;
    }
  }
}

/** Makes `child` first in its circle and matches the others along it; their new bases are added to the tasks. */
function turnCircle(forest: Forest, blossom: number, child: number, tasks: BaseTask[]): void {
  const { exit, enter, mate } = forest;
  const children = childrenOf(forest, blossom);
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
  forest.first[blossom] = child;
}
