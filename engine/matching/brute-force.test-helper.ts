/** All ways to split 0 … people − 1 into groups of these sizes, each visited once. Only for tests. */
export function eachPartition(people: number, sizes: readonly number[], visit: (groups: number[][]) => void): void {
  const open = [...sizes];
  const groups: number[][] = [];
  const taken = new Array<boolean>(people).fill(false);
  const grow = (group: number[], size: number): void => {
    if (group.length === size) {
      start();
      return;
    }
    for (let next = (group.at(-1) ?? 0) + 1; next < people; next++) {
      if (taken[next]) continue;
      taken[next] = true;
      group.push(next);
      grow(group, size);
      group.pop();
      taken[next] = false;
    }
  };
  const start = (): void => {
    const first = taken.indexOf(false);
    if (first === -1) {
      visit(groups);
      return;
    }
    for (const size of new Set(open)) {
      open.splice(open.indexOf(size), 1);
      const group = [first];
      taken[first] = true;
      groups.push(group);
      grow(group, size);
      groups.pop();
      taken[first] = false;
      open.push(size);
    }
  };
  start();
}

/** Compares two lists of numbers from the front. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [place, own] of a.entries()) {
    const difference = own - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
