import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import { plainCode } from '#contract/sign-in-code.ts';
import { nameWorkspace } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps, SignInDeps } from '../access.deps.ts';
import { selectAddress, selectWorkspaceLanguage } from '../access.queries.ts';
import { plainAddress } from '../access.rules.ts';
import { type AskedCookie, askedCookie, askedNoMore, whatWasAsked } from '../cookies/asked-cookie.ts';
import { isKnownBrowser, knownBrowserOf } from '../cookies/known-browser.ts';
import { consoleCodeMessage } from './codes.messages.ts';
import * as rows from './codes.queries.ts';
import { BUDGET, codeFor, fingerprint, fits, idleSlot, randomCode } from './codes.rules.ts';

const joinWish = z.object({ token: z.string(), name: z.string() });

export type JoinWish = z.infer<typeof joinWish>;

// For whom, which, and the join link that they came by.
const asked = z.object({ email: z.string(), codeId: z.uuid(), join: joinWish.optional() });
const ASKED: AskedCookie<typeof asked> = { suffix: 'asked', content: asked };

const secretOf = ({ secrets }: AccessDeps): string => secrets.derive('sign-in-code');

export interface CodeRequest {
  email: string;
  language: Language;
  headers: Headers;
  join?: JoinWish | undefined;
}

/** Whether a person has the address, and the code they get: none where the address is unknown or enough was sent. */
async function prepareCode(deps: AccessDeps, asking: CodeRequest, addressHash: string) {
  return deps.db.asSignIn(async (scope) => {
    await rows.holdCodesOf(scope, addressHash);
    const person = await selectAddress(scope, asking.email);
    await nameWorkspace(scope, person?.workspace_id);
    const knownBrowser = knownBrowserOf(deps, asking.headers, person?.person_id);
    const now = deps.clock.now();
    const sent = await rows.selectSent(scope, { addressHash, knownBrowser, now });
    const wanted = codeFor(sent, knownBrowser !== null, now);
    const reach = person || asking.join ? wanted : 'none';
    const code = randomCode(randomBytes, reach === 'any' ? 'any' : 'browser');
    const [own, idle] = [deps.newId(), idleSlot(addressHash)];
    const until = new Date(now.getTime() + (reach === 'any' ? BUDGET.longHolds : BUDGET.holds));
    await rows.putCode(scope, {
      id: reach === 'none' ? idle : own,
      reach,
      addressHash: reach === 'none' ? '' : addressHash,
      codeHash: fingerprint(secretOf(deps), code),
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
export async function askForCode(deps: SignInDeps, asking: CodeRequest): Promise<{ cookie: string; isSent: boolean }> {
  const email = plainAddress(asking.email);
  const addressHash = fingerprint(secretOf(deps), email);
  const work = () => prepareCode(deps, { ...asking, email }, addressHash);
  const { codeId, reach, code, language } = await (isKnownBrowser(deps, asking.headers) ? work() : deps.inTurn(work));
  if (reach !== 'none') sendLater(deps, () => sendMail(deps, { reach, email, code, language }));
  const cookie = askedCookie(deps, ASKED, { email, codeId, ...(asking.join ? { join: asking.join } : {}) });
  return { cookie, isSent: reach !== 'none' };
}

interface CodeMail {
  reach: 'browser' | 'any';
  email: string;
  code: string;
  language: Language;
}

function sendMail({ delivery }: AccessDeps, { reach, email, code, language }: CodeMail): Promise<void> {
  const to = { name: '', address: email };
  return reach === 'any' ? delivery.sendLongCode(to, code, language) : delivery.sendCode(to, code, language);
}

// Nobody waits for the mail, and whoever asks next does not feel it: it leaves at some later moment.
function sendLater({ logger }: AccessDeps, send: () => Promise<void>): void {
  setTimeout(randomInt(20, 400))
    .then(send)
    .catch((error: unknown) =>
      logger.error('access.code-not-sent', { reason: error instanceof Error ? error.message : '' }),
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
  deps: AccessDeps,
  headers: Headers,
  typed: { email: string; code: string },
): Promise<Proved> {
  const secret = secretOf(deps);
  const email = plainAddress(typed.email);
  const content = whatWasAsked(deps, ASKED, headers);
  if (content?.email !== email) fail('access.wrong-code');
  const addressHash = fingerprint(secret, email);
  const codeHash = fingerprint(secret, plainCode(typed.code));
  const now = deps.clock.now();
  // A try is used up even where what follows fails.
  const [held, owner] = await deps.db.asSignIn(async (scope) => {
    const person = await selectAddress(scope, email);
    await nameWorkspace(scope, person?.workspace_id);
    const wanted = { id: content.codeId, idleId: idleSlot(addressHash), addressHash, now };
    return [await rows.useTry(scope, wanted), person] as const;
  });
  // The code dies with the address: it opens only for whoever had it when it was asked for.
  const isOwners = (row: rows.HeldCode) =>
    row.personId === (owner?.person_id ?? null) && row.workspaceId === (owner?.workspace_id ?? null);
  const fitting = held.filter((row) => fits(row.codeHash, codeHash)).find(isOwners);
  if (!fits(fitting?.codeHash, codeHash) || !fitting) fail('access.wrong-code');
  const isSpent = await deps.db.asSignIn(
    (scope) => rows.spendCode(scope, fitting.id, now),
    fitting.workspaceId ?? undefined,
  );
  if (!isSpent) fail('access.wrong-code');
  return { email, join: content.join, personId: fitting.personId };
}

/** The cookie that ends the asking of a browser. */
export const noCodeAsked = (deps: AccessDeps): string => askedNoMore(deps, ASKED);

/** Makes a code on the server's own console, for every browser that asks for the address soon, and lets its person know; null where nobody has it. */
export async function makeConsoleCode(
  deps: AccessDeps,
  address: string,
): Promise<{ code: string; until: Date } | null> {
  const secret = secretOf(deps);
  const email = plainAddress(address);
  const person = await deps.db.asSignIn((scope) => selectAddress(scope, email));
  if (!person) return null;
  const { workspace_id: workspaceId, person_id: personId } = person;
  const common = await deps.db.asSignIn((scope) => selectWorkspaceLanguage(scope, workspaceId), workspaceId);
  const [id, now, code] = [deps.newId(), deps.clock.now(), randomCode(randomBytes, 'any')];
  const until = new Date(now.getTime() + BUDGET.holds);
  // First the trace, then the code: none exists that was not written down.
  await deps.db.asJobs('console', workspaceId, async ({ db }) => {
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
  await deps.db.asSignIn((scope) => rows.putCode(scope, { ...made, now, until }), workspaceId);
  return { code, until };
}

const KEPT = 25 * 3_600_000;

/** Forgets codes once they no longer count among the mails of a day. */
export async function forgetOldCodes({ db, clock }: AccessDeps): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT);
  // Codes of nobody, of whoever joins, are seen from anywhere.
  await db.asSignIn((scope) => rows.deleteOldCodes(scope, before));
  for (const { workspaceId } of await db.workspaces())
    await db.asSignIn((scope) => rows.deleteOldCodes(scope, before), workspaceId);
}
