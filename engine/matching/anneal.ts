import { createRandom, type Random, shuffledRange } from '../random.ts';
import { type Companions, cheapestCompanions } from './companions.ts';
import { type Energy, foldEnergy, type Grouping } from './energy.ts';
import { groupsOf, type Seating, seatAll, swap, swapCost } from './seating.ts';

const STEPS_PER_SEAT = 4000;
const MOST_STEPS = 2_000_000;
const SETTLING = 0.2;
const CHECK_EVERY = 16_384;
const WIDTH = 40;
/** One step in so many swaps two people at random, so that nobody depends on the lists. */
const BLIND = 4;

/** Groups found by annealing over swaps, once for each restart. */
export function anneal(task: Grouping, restarts: number, visit: (groups: number[][]) => boolean): void {
  const energy = foldEnergy(task);
  const { people } = energy;
  const companions = cheapestCompanions(energy.pair, people, Math.min(WIDTH, people - 1));
  for (let restart = 0; restart < restarts; restart++) {
    const random = createRandom(task.seed * 1000 + restart);
    const seating = seatAll(task, energy, gather(task, energy, companions, random));
    cool({ task, energy, companions, seating, random });
    task.onProgress?.((restart + 1) / restarts);
    if (visit(groupsOf(seating))) return;
  }
}

/** A first order of people: each group grows from somebody still free by the cheapest known companion. */
function gather(task: Grouping, energy: Energy, { width, who }: Companions, random: Random): Int32Array {
  const { people, pair } = energy;
  const order = new Int32Array(people);
  const taken = new Uint8Array(people);
  const free = shuffledRange(people, random);
  let seat = 0;
  let next = 0;
  const take = (one: number): void => {
    taken[one] = 1;
    order[seat++] = one;
  };
  for (const size of task.sizes) {
    const from = seat;
    while (seat < from + size) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let place = from; place < seat; place++) {
        const row = (order[place] ?? 0) * width;
        for (let rank = 0; rank < width; rank++) {
          const one = who[row + rank] ?? -1;
          if (one === -1 || taken[one] === 1) continue;
          let cost = 0;
          for (let other = from; other < seat; other++) cost += pair[one * people + (order[other] ?? 0)] ?? 0;
          if (cost < least) [least, best] = [cost, one];
        }
      }
      while (best === -1 && taken[free[next] ?? 0] === 1) next += 1;
      take(best === -1 ? (free[next] ?? 0) : best);
    }
  }
  return order;
}

/** One cooling: what is swapped, at what cost, by which lists and chances. */
interface Cooling {
  task: Grouping;
  energy: Energy;
  companions: Companions;
  seating: Seating;
  random: Random;
}

/** Cools tier by tier from the highest aim to the lowest, then only improves. */
function cool(cooling: Cooling): void {
  const { energy } = cooling;
  const used = [...energy.weight.keys()].filter((tier) => (energy.weight[tier] ?? 0) > 0);
  const steps = Math.min(MOST_STEPS, STEPS_PER_SEAT * energy.people);
  for (const tier of used) {
    const unit = energy.weight[tier] ?? 0;
    const most = energy.most[tier] ?? 0;
    const lowest = tier === used.at(-1);
    // The lowest aim has the finest differences, so it gets half of the time.
    const share = lowest ? 0.5 : 0.5 / (used.length - 1);
    const hot = unit * Math.max(0.7, most / (lowest ? 8 : 4));
    const cold = unit * Math.max(0.12, lowest ? most / 125 : 0);
    swapMany(cooling, { steps: Math.ceil(steps * (used.length === 1 ? 1 : share)), hot, cold });
  }
  swapMany(cooling, { steps: Math.ceil(steps * SETTLING), hot: 0, cold: 0 });
}

interface Schedule {
  steps: number;
  hot: number;
  cold: number;
}

function swapMany(cooling: Cooling, { steps, hot, cold }: Schedule): void {
  const { task, energy, seating, random } = cooling;
  const factor = hot > 0 ? (cold / hot) ** (1 / steps) : 1;
  let heat = hot;
  for (let step = 0; step < steps; step++) {
    if (step % CHECK_EVERY === 0) task.signal?.throwIfAborted();
    heat *= factor;
    const here = step % BLIND === 0 ? random.below(energy.people) : (seating.seatOf[worseOff(cooling)] ?? 0);
    const there = step % BLIND === 0 ? random.below(energy.people) : bestSeat(cooling, here);
    if (there === -1) continue;
    const change = swapCost(energy, seating, here, there);
    if (change > 0 && (heat === 0 || random.next() >= Math.exp(-change / heat))) continue;
    swap(energy, seating, here, there);
  }
}

/** Of two people drawn, whom the present company costs more. */
function worseOff({ energy, seating, random }: Cooling): number {
  const one = random.below(energy.people);
  const other = random.below(energy.people);
  return (seating.own[one] ?? 0) > (seating.own[other] ?? 0) ? one : other;
}

/** The seat beside a listed companion that is cheapest to swap with; −1 when they sit together already. */
function bestSeat({ energy, companions, seating, random }: Cooling, here: number): number {
  const { person, seatOf, groupOf, groupStart } = seating;
  const row = (person[here] ?? 0) * companions.width;
  const beside = seatOf[companions.who[row + random.below(companions.width)] ?? 0] ?? 0;
  const group = groupOf[beside] ?? 0;
  if (group === groupOf[here]) return -1;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let seat = groupStart[group] ?? 0; seat < (groupStart[group + 1] ?? 0); seat++) {
    if (seat === beside) continue;
    const change = swapCost(energy, seating, here, seat);
    if (change < least) [least, best] = [change, seat];
  }
  return best;
}
