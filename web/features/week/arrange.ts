import { type Kind, type Mark, type Memory, WEEK_KINDS } from './memory.ts';

// A rest is long enough to forget that one asked for it.
const RESTS_FOR = 84;
const ASKED_RESTS_FOR = 56;
const SPOKE_RESTS_FOR = 28;
// Who asked a month ago knows by now, or does not want to be asked.
const ASKED_AFTER_FOR = 28;

interface Single {
  person: { id: string; name: string };
}
interface Pair {
  people: [{ id: string }, { id: string }];
}
interface Lists<S extends Single, P extends Pair> {
  nurture: readonly S[];
  hardlyKnow: readonly S[];
  shouldKnow: readonly S[];
  connect: readonly P[];
}

export type Row<S, P> =
  | { kind: Exclude<Kind, 'connect'>; key: string; single: S; next: string | null; mark: Mark | undefined }
  | { kind: 'connect'; key: string; pair: P; next: string | null };

export interface AskedBefore {
  personId: string;
  mark: Mark;
}

/** How many days one day lies after another. */
const daysAfter = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Whom I asked in the weeks before this one, and who waits for "how did it go?". */
export const askedBefore = ({ marks }: Memory, today: string): AskedBefore[] =>
  Object.entries(marks)
    .filter(([, { does, on }]) => does === 'asked' && on < mondayOf(today) && daysAfter(on, today) <= ASKED_AFTER_FOR)
    .map(([personId, mark]) => ({ personId, mark }));

/** Whether a mark keeps somebody out of rows; whom I asked this week stays in sight. */
function isOut(mark: Mark | undefined, today: string): boolean {
  if (!mark) return false;
  const days = daysAfter(mark.on, today);
  switch (mark.does) {
    case 'asked':
      return mark.on < mondayOf(today) && days < ASKED_RESTS_FOR;
    case 'rests':
      return days < RESTS_FOR;
    case 'spoke':
      return days < SPOKE_RESTS_FOR;
    case 'known':
      return days < SPOKE_RESTS_FOR;
  }
}

/** The rows of a week: nobody stands in two, and what this device remembers counts. */
export function arranged<S extends Single, P extends Pair>(
  week: Lists<S, P>,
  memory: Memory,
  today: string,
): Row<S, P>[] {
  const { marks, stands } = memory;
  const isKnown = ({ person }: S) => ['known', 'spoke'].includes(marks[person.id]?.does ?? '');
  const isIn = ({ person }: S) => !isOut(marks[person.id], today);
  const lists = {
    nurture: [...week.nurture, ...week.hardlyKnow.filter(isKnown)].filter(isIn),
    hardlyKnow: week.hardlyKnow.filter((each) => !isKnown(each) && isIn(each)),
    shouldKnow: week.shouldKnow.filter(isIn),
  };
  const rows: Row<S, P>[] = [];
  const taken = new Set<string>();
  for (const kind of WEEK_KINDS) {
    if (kind === 'connect') continue;
    const list = lists[kind].filter(({ person }) => !taken.has(person.id));
    const standing = list.find(({ person }) => person.id === stands[kind]) ?? list[0];
    if (!standing) continue;
    const { id } = standing.person;
    taken.add(id);
    const next = list[(list.indexOf(standing) + 1) % list.length]?.person.id ?? id;
    rows.push({ kind, key: id, single: standing, next: next === id ? null : next, mark: marks[id] });
  }
  const pair = standingPair(week.connect, stands.connect, taken);
  return pair ? [...rows, pair] : rows;
}

export const pairKey = ({ people: [a, b] }: Pair): string => `${a.id} ${b.id}`;

/** Two people who do not stand in another row, where there are such. */
function standingPair<S, P extends Pair>(pairs: readonly P[], key: string | undefined, taken: ReadonlySet<string>) {
  const apart = pairs.filter(({ people }) => people.every(({ id }) => !taken.has(id)));
  const list = apart.length > 0 ? apart : pairs;
  const pair = list.find((each) => pairKey(each) === key) ?? list[0];
  if (!pair) return null;
  const next = list[(list.indexOf(pair) + 1) % list.length] ?? pair;
  const row: Row<S, P> = { kind: 'connect', key: pairKey(pair), pair, next: next === pair ? null : pairKey(next) };
  return row;
}

interface Conversation {
  others: readonly { id: string }[];
  isMutual: boolean;
  isEnded: boolean;
  metOn: string | null;
}

// After six weeks the wish is known, and stands under "keep in touch".
const AGREED_FOR = 42;

/** Conversations after which everybody said "again", and that led to no further one yet; newest first, as given. */
export function agreedAgain<Each extends Conversation>(introductions: readonly Each[], today: string): Each[] {
  const key = ({ others }: Each) => JSON.stringify(others.map(({ id }) => id).sort());
  return introductions.filter(
    (each, place) =>
      each.isMutual &&
      !each.isEnded &&
      each.metOn !== null &&
      daysAfter(each.metOn, today) < AGREED_FOR &&
      !introductions.slice(0, place).some((later) => key(later) === key(each)),
  );
}

interface Timed {
  isEnded: boolean;
  metOn: string | null;
  time: { at: string | Date | null } | null;
}

/** The conversation that comes next: the earliest still to come, else one without a time, else one that is past. */
export function comingNext<Each extends Timed>(introductions: readonly Each[], now: Date): Each | undefined {
  const running = introductions.filter(({ isEnded, metOn }) => !isEnded && metOn === null);
  const rank = ({ time }: Each): number => {
    const at = time?.at ? new Date(time.at).getTime() : Infinity;
    return at < now.getTime() ? Number.MAX_VALUE : Math.min(at, Number.MAX_SAFE_INTEGER);
  };
  return running.toSorted((a, b) => rank(a) - rank(b))[0];
}
