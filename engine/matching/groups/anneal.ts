import { createRandom, type Random, shuffledRange } from '../../random.ts';
import { type Companions, cheapestCompanions } from '../aims/companions.ts';
import { type Energy, foldEnergy, type Grouping } from './energy.ts';
import { companyCost, groupsOf, type Seating, seatAll, swap, swapCost } from './seating.ts';

const STEPS_PER_SEAT = 4000;
const MOST_STEPS = 4_000_000;
/** Beyond so many people steps are scarce; below so few the higher aims are hard to meet. */
const MANY_PEOPLE = 3200;
const FEWER_STEPS = 600_000;
const FEW_PEOPLE = 150;
const SETTLING = 0.2;
const CHECK_EVERY = 16_384;
const WIDTH = 40;
/** One step in so many swaps two people at random, so that nobody depends on the lists. */
const BLIND = 16;
/** Swaps that cost so many times the heat are as good as never accepted; and the least that a whole cost can differ by. */
const HOPELESS = 12;
const LEAST_CHANGE = 0.5;

/** Told of each grouping found; true ends the search. */
type Visit = (groups: number[][]) => boolean;

/** Groups found by annealing over swaps, once for each restart; over lists of companions that may be known. */
export function anneal(task: Grouping, restarts: number, visit: Visit, known?: Companions): void {
  const energy = foldEnergy(task);
  const { people } = energy;
  const companions = known ?? cheapestCompanions(energy.pair, people, Math.min(WIDTH, people - 1));
  const content = cheapestCompany(companions, task.sizes.at(-1) ?? 1);
  for (let restart = 0; restart < restarts; restart++) {
    const random = createRandom(task.seed * 1000 + restart);
    const seating = seatAll(task, energy, gather(task, energy, companions, random));
    cool({ task, energy, companions, seating, random, content });
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
        const row = order[place] * width;
        for (let rank = 0; rank < width; rank++) {
          const one = who[row + rank];
          if (one === -1 || taken[one] === 1) continue;
          let cost = 0;
          for (let other = from; other < seat; other++) cost += pair[one * people + order[other]];
          if (cost < least) [least, best] = [cost, one];
        }
      }
      while (best === -1 && taken[free[next]] === 1) next += 1;
      take(best === -1 ? free[next] : best);
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
  /** What each person costs at least, wherever they sit. */
  content: Float64Array;
}

/** Cools tier by tier from the highest aim to the lowest, then only improves. */
function cool(cooling: Cooling): void {
  const { energy } = cooling;
  const { people } = energy;
  const forLowest = people > FEW_PEOPLE ? 0.8 : 0.5;
  const used = [...energy.weight.keys()].filter((tier) => energy.weight[tier] > 0);
  const steps = Math.min(people > MANY_PEOPLE ? FEWER_STEPS : MOST_STEPS, STEPS_PER_SEAT * people);
  for (const tier of used) {
    const unit = energy.weight[tier];
    const most = energy.most[tier];
    const lowest = tier === used.at(-1);
    // The lowest aim has the finest differences, so it gets most of the time.
    const share = lowest ? forLowest : (1 - forLowest) / (used.length - 1);
    const hot = unit * Math.max(0.7, most / (lowest ? 8 : 4));
    const cold = unit * Math.max(0.12, lowest ? most / 60 : 0);
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
    const here = step % BLIND === 0 ? random.below(energy.people) : seating.seatOf[worseOff(cooling)];
    const there =
      step % BLIND === 0
        ? random.below(energy.people)
        : bestSeat(cooling, here, Math.max(heat * HOPELESS, LEAST_CHANGE));
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
  return seating.own[one] > seating.own[other] ? one : other;
}

/** The seat beside a listed companion that is cheapest to swap with; −1 when they sit together or all cost too much. */
function bestSeat(cooling: Cooling, here: number, limit: number): number {
  const { energy, companions, seating, random, content } = cooling;
  const { person, seatOf, groupOf, groupStart, own, kind } = seating;
  const one = person[here];
  const beside =
    seatOf[companions.who[one * companions.width + random.below(1 + random.below(1 + random.below(companions.width)))]];
  const group = groupOf[beside];
  if (group === groupOf[here]) return -1;
  const gain = companyCost(energy, seating, one, group) - own[one];
  let best = -1;
  let least = limit;
  for (let seat = groupStart[group]; seat < groupStart[group + 1]; seat++) {
    if (seat === beside) continue;
    const other = person[seat];
    // Even the best company would not make up for this; most swaps need no closer look.
    const atLeast = gain - energy.pair[one * energy.people + other] + content[other] - own[other];
    if (atLeast >= least && kind[here] === kind[seat]) continue;
    const change = swapCost(energy, seating, here, seat);
    if (change < least) [least, best] = [change, seat];
  }
  return best;
}

/** What each person costs at least in any company: that of their cheapest companions. */
function cheapestCompany({ width, cost }: Companions, size: number): Float64Array {
  return Float64Array.from({ length: cost.length / width }, (_, one) => {
    let sum = 0;
    for (let rank = 0; rank < Math.min(width, size - 1); rank++) sum += cost[one * width + rank];
    return sum;
  });
}
