import type { WeightedGraph } from '../graph.ts';

/** Best arcs kept at hand for each bidder: one in so many, but no fewer and no more than these. */
const ONE_IN = 6;
const FEWEST = 8;
const MOST = 12;
/** ε starts at COARSE of the spread of the offers or range / FIRST, shrinks by STEP, and ends at FINEST or ENOUGH of the spread. */
const COARSE = 1 / 10;
const FIRST = 500;
const STEP = 20;
const FINEST = 1 / 8;
const ENOUGH = 1 / 64;
/** Bids per bidder and round; after each so many, a war of prices goes on with steps so many times larger. */
const PATIENCE = 60;
const CALM = 12;
const LARGER = 4;

/**
 * An auction on the bipartite double cover: each vertex is a bidder and an object, and may bid for itself.
 * Prices only rise, so a bound on what the arcs outside the short list offer stays valid.
 */
export interface Market {
  graph: WeightedGraph;
  /** What a bidder's own object is worth to it. */
  selfWorth: number;
  range: number;
  price: Float64Array;
  /** Object of each bidder and bidder of each object, −1 for none. */
  choice: Int32Array;
  holder: Int32Array;
  /** The best arcs of each bidder, `kept` of them, and the most that any other can offer. */
  kept: number;
  listed: Int32Array;
  listedWeights: Float64Array;
  outside: Float64Array;
  /** Ring of vertices without an object. */
  queue: Int32Array;
  head: number;
  waiting: number;
}

/** Bids between two signs of life, less one. */
const BEAT = 2 ** 16 - 1;

/** Sells every object to a bidder: a market whose prices are near the duals of the best fractional matching. */
export function runAuction(graph: WeightedGraph, selfWorth: number, range: number, onBeat: () => void): Market {
  const market = openMarket(graph, selfWorth, range);
  const first = Math.max(typicalSpread(market) * COARSE, range / FIRST, FINEST);
  for (let epsilon = first; ; epsilon = Math.max(epsilon / STEP, FINEST)) {
    // Sixteenths: sums of few binary digits are exact on every machine.
    epsilon = Math.ceil(epsilon * 16) / 16;
    onBeat();
    epsilon = runRound(market, epsilon, onBeat);
    if (epsilon <= FINEST || epsilon <= typicalSpread(market) * ENOUGH) return market;
  }
}

/** A market with prices at half of each vertex's best arc. */
function openMarket(graph: WeightedGraph, selfWorth: number, range: number): Market {
  const { vertices, offsets, weights } = graph;
  const price = new Float64Array(vertices);
  const kept = Math.min(Math.max(Math.round(weights.length / vertices / ONE_IN), FEWEST), MOST);
  for (let vertex = 0; vertex < vertices; vertex++) {
    let best = selfWorth;
    for (let arc = offsets[vertex]; arc < offsets[vertex + 1]; arc++) {
      if (weights[arc] > best) best = weights[arc];
    }
    price[vertex] = Math.floor(best / 2);
  }
  return {
    graph,
    selfWorth,
    range,
    price,
    choice: new Int32Array(vertices).fill(-1),
    holder: new Int32Array(vertices).fill(-1),
    kept,
    listed: new Int32Array(vertices * kept),
    listedWeights: new Float64Array(vertices * kept).fill(Number.NEGATIVE_INFINITY),
    outside: new Float64Array(vertices).fill(Number.POSITIVE_INFINITY),
    queue: new Int32Array(vertices),
    head: 0,
    waiting: 0,
  };
}

/** Each bidder that is not within ε of its best bids again, until all are; returns the ε that a long war has raised. */
function runRound(market: Market, start: number, onBeat: () => void): number {
  const { graph, queue, choice, holder } = market;
  const { vertices } = graph;
  market.head = 0;
  market.waiting = 0;
  for (let bidder = 0; bidder < vertices; bidder++) {
    if (isContent(market, bidder, start)) continue;
    const object = choice[bidder];
    if (object !== -1) holder[object] = -1;
    choice[bidder] = -1;
    queue[market.waiting++] = bidder;
  }
  const calm = CALM * (vertices + 100);
  let epsilon = start;
  for (let bids = PATIENCE * (vertices + 100); market.waiting > 0 && bids > 0; bids--) {
    const bidder = queue[market.head];
    market.head = market.head + 1 === vertices ? 0 : market.head + 1;
    market.waiting -= 1;
    bid(market, bidder, epsilon);
    if ((bids & BEAT) === 0) onBeat();
    if (bids % calm === 1) epsilon *= LARGER;
  }
  return epsilon;
}

/** Median difference between the best and the fourth best offer (or the last of fewer), over a sample of vertices. */
function typicalSpread(market: Market): number {
  const { graph, kept, listed, listedWeights, outside, price } = market;
  const spreads: number[] = [];
  const step = Math.max(1, Math.floor(graph.vertices / 500));
  for (let bidder = 0; bidder < graph.vertices; bidder += step) {
    if (outside[bidder] === Number.POSITIVE_INFINITY) refresh(market, bidder);
    const values: number[] = [];
    for (let place = bidder * kept; place < (bidder + 1) * kept; place++) {
      values.push(listedWeights[place] - price[listed[place]]);
    }
    values.sort((a, b) => b - a);
    const last = values.slice(0, 4).findLast(Number.isFinite);
    if (last !== undefined) spreads.push(values[0] - last);
  }
  spreads.sort((a, b) => a - b);
  return spreads.length === 0 ? 0 : spreads[spreads.length >> 1];
}

/** Whether a bidder's object is within ε of the best; whose object left the short list is taken for discontent. */
function isContent(market: Market, bidder: number, epsilon: number): boolean {
  const { choice, price, kept, listed, listedWeights, outside, selfWorth } = market;
  const object = choice[bidder];
  if (object === -1) return false;
  let best = outside[bidder];
  let own = selfWorth - price[bidder];
  if (own > best) best = own;
  const from = bidder * kept;
  for (let place = from; place < from + kept; place++) {
    const target = listed[place];
    const value = listedWeights[place] - price[target];
    if (value > best) best = value;
    if (target === object) own = value;
  }
  return own >= best - epsilon;
}

/** A bidder takes the best object and raises its price until the second best would do as well, and by ε more. */
function bid(market: Market, bidder: number, epsilon: number): void {
  const { price, kept, listed, listedWeights, outside, selfWorth } = market;
  const bound = outside[bidder];
  let object = bidder;
  let best = selfWorth - price[bidder];
  let second = Number.NEGATIVE_INFINITY;
  const from = bidder * kept;
  for (let place = from; place < from + kept; place++) {
    const target = listed[place];
    const value = listedWeights[place] - price[target];
    if (value > second) {
      if (value > best) {
        second = best;
        best = value;
        object = target;
      } else second = value;
    }
  }
  if (second < bound) {
    refresh(market, bidder);
    bid(market, bidder, epsilon);
    return;
  }
  const rise = second === Number.NEGATIVE_INFINITY ? market.range + epsilon : best - second + epsilon;
  take(market, bidder, object, rise);
}

function take(market: Market, bidder: number, object: number, rise: number): void {
  const { price, choice, holder, queue } = market;
  price[object] += rise;
  const loser = holder[object];
  holder[object] = bidder;
  choice[bidder] = object;
  if (loser === -1) return;
  choice[loser] = -1;
  const { vertices } = market.graph;
  let place = market.head + market.waiting;
  if (place >= vertices) place -= vertices;
  queue[place] = loser;
  market.waiting += 1;
}

/** The least offer on the short list: with a full list, nothing below it can be among the best. */
function leastListed({ kept, listed, listedWeights, price }: Market, bidder: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let place = bidder * kept; place < (bidder + 1) * kept; place++) {
    const value = listedWeights[place] - price[listed[place]];
    if (value < least) least = value;
  }
  return least;
}

/** Fills the short list with the best arcs at present prices. */
function refresh(market: Market, bidder: number): void {
  const { graph, price, kept, listed, listedWeights, outside } = market;
  const { offsets, targets, weights } = graph;
  const values = bestValues;
  const arcs = bestArcs;
  const end = offsets[bidder + 1];
  let size = 0;
  let least = leastListed(market, bidder);
  let rest = Number.NEGATIVE_INFINITY;
  for (let arc = offsets[bidder]; arc < end; arc++) {
    const value = weights[arc] - price[targets[arc]];
    if (value < least) {
      if (value > rest) rest = value;
      continue;
    }
    let place = size;
    if (size === kept) {
      const last = values[kept - 1];
      if (value <= last) {
        if (value > rest) rest = value;
        continue;
      }
      if (last > rest) rest = last;
      place = kept - 1;
    } else size++;
    for (; place > 0; place--) {
      const above = values[place - 1];
      if (above >= value) break;
      values[place] = above;
      arcs[place] = arcs[place - 1];
    }
    values[place] = value;
    arcs[place] = arc;
    if (size === kept) least = values[kept - 1];
  }
  outside[bidder] = rest;
  const from = bidder * kept;
  for (let place = 0; place < kept; place++) {
    const arc = arcs[place];
    listed[from + place] = place < size ? targets[arc] : bidder;
    listedWeights[from + place] = place < size ? weights[arc] : Number.NEGATIVE_INFINITY;
  }
}

const bestValues = new Float64Array(MOST);
const bestArcs = new Int32Array(MOST);

/** What prices leave to each bidder plus its own price, to the nearest whole number: doubled duals, nearly feasible. */
export function dualsOf(market: Market): Float64Array {
  const { graph, price, selfWorth, outside, kept, listed, listedWeights } = market;
  const dual = new Float64Array(graph.vertices);
  for (let bidder = 0; bidder < graph.vertices; bidder++) {
    const own = price[bidder];
    const from = bidder * kept;
    let best = selfWorth - own;
    for (let place = from; place < from + kept; place++) {
      const value = listedWeights[place] - price[listed[place]];
      if (value > best) best = value;
    }
    if (best < outside[bidder]) {
      refresh(market, bidder);
      const value = listedWeights[from] - price[listed[from]];
      if (value > best) best = value;
    }
    dual[bidder] = Math.round(best + own);
  }
  return dual;
}
