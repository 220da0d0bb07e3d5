import { Temporal } from 'temporal-polyfill';
import type { Bridge } from '#contract/programmes.ts';
import type { MatchPerson, RoundInput, RoundPlan } from '#engine/matching/matching.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { JobScope } from '#server/platform/database.ts';
import { runInWorker, type Watching } from '#server/platform/worker.ts';
import { isDue, isNewcomer } from '../membership/membership.rules.ts';
import * as rows from './rounds.queries.ts';
import * as rules from './rounds.rules.ts';

const ENGINE = '#engine/matching/matching.ts';

/** What is planned: a programme's setting on a date. */
export interface Occasion extends Omit<rules.Setting, 'seed'> {
  programmeId: string;
  on: string;
}

export interface Planned {
  plan: RoundPlan;
  /** Those who were due, matched or not. */
  people: readonly string[];
  notDrawn: readonly string[];
  participants: readonly rules.Participant[];
  /** Pairs that met before by what is known here, not by what a host supplied. */
  repeats: number;
  certificate: rules.KeptCertificate;
  bridges: Bridge[];
  /** What the plan rests on besides the directory; another value means it must be made anew. */
  basis: string;
}

const shown = (row: rows.MembershipRow, field: string, list: string[] | null): string[] =>
  row.shows?.includes(field) ? (list ?? []) : [];

/** Working hours as minutes of one common day, on the round's own date. */
function hoursOf(row: rows.MembershipRow, on: string): { from: number; to: number } | undefined {
  const [from, to] = [row.hours_from, row.hours_to];
  if (from === null || to === null || !row.shows?.includes('hours')) return undefined;
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: row.zone, plainTime: { hour: 12 } });
  const offset = noon.offsetNanoseconds / 60_000_000_000;
  return { from: from * 60 - offset, to: to * 60 - offset };
}

function wishOf(row: rows.MembershipRow): MatchPerson['wish'] {
  if (row.wish === 'subject' && row.wish_text) return { subject: row.wish_text };
  if (row.wish === 'unit' && row.wish_text) return { unit: row.wish_text };
  if (row.wish === 'levels') return { levels: true };
  return undefined;
}

function personOf(row: rows.MembershipRow, paths: ReadonlyMap<string, string[]>, on: string): MatchPerson {
  const [hours, wish, unit] = [hoursOf(row, on), wishOf(row), row.unit_id ? paths.get(row.unit_id) : undefined];
  return {
    id: row.person_id,
    languages: shown(row, 'languages', row.languages),
    interests: [...shown(row, 'interests', row.interests), ...shown(row, 'passions', row.passions)],
    offers: [...shown(row, 'talents', row.talents), ...shown(row, 'askMeAbout', row.ask_me_about)],
    // A round without a place is not among those attended.
    turns: { attended: row.attended + row.unplaced, odd: row.odd + row.unplaced },
    ...(unit && { unit }),
    ...(row.level && { level: row.level }),
    ...(row.site && { site: row.site }),
    ...(row.manager_id && { manager: row.manager_id }),
    ...(hours && { hours }),
    ...(wish && { wish }),
  };
}

const standingOf = (row: rows.MembershipRow) => ({
  status: row.status,
  pausedUntil: row.paused_until,
  rhythm: row.rhythm,
  isSkipping: row.skip_on !== null,
  wantsIn: row.in_on !== null,
  lastOn: row.last_on,
  ownRhythm: row.own_rhythm,
  lastAnywhere: row.last_anywhere,
});

/** Members who take part on a date, of all or of some. */
export async function dueMembers(
  scope: JobScope,
  programmeId: string,
  on: string,
  only?: readonly string[],
): Promise<rows.MembershipRow[]> {
  return (await rows.selectMemberships(scope, programmeId, only)).filter((row) => isDue(standingOf(row), on));
}

/** How many take part in a programme, due or not. */
export async function countJoined(scope: JobScope, programmeId: string): Promise<number> {
  const members = await rows.selectMemberships(scope, programmeId);
  return members.filter(({ status }) => status === 'active' || status === 'away').length;
}

interface Basis {
  due: rows.MembershipRow[];
  /** Pairs between whom a block stands. */
  veils: [string, string][];
  /** Both as one text, to compare. */
  text: string;
}

/** Who is due and who is blocked from whom: what planning rests on. */
export async function basisOf(scope: JobScope, occasion: Pick<Occasion, 'programmeId' | 'on'>): Promise<Basis> {
  const due = await dueMembers(scope, occasion.programmeId, occasion.on);
  const veils = await rows.selectVeiledPairs(scope);
  const lines = [...due.map((row) => `${row.person_id} ${row.part}`), ...veils.map((pair) => pair.join())];
  return { due, veils, text: lines.sort().join('\n') };
}

const participantOf = (
  row: rows.MembershipRow,
  paths: ReadonlyMap<string, string[]>,
  on: string,
): rules.Participant => ({
  person: personOf(row, paths, on),
  part: row.part,
  isNew: isNewcomer(row.joined_on, row.joined_at.toISOString().slice(0, 10), on),
  attended: row.attended,
});

/** Those who are due on a date, as matching sees them. */
export async function dueParticipants(
  scope: JobScope,
  { programmeId, on }: Pick<Occasion, 'programmeId' | 'on'>,
): Promise<rules.Participant[]> {
  const paths = await rows.selectUnitPaths(scope);
  return (await dueMembers(scope, programmeId, on)).map((row) => participantOf(row, paths, on));
}

/** Plans a round off the main thread; nothing is written. */
export async function planOccasion(
  scope: JobScope,
  occasion: Occasion,
  introductions: Pick<IntroductionsDoor, 'historyOf'>,
  watching: Watching = {},
): Promise<Planned> {
  const started = performance.now();
  const { due, veils, text } = await basisOf(scope, occasion);
  const paths = await rows.selectUnitPaths(scope);
  const people = due.map((row) => participantOf(row, paths, occasion.on));
  const seed = rules.seedOf(occasion.programmeId, occasion.on);
  const own = await introductions.historyOf(scope);
  const past = {
    history: [...own, ...(await rows.selectPastPairs(scope, occasion.programmeId))],
    forbidden: veils,
  };
  const { pools, notDrawn } = rules.drawOf({ ...occasion, seed }, people, past);
  const plan = rules.together(await planPools(pools, watching), seed);
  const matched = pools.flatMap((pool) => pool.people);
  const milliseconds = Math.round(performance.now() - started);
  return {
    plan,
    people: people.map(({ person }) => person.id),
    repeats: rules.repeatsIn(plan.groups, own),
    participants: people,
    notDrawn,
    certificate: rules.certificateOf(plan, matched, { notDrawn: notDrawn.length, milliseconds }),
    bridges: rules.bridgesOf(plan.groups, matched),
    basis: text,
  };
}

/** Plans each pool in the worker. */
export async function planPools(pools: readonly RoundInput[], { onProgress, signal }: Watching): Promise<RoundPlan[]> {
  const plans: RoundPlan[] = [];
  for (const [place, input] of pools.entries()) {
    const report = (done: number) => onProgress?.((place + done) / pools.length);
    plans.push(
      await runInWorker<RoundPlan>({ module: ENGINE, call: 'planRound', input }, { onProgress: report, signal }),
    );
  }
  return plans;
}
