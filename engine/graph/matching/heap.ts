/** A binary heap of whole-number payloads, smallest time first, the smaller payload among equals. */
export interface TimeHeap {
  times: Float64Array;
  payloads: Int32Array;
  size: number;
}

/** An empty heap. */
export function createHeap(): TimeHeap {
  return { times: new Float64Array(1024), payloads: new Int32Array(1024), size: 0 };
}

/** Puts a payload in. */
export function push(heap: TimeHeap, time: number, payload: number): void {
  if (heap.size === heap.payloads.length) grow(heap);
  const { times, payloads } = heap;
  let here = heap.size++;
  while (here > 0) {
    const up = (here - 1) >> 1;
    const upTime = times[up];
    const upPayload = payloads[up];
    if (upTime < time || (upTime === time && upPayload <= payload)) break;
    times[here] = upTime;
    payloads[here] = upPayload;
    here = up;
  }
  times[here] = time;
  payloads[here] = payload;
}

/** Takes the earliest out and returns its payload; read `times[0]` before. */
export function pop(heap: TimeHeap): number {
  const { times, payloads } = heap;
  const first = payloads[0];
  const size = --heap.size;
  const time = times[size];
  const payload = payloads[size];
  let here = 0;
  for (;;) {
    let down = 2 * here + 1;
    if (down >= size) break;
    let downTime = times[down];
    let downPayload = payloads[down];
    if (down + 1 < size) {
      const time2 = times[down + 1];
      const payload2 = payloads[down + 1];
      if (time2 < downTime || (time2 === downTime && payload2 < downPayload)) {
        down += 1;
        downTime = time2;
        downPayload = payload2;
      }
    }
    if (time < downTime || (time === downTime && payload <= downPayload)) break;
    times[here] = downTime;
    payloads[here] = downPayload;
    here = down;
  }
  times[here] = time;
  payloads[here] = payload;
  return first;
}

function grow(heap: TimeHeap): void {
  const times = new Float64Array(heap.times.length * 2);
  times.set(heap.times);
  heap.times = times;
  const payloads = new Int32Array(heap.payloads.length * 2);
  payloads.set(heap.payloads);
  heap.payloads = payloads;
}
