import { Temporal } from 'temporal-polyfill';
import type { Common } from '#contract/introductions.ts';

const DAY = 86_400_000;

/** Hellos a sender may say within a week. */
export const HELLOS_A_WEEK = 5;
/** Hellos that may wait for a receiver within a week; beyond that they look closed. */
export const WAITING_A_WEEK = 3;
/** How long a hello is final, in milliseconds. */
export const FINAL_FOR = 90 * DAY;
/** How long a hello waits for its receiver. */
export const SHOWN_FOR = 30 * DAY;
/** For how long a "not now" can be taken back, with some seconds for the way to the server. */
export const UNDO_FOR = 65_000;
/** The span of both limits. */
export const WEEK = 7 * DAY;
/** From when on a hello without a yes reads as quiet to its sender. */
export const QUIET_AFTER = 14 * DAY;

/** How a hello looks to its sender: a no, silence and a later block are the same. */
export function statusForSender(hello: { status: string; askedAt: Date }, now: Date): 'waiting' | 'yes' | 'quiet' {
  if (hello.status === 'yes') return 'yes';
  return now.getTime() - hello.askedAt.getTime() < QUIET_AFTER ? 'waiting' : 'quiet';
}

/** What somebody says of themselves, and where they stand. */
export interface Side {
  unit: string | null;
  site: string | null;
  level: string | null;
  interests: readonly string[];
  talents: readonly string[];
  passions: readonly string[];
  languages: readonly string[];
}

const folded = (text: string): string => text.trim().toLocaleLowerCase();

function sharedOf(kind: Common['kind'], mine: readonly string[], theirs: readonly string[]): Common[] {
  const wanted = new Set(mine.map(folded));
  return theirs.filter((text) => wanted.has(folded(text))).map((text) => ({ kind, text }));
}

/** What two share, rarest kinds first, from what both show; at most `most`. */
export function inCommon(mine: Side, theirs: Side, most = 4): Common[] {
  const shared = [
    ...sharedOf('passion', [...mine.passions, ...mine.interests], theirs.passions),
    ...sharedOf('interest', [...mine.interests, ...mine.passions], theirs.interests),
    ...sharedOf('talent', mine.talents, theirs.talents),
    ...(mine.site && mine.site === theirs.site ? [{ kind: 'site' as const, text: mine.site }] : []),
    ...(mine.unit && mine.unit === theirs.unit ? [{ kind: 'unit' as const, text: mine.unit }] : []),
    ...sharedOf('language', mine.languages, theirs.languages),
  ];
  const seen = new Set<string>();
  return shared.filter(({ text }) => !seen.has(folded(text)) && seen.add(folded(text))).slice(0, most);
}

/** Where the other stands elsewhere: the reason to meet. */
export function different(mine: Side, theirs: Side): Common[] {
  const list: Common[] = [];
  if (theirs.unit && theirs.unit !== mine.unit) list.push({ kind: 'unit', text: theirs.unit });
  if (theirs.site && theirs.site !== mine.site) list.push({ kind: 'site', text: theirs.site });
  if (theirs.level && mine.level && theirs.level !== mine.level) list.push({ kind: 'level', text: theirs.level });
  return list;
}

/** The next seven o'clock in the morning in a zone. */
export function nextMorning(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return new Date(local.startOfDay().add({ days: 1 }).with({ hour: 7 }).epochMilliseconds);
}

/** For so long "we met" can be taken back, signed in or by the link of a mail. */
export const TAKE_BACK = 7 * DAY;

/** Whether an answer may change: "we met" can be taken back for seven days, all else until it ends. */
export function mayChange(given: { answer: string | null; answeredAt: Date | null }, now: Date): boolean {
  if (given.answer !== 'met' || !given.answeredAt) return true;
  return now.getTime() - given.answeredAt.getTime() < TAKE_BACK;
}

/** What two or more of several people share, from what they show; at most `most`. */
export function inCommonAmong(sides: readonly Side[], most = 4): Common[] {
  const pairs = sides.flatMap((one, place) => sides.slice(place + 1).map((other) => inCommon(one, other, 8)));
  const seen = new Set<string>();
  const isNew = ({ text }: Common) => !seen.has(folded(text)) && seen.add(folded(text));
  return pairs.flat().filter(isNew).slice(0, most);
}

/** Who is in an introduction beside the caller, and whether it looks ended: the same for whatever ended it. */
export function standing(
  row: { member_ids: readonly string[]; left_ids: readonly string[]; ended_at: Date | null },
  { me, here, hasMet }: { me: string; here: ReadonlySet<string>; hasMet: boolean },
): { isEnded: boolean; otherIds: string[] } {
  const everybody = row.member_ids.filter((id) => id !== me);
  const remaining = everybody.filter((id) => !row.left_ids.includes(id));
  if (hasMet) return { isEnded: false, otherIds: remaining };
  const present = remaining.filter((id) => here.has(id));
  const isEnded = row.ended_at !== null || row.left_ids.includes(me) || present.length === 0;
  return { isEnded, otherIds: isEnded ? everybody : present };
}

export interface LatestAgain {
  again: boolean;
  introductionId: string;
}

/** What somebody said of each of the others at the latest "again?", from the latest on. */
export function latestAgain(
  answered: readonly { introduction_id: string; member_ids: string[]; again: boolean | null }[],
  me: string,
): Map<string, LatestAgain> {
  const said = new Map<string, LatestAgain>();
  for (const { introduction_id, member_ids, again } of answered)
    for (const id of member_ids)
      if (id !== me && !said.has(id) && again !== null) said.set(id, { again, introductionId: introduction_id });
  return said;
}
