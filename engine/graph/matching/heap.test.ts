import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHeap, pop, push } from './heap.ts';

it('gives the earliest first, the smaller payload among equals, however pushes and takes mix', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(fc.oneof(entry, fc.constant(undefined)), { maxLength: 60 }), (steps) => {
      const heap = createHeap();
      const sorted: (readonly [number, number])[] = [];
      for (const step of [...steps, ...steps.map(() => undefined)]) {
        if (step) {
          push(heap, step[0], step[1]);
          sorted.push(step);
          sorted.sort(([time, own], [later, other]) => time - later || own - other);
        } else if (sorted.length > 0) {
          const [time, payload] = sorted.shift() ?? [];
          expect(heap.times[0]).toBe(time);
          expect(pop(heap)).toBe(payload);
        }
        expect(heap.size).toBe(sorted.length);
      }
    }),
  );
});

it('grows past what it has room for', () => {
  const heap = createHeap();
  const count = 2_500;
  for (let payload = 0; payload < count; payload += 1) push(heap, (payload * 7) % count, payload);
  const taken = Array.from({ length: count }, () => {
    const time = heap.times[0];
    return [time, pop(heap)];
  });
  expect(taken.every(([time, payload = 0], at) => time === at && (payload * 7) % count === at)).toBe(true);
  expect(heap.size).toBe(0);
});
