import type { WeightedGraph } from './graph.ts';

/** Best arcs kept at hand for each person; the others are looked at only when these no longer suffice. */
const KEPT = 8;
/** ε starts at range / FIRST, shrinks by STEP, and ends at FINEST or ENOUGH of the spread of the offers. */
const FIRST = 50;
const STEP = 13;
const FINEST = 1 / 8;
const ENOUGH = 1 / 64;
/** Bids per person and round. */
const PATIENCE = 60;

/**
 * An auction on the bipartite double cover: each person bids for somebody (an object), themselves included.
 * Prices only rise, so a bound on what the arcs outside the short list offer stays valid.
 */
export interface Market {
  graph: WeightedGraph;
  /** What choosing oneself is worth. */
  alone: number;
  range: number;
  price: Float64Array;
  /** Object of each person and person of each object, −1 for none. */
  choice: Int32Array;
  holder: Int32Array;
  listed: Int32Array;
  listedWeights: Float64Array;
  outside: Float64Array;
  /** Ring of people without an object. */
  queue: Int32Array;
  head: number;
  waiting: number;
}

/** Bids between two signs of life, less one. */
const BEAT = 2 ** 16 - 1;

/** Sells everybody to somebody: a market whose prices are near the duals of the best fractional matching. */
export function runAuction(graph: WeightedGraph, alone: number, range: number, onBeat: () => void): Market {
  const market = openMarket(graph, alone, range);
  for (let epsilon = Math.max(range / FIRST, FINEST); ; epsilon = Math.max(epsilon / STEP, FINEST)) {
    // Sixteenths: sums of few binary digits are exact on every machine.
    epsilon = Math.ceil(epsilon * 16) / 16;
    onBeat();
    runRound(market, epsilon, onBeat);
    if (epsilon <= FINEST || epsilon <= typicalSpread(market) * ENOUGH) return market;
  }
}

/** A market with prices at half of each person's best arc. */
function openMarket(graph: WeightedGraph, alone: number, range: number): Market {
  const { people, offsets, weights } = graph;
  const price = new Float64Array(people);
  for (let person = 0; person < people; person++) {
    let best = alone;
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc++) {
      if ((weights[arc] ?? 0) > best) best = weights[arc] ?? 0;
    }
    price[person] = Math.floor(best / 2);
  }
  return {
    graph,
    alone,
    range,
    price,
    choice: new Int32Array(people).fill(-1),
    holder: new Int32Array(people).fill(-1),
    listed: new Int32Array(people * KEPT),
    listedWeights: new Float64Array(people * KEPT).fill(Number.NEGATIVE_INFINITY),
    outside: new Float64Array(people).fill(Number.POSITIVE_INFINITY),
    queue: new Int32Array(people),
    head: 0,
    waiting: 0,
  };
}

/** Whoever is not within ε of their best bids again, until all are; the last few of a long war wait for later. */
function runRound(market: Market, epsilon: number, onBeat: () => void): void {
  const { graph, queue, choice, holder } = market;
  const { people } = graph;
  market.head = 0;
  market.waiting = 0;
  for (let person = 0; person < people; person++) {
    if (isContent(market, person, epsilon)) continue;
    const object = choice[person] ?? -1;
    if (object !== -1) holder[object] = -1;
    choice[person] = -1;
    queue[market.waiting++] = person;
  }
  for (let bids = PATIENCE * (people + 100); market.waiting > 0 && bids > 0; bids--) {
    const person = queue[market.head] ?? 0;
    market.head = market.head + 1 === people ? 0 : market.head + 1;
    market.waiting -= 1;
    bid(market, person, epsilon);
    if ((bids & BEAT) === 0) onBeat();
  }
}

/** Median difference between the best and the fourth best offer, over a sample of people. */
function typicalSpread(market: Market): number {
  const { graph, listed, listedWeights, price } = market;
  const spreads: number[] = [];
  const step = Math.max(1, Math.floor(graph.people / 500));
  for (let person = 0; person < graph.people; person += step) {
    const values: number[] = [];
    for (let place = person * KEPT; place < (person + 1) * KEPT; place++) {
      values.push((listedWeights[place] ?? 0) - (price[listed[place] ?? 0] ?? 0));
    }
    values.sort((a, b) => b - a);
    const spread = (values[0] ?? 0) - (values[3] ?? 0);
    if (Number.isFinite(spread)) spreads.push(spread);
  }
  spreads.sort((a, b) => a - b);
  return spreads[spreads.length >> 1] ?? 0;
}

/** Whether a person's object is within ε of the best; who left the short list is taken for discontent. */
function isContent(market: Market, person: number, epsilon: number): boolean {
  const { choice, price, listed, listedWeights, outside, alone } = market;
  const object = choice[person] ?? -1;
  if (object === -1) return false;
  let best = outside[person] ?? 0;
  let own = alone - (price[person] ?? 0);
  if (own > best) best = own;
  const from = person * KEPT;
  for (let place = from; place < from + KEPT; place++) {
    const target = listed[place] ?? 0;
    const value = (listedWeights[place] ?? 0) - (price[target] ?? 0);
    if (value > best) best = value;
    if (target === object) own = value;
  }
  return own >= best - epsilon;
}

/** A person takes the best object and raises its price until the second best would do as well, and by ε more. */
function bid(market: Market, person: number, epsilon: number): void {
  const { price, listed, listedWeights, outside, alone } = market;
  const bound = outside[person] ?? 0;
  let object = person;
  let best = alone - (price[person] ?? 0);
  let second = Number.NEGATIVE_INFINITY;
  const from = person * KEPT;
  for (let place = from; place < from + KEPT; place++) {
    const target = listed[place] ?? 0;
    const value = (listedWeights[place] ?? 0) - (price[target] ?? 0);
    if (value > second) {
      if (value > best) {
        second = best;
        best = value;
        object = target;
      } else second = value;
    }
  }
  if (second < bound) {
    refresh(market, person);
    bid(market, person, epsilon);
    return;
  }
  const rise = second === Number.NEGATIVE_INFINITY ? market.range + epsilon : best - second + epsilon;
  take(market, person, object, rise);
}

function take(market: Market, person: number, object: number, rise: number): void {
  const { price, choice, holder, queue } = market;
  price[object] = (price[object] ?? 0) + rise;
  const loser = holder[object] ?? -1;
  holder[object] = person;
  choice[person] = object;
  if (loser === -1) return;
  choice[loser] = -1;
  const { people } = market.graph;
  let place = market.head + market.waiting;
  if (place >= people) place -= people;
  queue[place] = loser;
  market.waiting += 1;
}

/** The least offer on the short list: with a full list, nothing below it can be among the best. */
function leastListed({ listed, listedWeights, price }: Market, person: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let place = person * KEPT; place < (person + 1) * KEPT; place++) {
    const value = (listedWeights[place] ?? 0) - (price[listed[place] ?? 0] ?? 0);
    if (value < least) least = value;
  }
  return least;
}

/** Fills the short list with the best arcs at present prices. */
function refresh(market: Market, person: number): void {
  const { graph, price, listed, listedWeights, outside } = market;
  const { offsets, targets, weights } = graph;
  const values = bestValues;
  const arcs = bestArcs;
  const end = offsets[person + 1] ?? 0;
  let size = 0;
  let least = leastListed(market, person);
  let rest = Number.NEGATIVE_INFINITY;
  for (let arc = offsets[person] ?? 0; arc < end; arc++) {
    const value = (weights[arc] ?? 0) - (price[targets[arc] ?? 0] ?? 0);
    if (value < least) {
      if (value > rest) rest = value;
      continue;
    }
    let place = size;
    if (size === KEPT) {
      const last = values[KEPT - 1] ?? 0;
      if (value <= last) {
        if (value > rest) rest = value;
        continue;
      }
      if (last > rest) rest = last;
      place = KEPT - 1;
    } else size++;
    for (; place > 0; place--) {
      const above = values[place - 1] ?? 0;
      if (above >= value) break;
      values[place] = above;
      arcs[place] = arcs[place - 1] ?? 0;
    }
    values[place] = value;
    arcs[place] = arc;
    if (size === KEPT) least = values[KEPT - 1] ?? 0;
  }
  outside[person] = rest;
  const from = person * KEPT;
  for (let place = 0; place < KEPT; place++) {
    const arc = arcs[place] ?? 0;
    listed[from + place] = place < size ? (targets[arc] ?? 0) : person;
    listedWeights[from + place] = place < size ? (weights[arc] ?? 0) : Number.NEGATIVE_INFINITY;
  }
}

const bestValues = new Float64Array(KEPT);
const bestArcs = new Int32Array(KEPT);

/** What prices leave to each person plus their own price, to the nearest whole number: doubled duals, nearly feasible. */
export function dualsOf(market: Market): Float64Array {
  const { graph, price, alone, outside, listed, listedWeights } = market;
  const dual = new Float64Array(graph.people);
  for (let person = 0; person < graph.people; person++) {
    const own = price[person] ?? 0;
    const from = person * KEPT;
    let best = alone - own;
    for (let place = from; place < from + KEPT; place++) {
      const value = (listedWeights[place] ?? 0) - (price[listed[place] ?? 0] ?? 0);
      if (value > best) best = value;
    }
    if (best < (outside[person] ?? 0)) {
      refresh(market, person);
      const value = (listedWeights[from] ?? 0) - (price[listed[from] ?? 0] ?? 0);
      if (value > best) best = value;
    }
    dual[person] = Math.round(best + own);
  }
  return dual;
}
