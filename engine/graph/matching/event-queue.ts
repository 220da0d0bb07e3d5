import { createHeap, pop, push, type TimeHeap } from './heap.ts';

/**
 * What will happen as the duals of a search move, and when: time is how far the duals of S vertices have come down.
 * An event is one number: below `vertices` a vertex reached, below `nodes` a blossom to be expanded, from there on an
 * edge between two S vertices that closes an odd cycle.
 */
export interface EventQueue {
  vertices: number;
  nodes: number;
  time: number;
  later: TimeHeap;
  /** Due at once: vertices reached come first, first come first served, so that trees stay low. */
  dueReaches: number[];
  nextDueReach: number;
  dueOthers: number[];
  /** Earliest time known at which each unlabelled vertex is reached, and from which S vertex. */
  reachTime: Float64Array;
  reachFrom: Int32Array;
  reachedVertices: number[];
  /** Edges that close odd cycles. */
  cycleFrom: number[];
  cycleTo: number[];
  /** The earliest known end of the search: from this S vertex to that exposed one (−1: stay exposed instead). */
  endTime: number;
  endFrom: number;
  endTo: number;
}

/** What `nextEvent` returns when nothing happens before the end of the search. */
export const NO_EVENT = -1;

/** A queue without events. */
export function createEventQueue(vertices: number, nodes: number): EventQueue {
  return {
    vertices,
    nodes,
    time: 0,
    later: createHeap(),
    dueReaches: [],
    nextDueReach: 0,
    dueOthers: [],
    reachTime: new Float64Array(vertices).fill(Number.POSITIVE_INFINITY),
    reachFrom: new Int32Array(vertices),
    reachedVertices: [],
    cycleFrom: [],
    cycleTo: [],
    endTime: Number.POSITIVE_INFINITY,
    endFrom: -1,
    endTo: -1,
  };
}

/** Turns the clock back for a new search. */
export function startQueue(events: EventQueue): void {
  events.time = 0;
  events.endTime = Number.POSITIVE_INFINITY;
  events.later.size = 0;
}

/** Forgets all events and all reaches. */
export function clearQueue(events: EventQueue): void {
  for (const vertex of events.reachedVertices) events.reachTime[vertex] = Number.POSITIVE_INFINITY;
  events.reachedVertices.length = 0;
  events.cycleFrom.length = 0;
  events.cycleTo.length = 0;
  events.dueReaches = [];
  events.nextDueReach = 0;
  events.dueOthers = [];
}

/** Says how the search will end, unless something better is found. */
export function setEnd(events: EventQueue, time: number, from: number, to: number): void {
  events.endTime = time;
  events.endFrom = from;
  events.endTo = to;
}

/** Foresees that a vertex is reached. */
export function scheduleReach(events: EventQueue, time: number, vertex: number): void {
  if (time > events.time) push(events.later, time, vertex);
  else events.dueReaches.push(vertex);
}

/** Foresees that a T blossom has no dual left. */
export function scheduleExpansion(events: EventQueue, time: number, blossom: number): void {
  schedule(events, time, blossom);
}

/** Foresees that an edge between two S vertices is tight. */
export function scheduleCycle(events: EventQueue, time: number, from: number, to: number): void {
  schedule(events, time, events.nodes + events.cycleFrom.length);
  events.cycleFrom.push(from);
  events.cycleTo.push(to);
}

function schedule(events: EventQueue, time: number, event: number): void {
  if (time > events.time) push(events.later, time, event);
  else events.dueOthers.push(event);
}

/** The two ends of the edge that an event says closes an odd cycle. */
export function cycleEdgeOf({ cycleFrom, cycleTo, nodes }: EventQueue, event: number): [number, number] {
  return [cycleFrom[event - nodes], cycleTo[event - nodes]];
}

/** The next event before the end of the search; time goes on to it. */
export function nextEvent(events: EventQueue): number {
  const { later, dueReaches, dueOthers } = events;
  if (events.nextDueReach < dueReaches.length) return dueReaches[events.nextDueReach++];
  const other = dueOthers.pop();
  if (other !== undefined) return other;
  if (later.size === 0) return NO_EVENT;
  const time = later.times[0];
  if (time >= events.endTime) return NO_EVENT;
  events.time = time;
  return pop(later);
}
