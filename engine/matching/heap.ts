/** A smallest-first queue of numbers under vector keys; equal keys leave in the order of their payload. */
export interface VectorHeap {
  push(key: Float64Array, payload: number): void;
  /** Takes the smallest out, writing its key; −1 when empty. */
  pop(key: Float64Array): number;
  clear(): void;
}

/** An empty binary heap with keys of `limbs` numbers. */
export function createHeap(limbs: number): VectorHeap {
  let keys = new Float64Array(256 * limbs);
  let payloads = new Int32Array(256);
  let size = 0;
  const before = (a: number, b: number): boolean => {
    for (let limb = 0; limb < limbs; limb++) {
      const difference = (keys[a * limbs + limb] ?? 0) - (keys[b * limbs + limb] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return (payloads[a] ?? 0) < (payloads[b] ?? 0);
  };
  const swap = (a: number, b: number): void => {
    for (let limb = 0; limb < limbs; limb++) {
      const kept = keys[a * limbs + limb] ?? 0;
      keys[a * limbs + limb] = keys[b * limbs + limb] ?? 0;
      keys[b * limbs + limb] = kept;
    }
    const payload = payloads[a] ?? 0;
    payloads[a] = payloads[b] ?? 0;
    payloads[b] = payload;
  };
  const grow = (): void => {
    const wider = new Float64Array(keys.length * 2);
    wider.set(keys);
    keys = wider;
    const longer = new Int32Array(payloads.length * 2);
    longer.set(payloads);
    payloads = longer;
  };
  const sink = (): void => {
    for (let here = 0; ; ) {
      let smallest = here;
      const left = 2 * here + 1;
      if (left < size && before(left, smallest)) smallest = left;
      if (left + 1 < size && before(left + 1, smallest)) smallest = left + 1;
      if (smallest === here) return;
      swap(here, smallest);
      here = smallest;
    }
  };
  return {
    push(key, payload) {
      if (size === payloads.length) grow();
      keys.set(key, size * limbs);
      payloads[size] = payload;
      let here = size;
      size += 1;
      while (here > 0 && before(here, (here - 1) >> 1)) {
        swap(here, (here - 1) >> 1);
        here = (here - 1) >> 1;
      }
    },
    pop(key) {
      if (size === 0) return -1;
      for (let limb = 0; limb < limbs; limb++) key[limb] = keys[limb] ?? 0;
      const payload = payloads[0] ?? 0;
      size -= 1;
      swap(0, size);
      sink();
      return payload;
    },
    clear() {
      size = 0;
    },
  };
}
