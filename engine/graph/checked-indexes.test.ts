import { expect, it } from 'vitest';
import { arcBetween, weightedGraph } from './graph.ts';
import { createHeap, pop } from './matching/heap.ts';

it('an index without an element ends a test, in place of a NaN that wanders on', () => {
  const graph = weightedGraph(2, { from: [0], to: [1], weight: [3] });
  expect(arcBetween(graph, 0, 1)).toBe(0);
  expect(() => arcBetween(graph, 2, 0)).toThrow('Nothing stands at index 3 of 3.');
  expect(() => pop(createHeap())).toThrow('Nothing stands at index -1');
});
