/** Group sizes for n people, largest first, differing by at most one and never above size + 1. */
export function groupSizes(people: number, size: number): number[] {
  if (people < 2) return [];
  let groups = Math.max(1, Math.floor(people / size));
  if (Math.ceil(people / groups) > size + 1) groups += 1;
  const small = Math.floor(people / groups);
  const larger = people % groups;
  return Array.from({ length: groups }, (_, index) => (index < larger ? small + 1 : small));
}
