import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type EdgeColumns, type WeightedGraph, weightedGraph, withoutVertices } from '#engine/graph/graph.ts';
import { maximumWeightMatching } from '#engine/graph/matching/matching.ts';
import { verify } from '#engine/graph/matching/proof.ts';
import { matchingWithRemovals } from '#engine/graph/matching/vertex-removal.ts';
import { createRandom } from '#engine/random.ts';

const WARM_PEOPLE = 6000;
const WARM_EDGES = 25;
const WARM_SCORES = 800;
const WARM_RUNS = 10;
const DROP_OUTS = 21;

interface EdgeList extends EdgeColumns {
  people: number;
}

/** Reads "people edges" and then a line "a b score" an edge; without a third column every score is 1. */
function readEdges(path: string): EdgeList {
  const bytes = readFileSync(path);
  let place = 0;
  const skip = (): void => {
    while (place < bytes.length && (bytes[place] ?? 0) <= 32) place++;
  };
  const next = (): number => {
    skip();
    const start = place;
    while (place < bytes.length && (bytes[place] ?? 0) > 32) place++;
    return start === place ? Number.NaN : toNumber(bytes, start, place);
  };
  const people = next();
  const count = next();
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${path}: the first line must be "people edges".`);
  skip();
  const newline = bytes.indexOf(10, place);
  const line = bytes.toString('utf8', place, newline === -1 ? bytes.length : newline);
  const scored = line.trim().split(/\s+/).length > 2;
  const edges = { people, from: new Float64Array(count), to: new Float64Array(count), weight: new Float64Array(count) };
  for (let edge = 0; edge < count; edge++) {
    edges.from[edge] = next();
    edges.to[edge] = next();
    edges.weight[edge] = scored ? next() : 1;
  }
  return edges;
}

/** Plain digits fast, anything else as JavaScript reads it (NaN for words). */
function toNumber(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let place = start; place < end; place++) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit < 0 || digit > 9) return Number(bytes.toString('latin1', start, end));
    value = value * 10 + digit;
  }
  return value;
}

/** Another instance, so that the timed run finds the code compiled: people who share tastes. */
function warmGraph(seed: number): WeightedGraph {
  const random = createRandom(seed);
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let person = 0; person < WARM_PEOPLE; person++) {
    const near = new Set<number>();
    for (let edge = 0; edge < WARM_EDGES; edge++) {
      const other = person + 1 + random.below(400);
      if (other < WARM_PEOPLE) near.add(other);
    }
    for (const other of near) {
      from.push(person);
      to.push(other);
      weight.push(1 + random.below(WARM_SCORES));
    }
  }
  return weightedGraph(WARM_PEOPLE, { from, to, weight });
}

/** Starts a watch: call it for the time on the clock and the processor time since. */
function stopwatch(): () => { ms: number; cpuMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    return { ms: rounded(ms), cpuMs: rounded((user + system) / 1000) };
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

/** People who drop out of the solved round one after another: processor time of each, the middle and the worst. */
function repairs(graph: WeightedGraph): { dropOuts: number; cpuMsMedian: number; cpuMsWorst: number } {
  const random = createRandom(1);
  const round = matchingWithRemovals(graph, { exact: true });
  const gone = new Set<number>();
  const times: number[] = [];
  const dropOuts = Math.min(DROP_OUTS, graph.vertices);
  while (gone.size < dropOuts) {
    const person = random.below(graph.vertices);
    if (gone.has(person)) continue;
    gone.add(person);
    const passed = stopwatch();
    round.removeVertex(person);
    times.push(passed().cpuMs);
  }
  verify(withoutVertices(graph, gone), round.result());
  times.sort((a, b) => a - b);
  return { dropOuts, cpuMsMedian: times[times.length >> 1] ?? 0, cpuMsWorst: times[times.length - 1] ?? 0 };
}

/** `pairs EDGES [--exact] [--repair]`: the heaviest matching of an edge list, as many pairs as possible first. */
export function run(args: string[]): void {
  const flags = { exact: { type: 'boolean' }, repair: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined)
    throw new Error('Which file of edges? npm run --silent bench -- pairs EDGES [--exact] [--repair]');
  const exact = values.exact ?? false;
  for (let seed = 1; seed <= WARM_RUNS; seed++) maximumWeightMatching(warmGraph(seed), { exact });
  const list = readEdges(path);
  const graph = weightedGraph(list.people, list);
  const passed = stopwatch();
  const found = maximumWeightMatching(graph, { exact });
  const time = passed();
  const { weight, pairs, exposed: left, bound, gap } = found;
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...time, weight, pairs, left, bound, gap, exact: found.exact, peakMB }));
  if (!values.repair) return;
  for (let seed = 1; seed <= WARM_RUNS; seed++) repairs(warmGraph(seed));
  console.log(JSON.stringify(repairs(graph)));
}
