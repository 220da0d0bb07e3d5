import { createRandom, shuffledRange } from '../../random.ts';
import { checkInput } from './check-input.ts';
import { type CountedTurns, foldHistory, type HistoryBook, MET } from './history.ts';
import { packPair } from './pair-key.ts';
import type { MatchPerson, RoundInput } from './round-input.ts';
import { boundaryKey, readUnits, type Units } from './units.ts';
import { type Lists, toLists, Vocabulary } from './words.ts';

/** Everything the solver asks about people, by index; people stand in an order drawn by the seed. */
export interface Roster extends Units {
  people: MatchPerson[];
  size: number;
  prefer: 'across' | 'within' | 'levels';
  history: HistoryBook;
  /** Pairs that must never sit together, by `packPair`. */
  forbidden: Set<number>;
  /** The manager of each person, where they take part; −1 else. */
  manager: Int32Array;
  words: Words;
  hours: Hours;
  /** How many people name each word as an interest. */
  interestCount: Int32Array;
  /** Distinct partners so far. */
  partners: Lists;
  /** Distinct met pairs per unit pair, by `boundaryKey`, and in all. */
  unitTies: Map<number, number>;
  ties: number;
}

/** What people say of themselves, as numbers of one vocabulary; −1 for nothing. */
export interface Words {
  size: number;
  /** The number of a word, −1 when nobody says it. */
  numberOf: (word: string) => number;
  interests: Lists;
  offers: Lists;
  asks: Lists;
  intentions: Lists;
  languages: Lists;
  /** Names of the units from the largest to the smallest. */
  units: Lists;
  site: Int32Array;
  level: Int32Array;
  wishSubject: Int32Array;
  wishUnit: Int32Array;
  /** 1: wishes for somebody of another level. */
  wishLevels: Uint8Array;
}

/** Working hours of each person in minutes of one common day; a length of 0 means any time will do. */
export interface Hours {
  from: Int32Array;
  length: Int32Array;
}

/** Reads the input once into numbers; throws a RangeError where it cannot be meant. */
export function readRoster(input: RoundInput): Roster {
  checkInput(input);
  const people = inOrder(input);
  const index = new Map(people.map((person, place) => [person.id, place]));
  const size = input.size ?? 2;
  const vocabulary = new Vocabulary();
  const units = readUnits(people, vocabulary);
  const words = readWords(people, vocabulary);
  const interestCount = new Int32Array(words.size);
  for (const word of words.interests.items) interestCount[word] += 1;
  const history = foldHistory(input.history ?? [], index, {
    size,
    turns: turnsOf(people),
  });
  return {
    ...units,
    people,
    size,
    prefer: input.prefer ?? 'across',
    history,
    forbidden: foldForbidden(input.forbidden ?? [], index),
    manager: Int32Array.from(people, (person) => index.get(person.manager ?? '') ?? -1),
    words,
    hours: readHours(people),
    interestCount,
    ...foldTies(history, units.unit),
  };
}

/** People in an order drawn by the seed: among equals it decides, never how the file was sorted. */
function inOrder(input: RoundInput): MatchPerson[] {
  const sorted = [...input.people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return [...shuffledRange(sorted.length, createRandom(input.seed ?? 1))].map((place) => sorted[place]);
}

function readWords(people: readonly MatchPerson[], vocabulary: Vocabulary): Words {
  const lists = (wordsOf: (person: MatchPerson) => readonly string[] | undefined): Lists =>
    vocabulary.listsOf(people, (person) => wordsOf(person) ?? []);
  const single = (wordOf: (person: MatchPerson) => string | undefined): Int32Array =>
    Int32Array.from(people, (person) => vocabulary.numberOf(wordOf(person)));
  const words = {
    interests: lists((person) => person.interests),
    offers: lists((person) => person.offers),
    asks: lists((person) => person.asks),
    intentions: lists((person) => person.intentions),
    languages: lists((person) => person.languages),
    units: lists((person) => person.unit),
    site: single((person) => person.site),
    level: single((person) => person.level),
    wishSubject: single((person) => person.wish?.subject),
    wishUnit: single((person) => person.wish?.unit),
    wishLevels: Uint8Array.from(people, (person) => Number(person.wish?.levels === true)),
  };
  return {
    ...words,
    size: vocabulary.size,
    numberOf: (word) => vocabulary.numberOf(word),
  };
}

const DAY = 24 * 60;

const inDay = (minutes: number): number => ((minutes % DAY) + DAY) % DAY;

function readHours(people: readonly MatchPerson[]): Hours {
  return {
    from: Int32Array.from(people, ({ hours }) => inDay(hours?.from ?? 0)),
    length: Int32Array.from(people, ({ hours, asynchronous }) =>
      hours === undefined || asynchronous ? 0 : inDay(hours.to - hours.from) || DAY,
    ),
  };
}

/** Whether two people's hours leave them no common minute. */
export function missEachOther({ from, length }: Hours, a: number, b: number): boolean {
  const [mine, theirs] = [length[a], length[b]];
  if (mine === 0 || theirs === 0) return false;
  const lag = inDay(from[b] - from[a]);
  return lag >= mine && DAY - lag >= theirs;
}

/** Whether two people must never sit together. */
export function isForbidden({ forbidden, people }: Roster, one: number, other: number): boolean {
  return forbidden.size > 0 && forbidden.has(packPair(one, other, people.length));
}

/** Turns as counted elsewhere; undefined when nobody's are. */
function turnsOf(people: readonly MatchPerson[]): CountedTurns | undefined {
  if (people.every((person) => person.turns === undefined)) return undefined;
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
    if (a !== undefined && b !== undefined) keys.add(packPair(a, b, index.size));
  }
  return keys;
}

function foldTies({ pairs }: HistoryBook, unit: Int32Array): Pick<Roster, 'partners' | 'unitTies' | 'ties'> {
  const unitTies = new Map<number, number>();
  let ties = 0;
  const partners = toLists([...unit], (_, person) => {
    const own: number[] = [];
    for (let place = pairs.offsets[person]; place < pairs.offsets[person + 1]; place++) {
      const other = pairs.others[place];
      if ((pairs.marks[place] & MET) === 0) continue;
      own.push(other);
      if (other < person) continue;
      ties += 1;
      const boundary = boundaryKey(unit, person, other);
      if (boundary >= 0) unitTies.set(boundary, (unitTies.get(boundary) ?? 0) + 1);
    }
    return own;
  });
  return { partners, unitTies, ties };
}
