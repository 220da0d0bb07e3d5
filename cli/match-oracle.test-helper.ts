import { compareLists, eachPartition } from '#engine/matching/brute-force.test-helper.ts';

/** What brute force says about one round, from the two files' text alone. Only for tests. */
export interface Oracle {
  /** Sums of the aims of a grouping by id, highest aim first, all to be kept small. */
  aims: (groups: readonly (readonly string[])[]) => number[];
  /** The least list of sums over all ways of grouping everybody. */
  best: () => number[];
  /** Pairs of different units in these groups that no met pair bridged before, each once. */
  bridged: (groups: readonly (readonly string[])[]) => number;
  ids: string[];
}

/** Places in the list of sums. */
export const AIM = { cannotMeet: 0, turn: 1, repeats: 2, shared: 3, recent: 4, unit: 5, manager: 6, worth: 7 } as const;

interface Row {
  id: string;
  unit: string;
  site: string;
  manager: string;
  interests: string[];
  languages: string[];
}

/** Plain CSV without quotes: cells by column name. */
function readRows(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']));
  });
}

const word = (text: string | undefined): string => (text ?? '').trim().toLowerCase();
const words = (cell: string | undefined): string[] => [
  ...new Set(
    (cell ?? '')
      .split(';')
      .map(word)
      .filter((one) => one !== ''),
  ),
];
const both = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));
const pair = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
const pairsOf = <T>(group: readonly T[]): [T, T][] =>
  group.flatMap((one, place) => group.slice(place + 1).map((other): [T, T] => [one, other]));

/** Reads both files and judges groupings by the order of aims in engine/README.md. */
export function consult(peopleCsv: string, metCsv: string, size: number): Oracle {
  const rows = readRows(peopleCsv).map(
    (cells): Row => ({
      id: cells.id ?? '',
      unit: word(cells.department),
      site: word(cells.site),
      manager: cells.manager ?? '',
      interests: words(cells.interests),
      languages: words(cells.languages),
    }),
  );
  const meetings = readRows(metCsv).map((cells) => ({ a: cells.a ?? '', b: cells.b ?? '', date: cells.date ?? '' }));
  const memory = remember(rows, meetings);
  const ranks = turnRanks(rows, meetings, size);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pairAims = (one: Row, other: Row): number[] => {
    const ago = memory.rank.get(pair(one.id, other.id)) ?? 0;
    const strangers =
      one.languages.length > 0 && other.languages.length > 0 && both(one.languages, other.languages).length === 0;
    const sameUnit = one.unit !== '' && one.unit === other.unit;
    const reports = one.manager === other.id || other.manager === one.id;
    return [
      Number(strangers),
      0,
      Number(ago > 0),
      0,
      ago,
      Number(sameUnit),
      Number(reports),
      -worth(rows, memory, [one, other]),
    ];
  };
  const known = new Map(pairsOf(rows).map(([one, other]) => [pair(one.id, other.id), pairAims(one, other)]));
  const aims = (groups: readonly (readonly string[])[]): number[] => {
    const sums = new Array<number>(8).fill(0);
    for (const group of groups) {
      for (const [one, other] of pairsOf(group)) {
        for (const [place, own] of (known.get(pair(one, other)) ?? []).entries())
          sums[place] = (sums[place] ?? 0) + own;
      }
      if (group.length <= size) continue;
      const own = group.map((id) => ranks.get(id) ?? 0);
      sums[AIM.turn] = (sums[AIM.turn] ?? 0) + Math.min(...own);
      sums[AIM.shared] = (sums[AIM.shared] ?? 0) + own.reduce((sum, rank) => sum + rank, 0);
    }
    return sums;
  };
  const ids = rows.map((row) => row.id);
  return { aims, ids, best: () => leastAims(ids, size, aims), bridged: (groups) => countBridged(byId, memory, groups) };
}

function leastAims(ids: string[], size: number, aims: Oracle['aims']): number[] {
  let best: number[] | undefined;
  eachPartition(ids.length, sizesOf(ids.length, size), (groups) => {
    const own = aims(groups.map((group) => group.map((place) => ids[place] ?? '')));
    if (best === undefined || compareLists(own, best) < 0) best = own;
  });
  return best ?? [];
}

/** As many groups as fit, sizes at most one apart, none above size + 1. */
function sizesOf(people: number, size: number): number[] {
  let count = Math.max(1, Math.floor(people / size));
  while (people > count * (size + 1)) count += 1;
  return Array.from({ length: count }, (_, place) => Math.floor((people + count - 1 - place) / count));
}

interface Memory {
  /** Rank of the last date of each pair that met; all met pairs; who stands in the history. */
  rank: Map<string, number>;
  met: string[];
  partners: Map<string, Set<string>>;
  seen: Set<string>;
  boundaries: Map<string, number>;
}

interface Met {
  a: string;
  b: string;
  date: string;
}

function remember(rows: readonly Row[], meetings: readonly Met[]): Memory {
  const dates = [...new Set(meetings.map((meeting) => meeting.date))].sort();
  const unit = new Map(rows.map((row) => [row.id, row.unit]));
  const rank = new Map<string, number>();
  const partners = new Map<string, Set<string>>(rows.map((row) => [row.id, new Set()]));
  for (const { a, b, date } of meetings) {
    if (a === b || !unit.has(a) || !unit.has(b)) continue;
    rank.set(pair(a, b), Math.max(rank.get(pair(a, b)) ?? 0, dates.indexOf(date) + 1));
    partners.get(a)?.add(b);
    partners.get(b)?.add(a);
  }
  const boundaries = new Map<string, number>();
  for (const key of rank.keys()) {
    const [one = '', other = ''] = key.split('|').map((id) => unit.get(id) ?? '');
    if (one === '' || other === '' || one === other) continue;
    boundaries.set(pair(one, other), (boundaries.get(pair(one, other)) ?? 0) + 1);
  }
  return { rank, met: [...rank.keys()], partners, seen: new Set(meetings.flatMap(({ a, b }) => [a, b])), boundaries };
}

/** Points of tier 7 as written in engine/README.md. */
function worth(rows: readonly Row[], memory: Memory, [one, other]: readonly [Row, Row]): number {
  let points = 0;
  if (one.unit !== '' && other.unit !== '' && one.unit !== other.unit) {
    const ties = memory.boundaries.get(pair(one.unit, other.unit)) ?? 0;
    const members = (unit: string): number => rows.filter((row) => row.unit === unit).length;
    // ties ÷ expected as one fraction of whole numbers
    const above = ties * rows.length * (rows.length - 1);
    const below = 2 * memory.met.length * members(one.unit) * members(other.unit);
    points += ties === 0 ? 12 : Math.max(0, Math.floor((12 * (below - above)) / below));
  }
  const contacts = [...(memory.partners.get(one.id) ?? [])].filter((id) =>
    memory.partners.get(other.id)?.has(id),
  ).length;
  if (contacts > 0) points += contacts <= 3 ? 4 : 1;
  if (memory.seen.has(one.id) !== memory.seen.has(other.id)) points += 3;
  if (one.site !== '' && one.site === other.site) points += 2;
  const rare = both(one.interests, other.interests).map((interest) => {
    const named = rows.filter((row) => row.interests.includes(interest)).length;
    return Math.min(10, 1 + Math.floor(Math.log2(rows.length / named) + 1e-9));
  });
  return (
    points +
    rare
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, own) => sum + own, 0)
  );
}

/** Times odd per round attended, as dense ranks; fractions are compared as whole numbers. */
function turnRanks(rows: readonly Row[], meetings: readonly Met[], size: number): Map<string, number> {
  const dates = [...new Set(meetings.map((meeting) => meeting.date))].sort();
  const everybody = new Set(meetings.flatMap(({ a, b }) => [a, b]));
  const rates = rows.map(({ id }) => {
    let odd = 0;
    let attended = 0;
    for (const date of dates) {
      const day = meetings.filter((meeting) => meeting.date === date && meeting.a !== meeting.b);
      const there = new Set(day.flatMap(({ a, b }) => [a, b]));
      const partners = new Set(day.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []))).size;
      if (partners === 0 && (attended === 0 || 2 * there.size < everybody.size)) continue;
      attended += 1;
      if (partners === 0 || partners >= size) odd += 1;
    }
    return { id, odd, attended };
  });
  const byRate = (a: { odd: number; attended: number }, b: { odd: number; attended: number }): number =>
    a.odd * b.attended - b.odd * a.attended;
  const known = rates.filter((rate) => rate.attended > 0).sort(byRate);
  const median = known[Math.floor((known.length - 1) / 2)] ?? { odd: 0, attended: 1 };
  const below = (rate: (typeof rates)[number]): number => {
    const newcomer = rate.attended === 0;
    const own = newcomer ? median : rate;
    const lower = known.filter((one) => byRate(one, own) < 0 || (newcomer && byRate(one, own) === 0));
    const distinct = new Set(lower.map((one) => one.odd / one.attended)).size;
    // Newcomers stand between the median and what lies above it.
    const passed = !newcomer && byRate(rate, median) > 0 && rates.some((one) => one.attended === 0);
    return distinct + Number(passed);
  };
  return new Map(rates.map((rate) => [rate.id, below(rate)]));
}

function countBridged(rows: ReadonlyMap<string, Row>, memory: Memory, groups: readonly (readonly string[])[]): number {
  const fresh = groups.flatMap((group) =>
    pairsOf(group).flatMap(([a, b]) => {
      const one = rows.get(a)?.unit ?? '';
      const other = rows.get(b)?.unit ?? '';
      if (one === '' || other === '' || one === other || memory.boundaries.has(pair(one, other))) return [];
      return [pair(one, other)];
    }),
  );
  return new Set(fresh).size;
}
