import { packPair, unpackPair } from './pair-key.ts';
import type { Meeting } from './round-input.ts';

/** Pairs that stand in the history, as rows by person; rows ascend, each pair stands in both. */
export interface PairBook {
  offsets: Int32Array;
  others: Int32Array;
  /** 1: met at any date; 2: counts as a repeat if they sit together now. */
  marks: Uint8Array;
  /** Place of the latest date, and its rank among all dates: oldest = 1, at most 255. */
  last: Int32Array;
  rank: Uint8Array;
  dates: readonly string[];
}

/** The history folded once: pairs by person, turns by person. */
export interface HistoryBook {
  pairs: PairBook;
  /** 0 = least often the odd one out per round attended; dense ranks. */
  turnRank: Int32Array;
  /** 1 for people with no meeting at all. */
  newcomer: Uint8Array;
}

/** Rounds attended by each person, and those of them as the odd one out. */
export interface CountedTurns {
  odd: Float64Array;
  attended: Float64Array;
}

/** The group size asked for, and turns where they were counted elsewhere. */
interface Setting {
  size: number;
  turns: CountedTurns | undefined;
}

export const MET = 1;
export const REPEAT = 2;

/** How long an outcome rests, in rounds; of one date the last in this order counts. */
const OUTCOMES = ['cannot', 'not-yet', 'met', 'again'] as const;
const RESTING_ROUNDS = { 'not-yet': 2, cannot: 1 } as const;
const MOST_RANKS = 255;

/** Meetings as columns: people by number, those who do not take part after those who do. */
interface Columns {
  a: Int32Array;
  b: Int32Array;
  date: Int32Array;
  outcome: Uint8Array;
  /** People who take part, and everybody who stands in the history. */
  people: number;
  everybody: number;
  everSeen: number;
  dates: readonly string[];
}

/** Folds meetings into pair memories and turns; `index` maps ids to 0 … n − 1. */
export function foldHistory(
  history: readonly Meeting[],
  index: ReadonlyMap<string, number>,
  { size, turns }: Setting,
): HistoryBook {
  const columns = readColumns(history, index);
  return {
    pairs: foldPairs(columns),
    turnRank: rankRates(turns ?? countTurns(columns, size)),
    newcomer: findNewcomers(columns),
  };
}

function readColumns(history: readonly Meeting[], index: ReadonlyMap<string, number>): Columns {
  const dates = [...new Set(history.map((meeting) => meeting.date))].sort();
  const position = new Map(dates.map((date, place) => [date, place]));
  const strangers = new Map<string, number>();
  const seen = new Set<number>();
  const numberOf = (id: string): number => {
    const known = index.get(id) ?? strangers.get(id);
    const number = known ?? index.size + strangers.size;
    if (known === undefined) strangers.set(id, number);
    seen.add(number);
    return number;
  };
  const a = Int32Array.from(history, (meeting) => numberOf(meeting.a));
  const b = Int32Array.from(history, (meeting) => numberOf(meeting.b));
  return {
    a,
    b,
    date: Int32Array.from(history, (meeting) => position.get(meeting.date) ?? 0),
    outcome: Uint8Array.from(history, (meeting) => OUTCOMES.indexOf(meeting.outcome ?? 'met')),
    people: index.size,
    everybody: index.size + strangers.size,
    everSeen: seen.size,
    dates,
  };
}

/** A pair and the place of a date as one number, with room for an outcome below: numbers sort by pair, date, outcome. */
function packMeeting(pair: number, date: number, dates: number): number {
  return (pair * dates + date) * OUTCOMES.length;
}

function pairOf(packed: number, dates: number): number {
  return Math.floor(packed / OUTCOMES.length / dates);
}

function dateOf(packed: number, dates: number): number {
  return Math.floor(packed / OUTCOMES.length) % dates;
}

function outcomeOf(packed: number): number {
  return packed % OUTCOMES.length;
}

/** Sorts all meetings of two who take part by pair, date and outcome, and reads each pair's story. */
function foldPairs(columns: Columns): PairBook {
  const { a, b, date, outcome, people, dates } = columns;
  const keys = new Float64Array(a.length);
  let count = 0;
  for (let meeting = 0; meeting < a.length; meeting++) {
    const low = Math.min(a[meeting], b[meeting]);
    const high = Math.max(a[meeting], b[meeting]);
    if (high >= people || low === high) continue;
    keys[count++] = packMeeting(packPair(low, high, people), date[meeting], dates.length) + outcome[meeting];
  }
  const sorted = keys.subarray(0, count).sort();
  const stories: Stories = { low: [], high: [], marks: [], last: [] };
  for (let from = 0; from < count; ) {
    const pair = pairOf(sorted[from], dates.length);
    let met = false;
    let to = from;
    for (; to < count && pairOf(sorted[to], dates.length) === pair; to++) {
      met ||= outcomeOf(sorted[to]) >= OUTCOMES.indexOf('met');
    }
    const latest = sorted[to - 1];
    const last = dateOf(latest, dates.length);
    const isAgain = isRepeat(met, OUTCOMES[outcomeOf(latest)] ?? 'met', dates.length - 1 - last);
    const [low, high] = unpackPair(pair, people);
    stories.low.push(low);
    stories.high.push(high);
    stories.marks.push((met ? MET : 0) + (isAgain ? REPEAT : 0));
    stories.last.push(last);
    from = to;
  }
  return toBook(stories, people, dates);
}

interface Stories {
  low: number[];
  high: number[];
  marks: number[];
  last: number[];
}

/** Pairs come in ascending order, so that rows filled from the higher half first ascend too. */
function toBook({ low, high, marks, last }: Stories, people: number, dates: readonly string[]): PairBook {
  const offsets = new Int32Array(people + 1);
  for (const list of [low, high]) for (const person of list) offsets[person + 1] += 1;
  for (let person = 0; person < people; person++) offsets[person + 1] += offsets[person];
  const next = offsets.slice();
  const size = 2 * low.length;
  const book = {
    offsets,
    others: new Int32Array(size),
    marks: new Uint8Array(size),
    last: new Int32Array(size),
    rank: new Uint8Array(size),
    dates,
  };
  for (const [mine, theirs] of [
    [high, low],
    [low, high],
  ] as const) {
    for (let pair = 0; pair < mine.length; pair++) {
      const person = mine[pair];
      const place = next[person];
      next[person] = place + 1;
      book.others[place] = theirs[pair];
      book.marks[place] = marks[pair];
      book.last[place] = last[pair];
      book.rank[place] = rankOf(last[pair], dates.length);
    }
  }
  return book;
}

function rankOf(place: number, count: number): number {
  return count <= MOST_RANKS ? place + 1 : 1 + Math.floor((place * MOST_RANKS) / count);
}

/** The last word between two people decides whether they count as met. */
function isRepeat(met: boolean, last: (typeof OUTCOMES)[number], roundsSince: number): boolean {
  if (last === 'again') return false;
  if (last === 'met') return true;
  return met || roundsSince < RESTING_ROUNDS[last];
}

/** Where a pair stands in the book, −1 when it does not. */
export function findPair({ offsets, others }: PairBook, one: number, other: number): number {
  let low = offsets[one];
  let high = offsets[one + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = others[middle];
    if (found === other) return middle;
    if (found < other) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Whether two people sitting together now would be a repeat. */
export function wouldRepeat({ pairs }: HistoryBook, one: number, other: number): boolean {
  const place = findPair(pairs, one, other);
  return place !== -1 && (pairs.marks[place] & REPEAT) !== 0;
}

function findNewcomers({ a, b, people }: Columns): Uint8Array {
  const newcomer = new Uint8Array(people).fill(1);
  for (const column of [a, b]) for (const person of column) if (person < people) newcomer[person] = 0;
  return newcomer;
}

/** Reads from the history who attended which round, and as the odd one out. */
function countTurns({ a, b, date, people, everybody, everSeen, dates }: Columns, size: number): CountedTurns {
  const entries = new Float64Array(2 * a.length);
  let count = 0;
  for (let meeting = 0; meeting < a.length; meeting++) {
    const [one, other, on] = [a[meeting], b[meeting], date[meeting] * everybody];
    if (one === other) continue;
    entries[count++] = (on + one) * everybody + other;
    entries[count++] = (on + other) * everybody + one;
  }
  const sorted = entries.subarray(0, count).sort();
  const odd = new Float64Array(people);
  const attended = new Float64Array(people);
  const partners = new Int32Array(everybody);
  let place = 0;
  for (let round = 0; round < dates.length; round++) {
    partners.fill(0);
    let present = 0;
    for (let last = -1; place < count && sorted[place] < (round + 1) * everybody * everybody; place++) {
      const entry = sorted[place];
      if (entry === last) continue;
      last = entry;
      const person = Math.floor(entry / everybody) - round * everybody;
      if (partners[person] === 0) present += 1;
      partners[person] += 1;
    }
    // A date with few people is a lone meeting, not a round one sat out.
    const wholeRound = present * 2 >= everSeen;
    for (let person = 0; person < people; person++) {
      const own = partners[person];
      if (own === 0 && (!wholeRound || attended[person] === 0)) continue;
      attended[person] += 1;
      if (own === 0 || own >= size) odd[person] += 1;
    }
  }
  return { odd, attended };
}

/** Times as the odd one out per round attended, as dense ranks; somebody new stands at the median. */
function rankRates({ odd, attended }: CountedTurns): Int32Array {
  const known = odd
    .map((count, person) => count / attended[person])
    .filter((_, person) => attended[person] > 0)
    .sort();
  const median = known.length === 0 ? 0 : known[(known.length - 1) >> 1];
  // At the same rate somebody unseen comes after: they may have sat out.
  const rates = odd.map((count, person) => {
    const rounds = attended[person];
    return rounds === 0 ? median + 1e-9 : count / rounds;
  });
  const distinct = [...new Set(rates)].sort((a, b) => a - b);
  const rank = new Map(distinct.map((rate, place) => [rate, place]));
  return Int32Array.from(rates, (rate) => rank.get(rate) ?? 0);
}
