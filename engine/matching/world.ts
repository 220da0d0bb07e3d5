import { createRandom, shuffledRange } from '../random.ts';
import { type CountedTurns, foldHistory, type HistoryBook } from './history.ts';
import type { MatchPerson, RoundInput } from './types.ts';

/** Everything the solver asks about people, by index; people stand in an order drawn by the seed. */
export interface World {
  people: MatchPerson[];
  size: number;
  prefer: 'across' | 'within' | 'levels';
  history: HistoryBook;
  /** Smallest unit by number, −1 when unknown; people per unit beside it. */
  unit: Int32Array;
  unitSize: number[];
  unitName: string[];
  forbidden: Set<number>;
  /** Interests by number per person, and how many people name each. */
  interests: Int32Array[];
  interestCount: number[];
  interestName: string[];
  languages: Int32Array[];
  /** Level by number, −1 when unknown. */
  level: Int32Array;
  /** Distinct partners so far, sorted. */
  partners: Int32Array[];
  /** Distinct met pairs per unit pair "low * units + high", and in all. */
  unitTies: Map<number, number>;
  ties: number;
}

/** Sorted numbers for words, compared without case or outer blanks. */
function numberWords(lists: readonly (readonly string[])[]): {
  numbers: Int32Array[];
  count: number[];
  name: string[];
} {
  const known = new Map<string, number>();
  const count: number[] = [];
  const name: string[] = [];
  const numbers = lists.map((list) => {
    const own = new Set<number>();
    for (const word of list) {
      const key = word.trim().toLocaleLowerCase('en');
      if (key === '') continue;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      name[number] ??= word.trim();
      own.add(number);
    }
    for (const number of own) count[number] = (count[number] ?? 0) + 1;
    return Int32Array.from(own).sort();
  });
  return { numbers, count, name };
}

/** Reads the input once into numbers; ids must be unique. */
export function buildWorld(input: RoundInput): World {
  const sorted = [...input.people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  // Among equals the order decides: by seed, never by how the file was sorted.
  const people = [...shuffledRange(sorted.length, createRandom(input.seed ?? 1))].flatMap(
    (place) => sorted[place] ?? [],
  );
  const index = new Map(people.map((person, place) => [person.id, place]));
  if (index.size !== people.length) throw new Error('Two people have the same id.');
  const size = input.size ?? 2;
  if (!Number.isInteger(size) || size < 2 || size > 8)
    throw new Error('The group size must be a whole number from 2 to 8.');
  const units = numberWords(people.map((person) => [(person.unit ?? []).map((name) => name.trim()).join(' / ')]));
  const interests = numberWords(people.map((person) => person.interests ?? []));
  const unit = Int32Array.from(units.numbers, (own) => own[0] ?? -1);
  const levels = numberWords(people.map((person) => [person.level ?? '']));
  const history = foldHistory(input.history ?? [], index, { size, turns: turnsOf(people) });
  return {
    people,
    size,
    prefer: input.prefer ?? 'across',
    history,
    unit,
    unitSize: units.count,
    unitName: units.name,
    forbidden: foldForbidden(input.forbidden ?? [], index),
    interests: interests.numbers,
    interestCount: interests.count,
    interestName: interests.name,
    languages: numberWords(people.map((person) => person.languages ?? [])).numbers,
    level: Int32Array.from(levels.numbers, (own) => own[0] ?? -1),
    ...foldTies(history, unit, people.length),
  };
}

/** Turns as counted elsewhere; undefined when nobody's are. */
function turnsOf(people: readonly MatchPerson[]): CountedTurns | undefined {
  if (people.every((person) => person.turns === undefined)) return undefined;
  for (const { id, turns } of people) {
    const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
    if (turns === undefined || (isCount(turns.attended) && isCount(turns.odd))) continue;
    throw new Error(`The turns of "${id}" are not whole numbers from 0.`);
  }
  return {
    odd: Float64Array.from(people, ({ turns }) => turns?.odd ?? 0),
    attended: Float64Array.from(people, ({ turns }) => turns?.attended ?? 0),
  };
}

function foldForbidden(pairs: readonly (readonly [string, string])[], index: ReadonlyMap<string, number>): Set<number> {
  const keys = new Set<number>();
  for (const [one, other] of pairs) {
    const a = index.get(one);
    const b = index.get(other);
    if (a !== undefined && b !== undefined) keys.add(Math.min(a, b) * index.size + Math.max(a, b));
  }
  return keys;
}

function foldTies(
  history: HistoryBook,
  unit: Int32Array,
  people: number,
): Pick<World, 'partners' | 'unitTies' | 'ties'> {
  const lists = Array.from({ length: people }, (): number[] => []);
  const unitTies = new Map<number, number>();
  let ties = 0;
  for (const [key, memory] of history.pairs) {
    if (!memory.met) continue;
    const a = Math.floor(key / people);
    const b = key % people;
    lists[a]?.push(b);
    lists[b]?.push(a);
    ties += 1;
    const boundary = boundaryKey(unit, a, b);
    if (boundary >= 0) unitTies.set(boundary, (unitTies.get(boundary) ?? 0) + 1);
  }
  return { partners: lists.map((list) => Int32Array.from(list).sort()), unitTies, ties };
}

/** The number of the boundary between two people's units, −1 when there is none or it is unknown. */
export function boundaryKey(unit: Int32Array, a: number, b: number): number {
  const one = unit[a] ?? -1;
  const other = unit[b] ?? -1;
  if (one < 0 || other < 0 || one === other) return -1;
  return Math.min(one, other) * unit.length + Math.max(one, other);
}

/** Numbers that stand in both sorted lists. */
export function shared(one: Int32Array | undefined, other: Int32Array | undefined): number[] {
  const both: number[] = [];
  if (one === undefined || other === undefined) return both;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) both.push(a);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return both;
}
