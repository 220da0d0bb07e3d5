import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import { plainCode } from '#contract/sign-in-code.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { nameWorkspace } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { inTurns } from '#server/platform/turns.ts';
import { selectAddress, selectLanguage } from '../access.queries.ts';
import { plainAddress } from '../access.rules.ts';
import { askedCookie } from '../asked/asked.ts';
import { knownCookie } from '../asked/known.ts';
import { consoleCodeMessage } from './codes.messages.ts';
import * as rows from './codes.queries.ts';
import { BUDGET, codeFor, codeFrom, fingerprint, fits, idleSlot } from './codes.rules.ts';

const join = z.object({ token: z.string(), name: z.string() });

// What the browser that asked for a code carries: for whom, which, and the join link that it came by.
const asked = z.object({ email: z.string(), codeId: z.uuid(), join: join.optional() });

export type JoinWish = z.infer<typeof join>;

export interface CodeDeps {
  floor: Floor;
  delivery: Pick<Delivery, 'sendCode' | 'sendLongCode' | 'tell'>;
  log: LogDoor;
  secret: string;
  asked: ReturnType<typeof askedCookie<typeof asked>>;
  known: ReturnType<typeof knownCookie>;
  /** Strangers' asks use few connections, so that they hold up nobody who is signed in. */
  inTurn: ReturnType<typeof inTurns>;
}

export function codeDeps(floor: Floor, delivery: CodeDeps['delivery'], log: LogDoor): CodeDeps {
  return {
    floor,
    delivery,
    log,
    secret: floor.secrets.derive('sign-in-code'),
    asked: askedCookie(floor, 'asked', asked),
    known: knownCookie(floor),
    inTurn: inTurns(2),
  };
}

export interface Asking {
  email: string;
  language: Language;
  headers: Headers;
  join?: JoinWish | undefined;
}

/** Whether a person has the address, and the code they get: none where the address is unknown or enough was sent. */
async function prepareCode(deps: CodeDeps, asking: Asking, addressHash: string) {
  const { floor, secret, known } = deps;
  return floor.db.asSignIn(async (scope) => {
    await rows.holdAddress(scope, addressHash);
    const person = await selectAddress(scope, asking.email);
    await nameWorkspace(scope, person?.workspace_id);
    const knownBrowser = known.browserOf(asking.headers, person?.person_id);
    const now = floor.clock.now();
    const sent = await rows.selectSent(scope, { addressHash, knownBrowser, now });
    const wanted = codeFor(sent, knownBrowser !== null, now);
    const reach = person || asking.join ? wanted : 'none';
    const code = codeFrom(randomBytes, reach === 'any' ? 'any' : 'browser');
    const [own, idle] = [floor.newId(), idleSlot(addressHash)];
    const until = new Date(now.getTime() + (reach === 'any' ? BUDGET.longHolds : BUDGET.holds));
    await rows.putCode(scope, {
      id: reach === 'none' ? idle : own,
      reach,
      addressHash: reach === 'none' ? '' : addressHash,
      codeHash: fingerprint(secret, code),
      person: reach === 'none' ? undefined : person,
      knownBrowser: reach === 'none' ? null : knownBrowser,
      tries: BUDGET.tries,
      now,
      until,
    });
    return { codeId: own, reach, code, language: person?.language ?? asking.language };
  });
}

/** Sends a code where the address is somebody's, or came by a join link; returns the cookie of the browser that asked. */
export async function askForCode(deps: CodeDeps, asking: Asking): Promise<{ cookie: string; isSent: boolean }> {
  const email = plainAddress(asking.email);
  const addressHash = fingerprint(deps.secret, email);
  const work = () => prepareCode(deps, { ...asking, email }, addressHash);
  const { codeId, reach, code, language } = await (deps.known.isKnown(asking.headers) ? work() : deps.inTurn(work));
  if (reach !== 'none') sendLater(deps, () => sendMail(deps, { reach, email, code, language }));
  const cookie = deps.asked.make({ email, codeId, ...(asking.join ? { join: asking.join } : {}) });
  return { cookie, isSent: reach !== 'none' };
}

interface CodeMail {
  reach: 'browser' | 'any';
  email: string;
  code: string;
  language: Language;
}

function sendMail({ delivery }: CodeDeps, { reach, email, code, language }: CodeMail): Promise<void> {
  const to = { name: '', address: email };
  return reach === 'any' ? delivery.sendLongCode(to, code, language) : delivery.sendCode(to, code, language);
}

// Nobody waits for the mail, and whoever asks next does not feel it: it leaves at some later moment.
function sendLater({ floor }: CodeDeps, send: () => Promise<void>): void {
  setTimeout(randomInt(20, 400))
    .then(send)
    .catch((error: unknown) =>
      floor.log.error('access.code-not-sent', { reason: error instanceof Error ? error.message : '' }),
    );
}

interface Proved {
  email: string;
  /** The join link that led here, if one did. */
  join: JoinWish | undefined;
  /** Whose address it was; null for whoever joins. */
  personId: string | null;
}

/** Checks a typed code in the browser that asked for the address, and spends it; 'access.wrong-code' for all that does not fit. */
export async function proveAddress(
  deps: CodeDeps,
  headers: Headers,
  typed: { email: string; code: string },
): Promise<Proved> {
  const { floor, secret } = deps;
  const email = plainAddress(typed.email);
  const content = deps.asked.read(headers);
  if (content?.email !== email) fail('access.wrong-code');
  const addressHash = fingerprint(secret, email);
  const codeHash = fingerprint(secret, plainCode(typed.code));
  const now = floor.clock.now();
  // A try is used up even where what follows fails.
  const [held, owner] = await floor.db.asSignIn(async (scope) => {
    const person = await selectAddress(scope, email);
    await nameWorkspace(scope, person?.workspace_id);
    const of = { id: content.codeId, idleId: idleSlot(addressHash), addressHash, now };
    return [await rows.useTry(scope, of), person] as const;
  });
  // The code dies with the address: it opens only for whoever had it when it was asked for.
  const isOwners = (row: rows.HeldCode) =>
    row.personId === (owner?.person_id ?? null) && row.workspaceId === (owner?.workspace_id ?? null);
  const fitting = held.filter((row) => fits(row.codeHash, codeHash)).find(isOwners);
  if (!fits(fitting?.codeHash, codeHash) || !fitting) fail('access.wrong-code');
  const isSpent = await floor.db.asSignIn(
    (scope) => rows.spendCode(scope, fitting.id, now),
    fitting.workspaceId ?? undefined,
  );
  if (!isSpent) fail('access.wrong-code');
  return { email, join: content.join, personId: fitting.personId };
}

/** Makes a code on the server's own console, for every browser that asks for the address soon, and lets its person know; null where nobody has it. */
export async function makeConsoleCode(deps: CodeDeps, address: string): Promise<{ code: string; until: Date } | null> {
  const { floor, secret } = deps;
  const email = plainAddress(address);
  const person = await floor.db.asSignIn((scope) => selectAddress(scope, email));
  if (!person) return null;
  const { workspace_id: workspaceId, person_id: personId } = person;
  const common = await floor.db.asSignIn((scope) => selectLanguage(scope, workspaceId), workspaceId);
  const [id, now, code] = [floor.newId(), floor.clock.now(), codeFrom(randomBytes, 'any')];
  const until = new Date(now.getTime() + BUDGET.holds);
  // First the trace, then the code: none exists that was not written down.
  await floor.db.asJobs('console', workspaceId, async ({ db }) => {
    const about = { personId };
    await deps.log.writeAs({ db }, { workspaceId, personId: null }, { action: 'access.console-code', about });
    const message = consoleCodeMessage(person.language ?? common ?? 'en');
    await deps.delivery.tell(
      { db, workspaceId },
      { key: `console-code:${id}`, personId, kind: 'console-code', message },
    );
  });
  const [addressHash, codeHash] = [fingerprint(secret, email), fingerprint(secret, code)];
  const made = { id, reach: 'any' as const, addressHash, codeHash, person, knownBrowser: null, tries: BUDGET.tries };
  await floor.db.asSignIn((scope) => rows.putCode(scope, { ...made, now, until }), workspaceId);
  return { code, until };
}

const KEPT = 25 * 3_600_000;

/** Forgets codes once they no longer count among the mails of a day. */
export async function forgetOldCodes({ floor }: CodeDeps): Promise<void> {
  const before = new Date(floor.clock.now().getTime() - KEPT);
  // Codes of nobody, of whoever joins, are seen from anywhere.
  await floor.db.asSignIn((scope) => rows.deleteOldCodes(scope, before));
  for (const { workspaceId } of await floor.db.workspaces())
    await floor.db.asSignIn((scope) => rows.deleteOldCodes(scope, before), workspaceId);
}
