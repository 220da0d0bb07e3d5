import type { Intention } from '#contract/common.ts';
import type { Phrase } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import * as messages from '../introductions.messages.ts';
import * as rules from '../introductions.rules.ts';
import { holdName } from '../members/members.queries.ts';
import { holdPair, type IntroductionMember, languageOf, pairOf } from '../members/members.ts';
import * as rows from './hellos.queries.ts';

type HelloRow = Awaited<ReturnType<typeof rows.selectHellos>>[number];
/** Starts an introduction with somebody in the caller's transaction; `settle` says yes to the hello behind it. */
export type Begin = (scope: Scope, otherId: string, settle: (id: string) => Promise<boolean>) => Promise<string>;

interface Greeting {
  toId: string;
  phrase: Phrase;
  intention?: Intention | undefined;
}

/** Hellos: asked with a chosen phrase, answered with yes, not now, or nothing. */
export function createHellos(floor: Floor, parts: IntroductionsDeps, begin: Begin) {
  const { people, boundaries } = parts;
  const since = (length: number) => new Date(floor.clock.now().getTime() - length);
  const say = sayer(floor, parts);

  /** Says yes to a waiting hello, where both are here. */
  const accept = async (scope: Scope, hello: HelloRow): Promise<string> => {
    const here = await boundaries.reachable(scope, [hello.from_id, hello.to_id]);
    if (!here.has(hello.to_id)) fail('introductions.not-open');
    return begin(scope, hello.from_id, (introductionId) =>
      rows.settleHello(scope, hello.hello_id, {
        status: 'yes',
        answered_at: floor.clock.now(),
        introduction_id: introductionId,
      }),
    );
  };

  return {
    /** Hellos that wait for the caller, and the caller's own. */
    hellos: (who: Who) =>
      floor.db.asPerson(who, async (scope) => {
        const found = await rows.selectHellos(scope, since(rules.FINAL_FOR));
        const otherIds = found.map((row) => (row.from_id === who.personId ? row.to_id : row.from_id));
        const cards = await people.cards(scope, otherIds);
        const here = await boundaries.reachable(scope, otherIds);
        const waits = (row: HelloRow) => row.status === 'waiting' && row.asked_at >= since(rules.SHOWN_FOR);
        const received = found.flatMap((row) => {
          const from = cards.get(row.from_id);
          if (!from || row.to_id !== who.personId || !waits(row) || !here.has(row.from_id)) return [];
          return [shown(row, { from, intention: row.intention })];
        });
        // Nothing here may tell whether the other refused, paused, blocked or left.
        const sent = found.flatMap((row) => {
          const to = cards.get(row.to_id);
          if (!to || row.from_id !== who.personId || row.status === 'withdrawn') return [];
          const status = rules.statusForSender({ status: row.status, askedAt: row.asked_at }, floor.clock.now());
          return [shown(row, { to, status })];
        });
        return { received, sent };
      }),

    /** Says hello; where the other said it first, this is the yes. Returns the introduction, if there is one now. */
    sayHello: (who: Who, hello: Greeting): Promise<string | null> => {
      if (hello.toId === who.personId) fail('bad-request');
      return floor.db.asPerson(who, async (scope) => {
        await holdPair(scope, hello.toId);
        const { me, other } = await pairOf(scope, hello.toId);
        const past = await rows.selectHellos(scope, since(rules.FINAL_FOR));
        const here = await boundaries.reachable(scope, [hello.toId]);
        const theirs = past.find((row) => row.from_id === hello.toId && row.status === 'waiting');
        if (theirs && theirs.asked_at >= since(rules.SHOWN_FOR) && here.has(hello.toId)) return accept(scope, theirs);
        const between = past.filter((row) => [row.from_id, row.to_id].includes(hello.toId));
        if (between.some((row) => row.from_id === who.personId || row.status === 'yes'))
          fail('introductions.already-asked');
        await say(scope, hello, { me, other });
        return null;
      });
    },

    /** Yes starts the introduction; not now stays silent; undo lets it wait again, for a minute. */
    answerHello: (who: Who, id: string, answer: 'yes' | 'not-now' | 'undo'): Promise<string | null> =>
      floor.db.asPerson(who, async (scope) => {
        const known = await rows.selectHello(scope, id);
        if (known?.to_id !== who.personId) fail('not-found');
        await holdPair(scope, known.from_id);
        const hello = await rows.selectHello(scope, id);
        const isFresh = hello !== undefined && hello.asked_at >= since(rules.SHOWN_FOR);
        const here = await boundaries.reachable(scope, [known.from_id]);
        if (!isFresh || !here.has(known.from_id)) fail('not-found');
        if (answer === 'undo') {
          // The sender has seen a waiting hello all along, so nothing is told by this.
          if (!(await rows.reopenHello(scope, id, since(rules.UNDO_FOR)))) fail('not-found');
          return null;
        }
        if (hello.status !== 'waiting') fail('not-found');
        if (answer === 'yes') return accept(scope, hello);
        const settled = { status: 'not-now', answered_at: floor.clock.now(), introduction_id: null } as const;
        if (!(await rows.settleHello(scope, id, settled))) fail('not-found');
        return null;
      }),

    /** Takes a hello back; a refused one goes as a waiting one does, so that this never tells. */
    withdraw: async (who: Who, id: string): Promise<void> => {
      if (!(await floor.db.asPerson(who, (scope) => rows.withdrawHello(scope, id, floor.clock.now()))))
        fail('not-found');
    },
  };
}

function shown<More>(row: HelloRow, more: More) {
  // Written from the contract's phrases alone.
  return { id: row.hello_id, phrase: row.phrase as Phrase, askedAt: row.asked_at, ...more };
}

/** Writes a hello and its notice, within the sender's limits; beyond the receiver's it rests, and its notice never leaves. */
function sayer(floor: Floor, { boundaries, delivery }: IntroductionsDeps) {
  return async (
    scope: Scope,
    hello: Greeting,
    { me, other }: { me: IntroductionMember; other: IntroductionMember },
  ): Promise<void> => {
    const now = floor.clock.now();
    const weekAgo = new Date(now.getTime() - rules.WEEK);
    // Always in this order, so that two hellos at once can neither pass a limit nor wait for each other.
    await holdName(scope, `hellos from ${me.person_id}`);
    await holdName(scope, `hellos to ${other.person_id}`);
    const mine = (await rows.selectHellos(scope, weekAgo)).filter((row) => row.from_id === me.person_id);
    if (mine.length >= rules.HELLOS_A_WEEK) fail('introductions.limit-reached');
    const waiting = await floor.db.asJobs('answers', scope.workspaceId, (jobs) =>
      rows.countWaiting(jobs, scope.workspaceId, other.person_id, weekAgo),
    );
    const open = await boundaries.openTo(scope, [other.person_id], dayIn(now, me.workspace_timezone));
    const here = await boundaries.reachable(scope, [me.person_id]);
    if (!here.has(me.person_id)) fail('introductions.not-open');
    // All else is the same for whoever says it, in words and in work: nobody learns who takes none.
    const isShown = open.has(other.person_id) && waiting < rules.WAITING_A_WEEK;
    const id = floor.newId();
    await rows.insertHello(scope, {
      hello_id: id,
      from_id: me.person_id,
      to_id: other.person_id,
      phrase: hello.phrase,
      intention: hello.intention ?? null,
      status: isShown ? 'waiting' : 'resting',
      asked_at: now,
    });
    const message = messages.helloNotice(languageOf(other), `${floor.baseUrl}/meet`);
    await delivery.tell(scope, { key: `hello:${id}`, personId: other.person_id, kind: 'hello', aboutId: id, message });
  };
}
