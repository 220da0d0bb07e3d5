/** Everybody's cheapest companions: person p's stand at p × width …, cheapest first, −1 where there are fewer. */
export interface Companions {
  width: number;
  who: Int32Array;
  cost: Float64Array;
}

/** Lists the cheapest companions of each person; among equals whoever comes next in a circle. */
export function cheapestCompanions(
  pair: ArrayLike<number>,
  people: number,
  width: number,
  allowed?: (cell: number) => boolean,
): Companions {
  const list: Companions = {
    width,
    who: new Int32Array(people * width).fill(-1),
    cost: new Float64Array(people * width).fill(Number.POSITIVE_INFINITY),
  };
  for (let one = 0; one < people; one++) {
    scan({ pair, people, allowed }, list, one, one + 1);
    scan({ pair, people, allowed }, list, one, 0);
  }
  return list;
}

interface Table {
  pair: ArrayLike<number>;
  people: number;
  allowed: ((cell: number) => boolean) | undefined;
}

/** Looks at companions after a person, or (from 0) at those before. */
function scan({ pair, people, allowed }: Table, list: Companions, one: number, from: number): void {
  const row = one * people;
  const last = (one + 1) * list.width - 1;
  const to = from === 0 ? one : people;
  let limit = list.cost[last];
  for (let other = from; other < to; other++) {
    const cost = pair[row + other];
    if (cost >= limit || (allowed !== undefined && !allowed(row + other))) continue;
    insert(list, one * list.width, other, cost);
    limit = list.cost[last];
  }
}

/** Puts a companion cheaper than the last into their place. */
function insert({ width, who, cost }: Companions, from: number, other: number, own: number): void {
  let place = from + width - 1;
  for (; place > from && cost[place - 1] > own; place--) {
    cost[place] = cost[place - 1];
    who[place] = who[place - 1];
  }
  cost[place] = own;
  who[place] = other;
}
