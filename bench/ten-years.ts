import { type MatchPerson, type Meeting, planRound } from '#engine/matching/matching.ts';
import { createRandom, type Random, shuffledRange } from '#engine/random.ts';

const ROUNDS = 520;
const SIZES = [14, 50, 240];
/** Beyond this the minimum of each round of each method takes longer than the table is worth. */
const PROVED_UP_TO = 60;
/** Of those who are here, a week: leave for good, and pause for one to four weeks. */
const LEAVE = 0.003;
const PAUSE = 0.04;

interface Member {
  id: string;
  unit: string;
  pausedUntil: number;
}

/** A method's answer: groups, and who is left over. */
interface Answer {
  groups: string[][];
}

interface Past {
  met: Map<string, number>;
  /** The week of the last meeting. */
  lastWeek: Map<string, number>;
  history: Meeting[];
  /** Partners of the last rounds, latest first. */
  recent: Map<string, string[]>;
}

type Method = (people: readonly Member[], past: Past, random: Random, on: string) => Answer;

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const timesMet = (past: Past, a: string, b: string): number => past.met.get(keyOf(a, b)) ?? 0;
const inTurn = (people: readonly Member[], random: Random): Member[] =>
  [...shuffledRange(people.length, random)].flatMap((place) => people[place] ?? []);

const loam: Method = (people, past, random) => {
  const input = people.map(({ id, unit }): MatchPerson => ({ id, unit: [unit] }));
  const { groups } = planRound({ people: input, history: past.history, seed: random.below(2 ** 31) });
  return { groups: groups.map(({ members }) => members) };
};

const randomPairs: Method = (people, _past, random) => {
  const order = inTurn(people, random);
  return { groups: pairUp(order.map(({ id }) => id)) };
};

function pairUp(ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let place = 0; place + 1 < ids.length; place += 2) groups.push([ids[place] ?? '', ids[place + 1] ?? '']);
  return groups;
}

/** Takes people in a random order and gives each the one that `worth` likes least to be without. */
function greedily(order: readonly Member[], cost: (a: Member, b: Member) => number): Answer {
  const left = [...order];
  const groups: string[][] = [];
  for (let one = left.shift(); one !== undefined && left.length > 0; one = left.shift()) {
    const first = one;
    const costs = left.map((other) => cost(first, other));
    const place = costs.indexOf(Math.min(...costs));
    const [partner] = left.splice(place, 1);
    if (partner) groups.push([first.id, partner.id]);
  }
  return { groups };
}

const leastMet: Method = (people, past, random) =>
  greedily(inTurn(people, random), (a, b) => timesMet(past, a.id, b.id));

const windowOfThree: Method = (people, past, random) =>
  greedily(inTurn(people, random), (a, b) => ((past.recent.get(a.id) ?? []).includes(b.id) ? 1 : 0));

/** Two random halves, each proposing by least met and another unit first (Gale and Shapley 1962). */
const marriageInHalves: Method = (people, past, random) => {
  const order = inTurn(people, random);
  const half = Math.floor(order.length / 2);
  const [askers, asked] = [order.slice(0, half), order.slice(half, 2 * half)];
  const cost = (a: Member, b: Member) => 2 * timesMet(past, a.id, b.id) + (a.unit === b.unit ? 1 : 0);
  const lists = new Map(askers.map((a) => [a.id, asked.toSorted((x, y) => cost(a, x) - cost(a, y))]));
  const engaged = new Map<string, Member>();
  const free = [...askers];
  for (let a = free.pop(); a !== undefined; a = free.pop()) {
    const wanted = lists.get(a.id)?.shift();
    if (!wanted) continue;
    const rival = engaged.get(wanted.id);
    if (rival && cost(rival, wanted) <= cost(a, wanted)) free.push(a);
    else {
      if (rival) free.push(rival);
      engaged.set(wanted.id, a);
    }
  }
  return { groups: [...engaged].map(([b, a]) => [a.id, b]) };
};

const METHODS: Record<string, Method> = {
  Loam: loam,
  'random pairs': randomPairs,
  'greedy least met': leastMet,
  'window of three': windowOfThree,
  'stable marriage in halves': marriageInHalves,
};

/** People come, go and pause, the same way for every method. */
function liveOn(people: Member[], week: number, size: number, random: Random): Member[] {
  const stay = people.filter(() => random.next() >= LEAVE);
  for (const person of stay) if (random.next() < PAUSE) person.pausedUntil = week + 1 + random.below(4);
  for (let place = stay.length; place < size; place += 1)
    stay.push({ id: `w${week}-${place}`, unit: unitAt(random, size), pausedUntil: 0 });
  return stay;
}

const unitAt = (random: Random, size: number): string => `U${random.below(size < 20 ? 3 : 6)}`;

interface Figures {
  pairs: number;
  repeats: number;
  /** Beyond the proved minimum of each round, given what this method did before. */
  avoidable: number;
  /** Of the repeats, those within eight weeks. */
  soon: number;
  sameUnit: number;
  leftOut: number;
  /** Rounds as the odd one out (alone, or third) of those attended, for the person with the most; 20 rounds or more. */
  worstTurn: number;
}

function simulate(method: Method, size: number): Figures {
  const [fate, random] = [createRandom(size), createRandom(size + 1)];
  const past: Past = { met: new Map(), lastWeek: new Map(), history: [], recent: new Map() };
  const turns = new Map<string, { attended: number; odd: number }>();
  const figures: Figures = { pairs: 0, repeats: 0, avoidable: 0, soon: 0, sameUnit: 0, leftOut: 0, worstTurn: 0 };
  let people: Member[] = [];
  for (let week = 0; week < ROUNDS; week += 1) {
    people = liveOn(people, week, size, fate);
    const here = people.filter(({ pausedUntil }) => pausedUntil <= week);
    const on = new Date(Date.UTC(2026, 0, 6 + 7 * week)).toISOString().slice(0, 10);
    const least = size <= PROVED_UP_TO ? unavoidable(here, past) : Number.POSITIVE_INFINITY;
    const { groups } = method(here, past, random, on);
    const before = figures.repeats;
    count(figures, { groups, here, past, turns, on, week });
    figures.avoidable += Math.max(0, figures.repeats - before - least);
  }
  const rates = [...turns.values()].filter(({ attended }) => attended >= 20).map(({ attended, odd }) => odd / attended);
  return { ...figures, worstTurn: Math.max(0, ...rates) };
}

/** The fewest repeats with everybody placed, by proof. */
function unavoidable(here: readonly Member[], past: Past): number {
  const people = here.map(({ id }): MatchPerson => ({ id }));
  return planRound({ people, history: past.history, seed: 1 }).certificate.repeatsUnavoidable;
}

interface Week {
  groups: readonly string[][];
  here: readonly Member[];
  past: Past;
  turns: Map<string, { attended: number; odd: number }>;
  on: string;
  week: number;
}

function count(figures: Figures, { groups, here, past, turns, on, week }: Week): void {
  const unitOf = new Map(here.map(({ id, unit }) => [id, unit]));
  const sizeOf = new Map(groups.flatMap((group) => group.map((id) => [id, group.length] as const)));
  for (const { id } of here) {
    const turn = turns.get(id) ?? { attended: 0, odd: 0 };
    turns.set(id, { attended: turn.attended + 1, odd: turn.odd + (sizeOf.get(id) === 2 ? 0 : 1) });
  }
  figures.leftOut += here.length - sizeOf.size;
  for (const group of groups) {
    for (const [a, b] of group.flatMap((one, place) => group.slice(place + 1).map((other) => [one, other] as const))) {
      figures.pairs += 1;
      const last = past.lastWeek.get(keyOf(a, b));
      if (last !== undefined) figures.repeats += 1;
      if (last !== undefined && week - last <= 8) figures.soon += 1;
      past.lastWeek.set(keyOf(a, b), week);
      if (unitOf.get(a) === unitOf.get(b)) figures.sameUnit += 1;
      past.met.set(keyOf(a, b), timesMet(past, a, b) + 1);
      past.history.push({ a, b, date: on });
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        past.recent.set(one, [other, ...(past.recent.get(one) ?? [])].slice(0, 3));
    }
  }
}

/** Ten years of weekly rounds of twos, with joiners, leavers and pauses, by Loam and by what today's tools do. */
export function run(args: string[]): void {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  console.log('| people | method | pairs | repeats | avoidable | within 8 weeks | same unit | left out | worst turn |');
  console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const size of sizes) {
    for (const [name, method] of Object.entries(METHODS)) {
      const { pairs, repeats, avoidable, soon, sameUnit, leftOut, worstTurn } = simulate(method, size);
      const share = (part: number) => `${part} (${((100 * part) / pairs).toFixed(1)} %)`;
      const cells = [
        size,
        name,
        pairs,
        share(repeats),
        size <= PROVED_UP_TO ? avoidable : '–',
        soon,
        share(sameUnit),
        leftOut,
      ];
      console.log(`| ${cells.join(' | ')} | ${(100 * worstTurn).toFixed(1)} % |`);
    }
  }
}
