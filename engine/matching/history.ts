import type { Meeting } from './types.ts';

/** What is remembered of one pair. */
interface PairMemory {
  /** Counts as a repeat if this pair sits together now. */
  repeat: boolean;
  /** Stands in the history as met, at any date. */
  met: boolean;
  /** The latest date, and its rank among all dates, oldest = 1, at most 255. */
  last: string;
  rank: number;
}

/** The history folded once: pairs by "low * people + high", turns by person. */
export interface HistoryBook {
  pairs: Map<number, PairMemory>;
  /** 0 = least often the odd one out per round attended; dense ranks. */
  turnRank: Int32Array;
  /** 1 for people with no meeting at all. */
  newcomer: Uint8Array;
}

const RESTING_ROUNDS = { 'not-yet': 2, cannot: 1 } as const;
const MOST_RANKS = 255;

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

/** Folds meetings into pair memories and turns; `index` maps ids to 0 … n − 1. */
export function foldHistory(
  history: readonly Meeting[],
  index: ReadonlyMap<string, number>,
  { size, turns }: Setting,
): HistoryBook {
  const dates = [...new Set(history.map((meeting) => meeting.date))].sort();
  const position = new Map(dates.map((date, place) => [date, place]));
  return {
    pairs: foldPairs(history, index, position),
    turnRank: rankRates(turns ?? countTurns(history, index, { dates, position, size })),
    newcomer: findNewcomers(history, index),
  };
}

function foldPairs(
  history: readonly Meeting[],
  index: ReadonlyMap<string, number>,
  position: ReadonlyMap<string, number>,
): Map<number, PairMemory> {
  const pairs = new Map<number, PairMemory>();
  const latest = new Map<number, Meeting>();
  for (const meeting of history) {
    const a = index.get(meeting.a);
    const b = index.get(meeting.b);
    if (a === undefined || b === undefined || a === b) continue;
    const key = Math.min(a, b) * index.size + Math.max(a, b);
    const known = pairs.get(key) ?? { repeat: false, met: false, last: '', rank: 0 };
    known.met ||= meeting.outcome === undefined || meeting.outcome === 'met' || meeting.outcome === 'again';
    if (meeting.date >= known.last) {
      known.last = meeting.date;
      known.rank = rankOf(position.get(meeting.date) ?? 0, position.size);
      latest.set(key, meeting);
    }
    pairs.set(key, known);
  }
  for (const [key, memory] of pairs) memory.repeat = isRepeat(memory, latest.get(key), position);
  return pairs;
}

function rankOf(place: number, count: number): number {
  return count <= MOST_RANKS ? place + 1 : 1 + Math.floor((place * MOST_RANKS) / count);
}

/** The last word between two people decides whether they count as met. */
function isRepeat(memory: PairMemory, last: Meeting | undefined, position: ReadonlyMap<string, number>): boolean {
  if (last === undefined || last.outcome === 'again') return false;
  if (last.outcome !== 'not-yet' && last.outcome !== 'cannot') return true;
  const roundsSince = position.size - 1 - (position.get(last.date) ?? 0);
  return memory.met || roundsSince < RESTING_ROUNDS[last.outcome];
}

function findNewcomers(history: readonly Meeting[], index: ReadonlyMap<string, number>): Uint8Array {
  const newcomer = new Uint8Array(index.size).fill(1);
  for (const { a, b } of history) {
    for (const id of [a, b]) {
      const person = index.get(id);
      if (person !== undefined) newcomer[person] = 0;
    }
  }
  return newcomer;
}

interface Calendar {
  dates: readonly string[];
  position: ReadonlyMap<string, number>;
  size: number;
}

/** Partners of each known person on each date, as sets by date position. */
function partnersByDate(history: readonly Meeting[], calendar: Calendar): Map<string, Set<string>>[] {
  const rounds = calendar.dates.map(() => new Map<string, Set<string>>());
  for (const { a, b, date } of history) {
    const round = rounds[calendar.position.get(date) ?? 0];
    if (round === undefined || a === b) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const partners = round.get(one) ?? new Set<string>();
      partners.add(other);
      round.set(one, partners);
    }
  }
  return rounds;
}

/** Reads from the history who attended which round, and as the odd one out. */
function countTurns(history: readonly Meeting[], index: ReadonlyMap<string, number>, calendar: Calendar): CountedTurns {
  const rounds = partnersByDate(history, calendar);
  const everSeen = new Set(history.flatMap((meeting) => [meeting.a, meeting.b])).size;
  const odd = new Float64Array(index.size);
  const attended = new Float64Array(index.size);
  for (const round of rounds) {
    // A date with few people is a lone meeting, not a round one sat out.
    const wholeRound = round.size * 2 >= everSeen;
    for (const [id, person] of index) {
      const partners = round.get(id)?.size ?? 0;
      if (partners === 0 && (!wholeRound || attended[person] === 0)) continue;
      attended[person] = (attended[person] ?? 0) + 1;
      if (partners === 0 || partners >= calendar.size) odd[person] = (odd[person] ?? 0) + 1;
    }
  }
  return { odd, attended };
}

/** Times as the odd one out per round attended, as dense ranks; somebody new stands at the median. */
function rankRates({ odd, attended }: CountedTurns): Int32Array {
  const known = [...odd]
    .map((count, person) => count / (attended[person] ?? 1))
    .filter((_, person) => (attended[person] ?? 0) > 0);
  known.sort((a, b) => a - b);
  const median = known[(known.length - 1) >> 1] ?? 0;
  // At the same rate somebody unseen comes after: they may have sat out.
  const rates = [...odd].map((count, person) => {
    const rounds = attended[person] ?? 0;
    return rounds === 0 ? median + 1e-9 : count / rounds;
  });
  const distinct = [...new Set(rates)].sort((a, b) => a - b);
  const rank = new Map(distinct.map((rate, place) => [rate, place]));
  return Int32Array.from(rates, (rate) => rank.get(rate) ?? 0);
}
