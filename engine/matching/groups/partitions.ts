import { type CostMatrix, compare } from '../aims/packing.ts';

/** A task small enough to look at every way of grouping. */
export interface SmallTask {
  matrix: CostMatrix;
  /** Group sizes, largest first; groups above `size` have an extra person. */
  sizes: readonly number[];
  size: number;
  /** Limbs per person: being the extra one, and sitting in a larger group at all. */
  extra: Float64Array;
  member: Float64Array;
  /** Give up after this many steps. */
  budget: number;
}

/** The best grouping below the ceiling, if any; `complete` when every other grouping was ruled out. */
export interface Search {
  groups: number[][] | undefined;
  cost: Float64Array;
  complete: boolean;
}

interface Walk {
  task: SmallTask;
  placed: Uint8Array;
  groups: number[][];
  open: number[];
  steps: number;
  best: Search;
}

/** Looks through all groupings, cutting branches that already cost as much as the best. */
export function searchPartitions(task: SmallTask, ceiling: Float64Array): Search {
  const walk: Walk = {
    task,
    placed: new Uint8Array(task.matrix.side),
    groups: [],
    open: [...task.sizes],
    steps: 0,
    best: { groups: undefined, cost: ceiling, complete: true },
  };
  nextGroup(walk, new Float64Array(task.matrix.limbs));
  return walk.best;
}

/** Opens a group of each size still due around the first person without one. */
function nextGroup(walk: Walk, cost: Float64Array): void {
  if (compare(cost, walk.best.cost) >= 0) return;
  const first = walk.placed.indexOf(0);
  if (first === -1) {
    walk.best = { ...walk.best, groups: walk.groups.map((group) => [...group]), cost: cost.slice() };
    return;
  }
  for (const size of new Set(walk.open)) {
    walk.open.splice(walk.open.indexOf(size), 1);
    const group = [first];
    walk.placed[first] = 1;
    walk.groups.push(group);
    fill(walk, group, size, cost);
    walk.groups.pop();
    walk.placed[first] = 0;
    walk.open.push(size);
  }
}

/** Adds members in rising order until the group is full. */
function fill(walk: Walk, group: number[], size: number, cost: Float64Array): void {
  const { task } = walk;
  walk.steps += 1;
  if (walk.steps > task.budget) walk.best.complete = false;
  if (!walk.best.complete || compare(cost, walk.best.cost) >= 0) return;
  if (group.length === size) {
    nextGroup(walk, size > task.size ? withTurns(task, group, cost) : cost);
    return;
  }
  const { side, limbs, cells } = task.matrix;
  for (let person = (group.at(-1) ?? 0) + 1; person < side; person++) {
    if (walk.placed[person] === 1) continue;
    const sum = cost.slice();
    for (const member of group) {
      const cell = (member * side + person) * limbs;
      for (let limb = 0; limb < limbs; limb++) sum[limb] = sum[limb] + cells[cell + limb];
    }
    walk.placed[person] = 1;
    group.push(person);
    fill(walk, group, size, sum);
    group.pop();
    walk.placed[person] = 0;
  }
}

/** Adds what a larger group costs in turns: its least often odd member is the extra one. */
function withTurns(task: SmallTask, group: readonly number[], cost: Float64Array): Float64Array {
  const { limbs } = task.matrix;
  const sum = cost.slice();
  const part = (costs: Float64Array, person: number): Float64Array =>
    costs.subarray(person * limbs, (person + 1) * limbs);
  const add = (limbsOf: Float64Array): void => {
    for (let limb = 0; limb < limbs; limb++) sum[limb] += limbsOf[limb];
  };
  for (const person of group) add(part(task.member, person));
  const byTurn = [...group].sort((a, b) => compare(part(task.extra, a), part(task.extra, b)));
  add(part(task.extra, byTurn[0]));
  return sum;
}
