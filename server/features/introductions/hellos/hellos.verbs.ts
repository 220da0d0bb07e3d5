import type { Intention, PersonCard } from '#contract/common.ts';
import type { Phrase } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { helloNotice } from '../introductions.messages.ts';
import * as rules from '../introductions.rules.ts';
import { holdName, holdPair, type IntroductionMember, languageOf, pairOf } from '../members/members.ts';
import { helloNote } from '../notices/notes.rules.ts';
import { startIntroduction } from '../start-introduction.ts';
import * as rows from './hellos.queries.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'baseUrl' | 'people' | 'boundaries' | 'delivery'>;
type HelloRow = Awaited<ReturnType<typeof rows.selectHellos>>[number];

export interface NewHello {
  toId: string;
  phrase: Phrase;
  intention?: Intention | undefined;
}

interface Hello {
  id: string;
  phrase: Phrase;
  askedAt: Date;
}

export interface Hellos {
  received: (Hello & { from: PersonCard; intention: Intention | null })[];
  sent: (Hello & { to: PersonCard; status: 'waiting' | 'yes' | 'quiet' })[];
}

const before = ({ clock }: Pick<Deps, 'clock'>, length: number): Date => new Date(clock.now().getTime() - length);

export function listHellos(deps: Deps, who: Who): Promise<Hellos> {
  return deps.db.asPerson(who, async (scope) => {
    const found = await rows.selectHellos(scope, before(deps, rules.FINAL_FOR));
    const otherIds = found.map((row) => (row.from_id === who.personId ? row.to_id : row.from_id));
    const cards = await deps.people.cards(scope, otherIds);
    const here = await deps.boundaries.reachable(scope, otherIds);
    const waits = (row: HelloRow) => row.status === 'waiting' && row.asked_at >= before(deps, rules.SHOWN_FOR);
    const received = found.flatMap((row) => {
      const from = cards.get(row.from_id);
      if (!from || row.to_id !== who.personId || !waits(row) || !here.has(row.from_id)) return [];
      return [{ ...helloOf(row), from, intention: row.intention }];
    });
    // Nothing here may tell whether the other refused, paused, blocked or left.
    const sent = found.flatMap((row) => {
      const to = cards.get(row.to_id);
      if (!to || row.from_id !== who.personId || row.status === 'withdrawn') return [];
      const status = rules.statusForSender({ status: row.status, askedAt: row.asked_at }, deps.clock.now());
      return [{ ...helloOf(row), to, status }];
    });
    return { received, sent };
  });
}

// Written from the contract's phrases alone.
const helloOf = (row: HelloRow): Hello => ({
  id: row.hello_id,
  phrase: row.phrase as Phrase,
  askedAt: row.asked_at,
});

export function sayHello(deps: Deps, who: Who, hello: NewHello): Promise<string | null> {
  if (hello.toId === who.personId) fail('bad-request');
  return deps.db.asPerson(who, async (scope) => {
    await holdPair(scope, hello.toId);
    const { me, other } = await pairOf(scope, hello.toId);
    const past = await rows.selectHellos(scope, before(deps, rules.FINAL_FOR));
    const here = await deps.boundaries.reachable(scope, [hello.toId, who.personId]);
    const theirs = past.find((row) => row.from_id === hello.toId && row.status === 'waiting');
    if (theirs && theirs.asked_at >= before(deps, rules.SHOWN_FOR) && here.has(hello.toId))
      return acceptHello(deps, scope, theirs, here);
    const between = past.filter((row) => [row.from_id, row.to_id].includes(hello.toId));
    if (between.some((row) => row.from_id === who.personId || row.status === 'yes'))
      fail('introductions.already-asked');
    await writeHello(deps, scope, hello, { me, other, isHere: here.has(who.personId) });
    return null;
  });
}

/** Says yes to a waiting hello, where both are here; the introduction that starts. */
async function acceptHello(deps: Deps, scope: Scope, hello: HelloRow, here: ReadonlySet<string>): Promise<string> {
  if (!here.has(hello.to_id)) fail('introductions.not-open');
  const { me, other } = await pairOf(scope, hello.from_id);
  const id = deps.newId();
  const settled = { status: 'yes', answered_at: deps.clock.now(), introduction_id: id } as const;
  if (!(await rows.settleHello(scope, hello.hello_id, settled))) fail('not-found');
  await startIntroduction(deps, scope, { id, kind: 'hello', members: [me, other], reasons: [] });
  return id;
}

/** Writes a hello and its notice, within the sender's limits; beyond the receiver's it rests, and its notice never leaves. */
async function writeHello(
  deps: Deps,
  scope: Scope,
  hello: NewHello,
  { me, other, isHere }: { me: IntroductionMember; other: IntroductionMember; isHere: boolean },
): Promise<void> {
  const now = deps.clock.now();
  const weekAgo = before(deps, rules.WEEK);
  // Always in this order, so that two hellos at once can neither pass a limit nor wait for each other.
  await holdName(scope, `hellos from ${me.person_id}`);
  await holdName(scope, `hellos to ${other.person_id}`);
  const mine = (await rows.selectHellos(scope, weekAgo)).filter((row) => row.from_id === me.person_id);
  if (mine.length >= rules.HELLOS_A_WEEK) fail('introductions.limit-reached');
  const waiting = await deps.db.asJobs('answers', scope.workspaceId, (jobs) =>
    rows.countWaiting(jobs, scope.workspaceId, other.person_id, weekAgo),
  );
  const open = await deps.boundaries.openTo(scope, [other.person_id], dayIn(now, me.workspace_timezone));
  if (!isHere) fail('introductions.not-open');
  // All else is the same for whoever says it, in words and in work: nobody learns who takes none.
  const isShown = open.has(other.person_id) && waiting < rules.WAITING_A_WEEK;
  const id = deps.newId();
  await rows.insertHello(scope, {
    hello_id: id,
    from_id: me.person_id,
    to_id: other.person_id,
    phrase: hello.phrase,
    intention: hello.intention ?? null,
    status: isShown ? 'waiting' : 'resting',
    asked_at: now,
  });
  const message = helloNotice(languageOf(other), `${deps.baseUrl}/meet`);
  await deps.delivery.tell(scope, helloNote(id, other.person_id, message));
}

export function answerHello(
  deps: Deps,
  who: Who,
  id: string,
  answer: 'yes' | 'not-now' | 'undo',
): Promise<string | null> {
  return deps.db.asPerson(who, async (scope) => {
    const known = await rows.selectHello(scope, id);
    if (known?.to_id !== who.personId) fail('not-found');
    await holdPair(scope, known.from_id);
    const hello = await rows.selectHello(scope, id);
    const isFresh = hello !== undefined && hello.asked_at >= before(deps, rules.SHOWN_FOR);
    const here = await deps.boundaries.reachable(scope, [known.from_id, who.personId]);
    if (!isFresh || !here.has(known.from_id)) fail('not-found');
    if (answer === 'undo') {
      // The sender has seen a waiting hello all along, so nothing is told by this.
      if (!(await rows.reopenHello(scope, id, before(deps, rules.UNDO_FOR)))) fail('not-found');
      return null;
    }
    if (hello.status !== 'waiting') fail('not-found');
    if (answer === 'yes') return acceptHello(deps, scope, hello, here);
    const settled = { status: 'not-now', answered_at: deps.clock.now(), introduction_id: null } as const;
    if (!(await rows.settleHello(scope, id, settled))) fail('not-found');
    return null;
  });
}

export async function withdrawHello({ db, clock }: Deps, who: Who, id: string): Promise<void> {
  const isWithdrawn = await db.asPerson(who, (scope) => rows.markWithdrawn(scope, id, clock.now()));
  if (!isWithdrawn) fail('not-found');
}

/** Ends what waits between the caller and another person: the own is taken back, the other's stays silent. */
export const endHellosBetween = ({ clock }: Pick<Deps, 'clock'>, scope: Scope, otherId: string): Promise<void> =>
  rows.settleBetween(scope, otherId, clock.now());
