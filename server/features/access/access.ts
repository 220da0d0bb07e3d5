import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import type { Me } from '#contract/session.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import * as rows from './access.queries.ts';
import { deviceOf, hashed, LIMITS, type Limit, plainAddress, windowStart } from './access.rules.ts';
import { askedCookie } from './asked/asked.ts';
import { createEntry, type Entry } from './entry/entry.ts';
import { createPrivateAddress } from './private-address/private-address.ts';
import { createRoles } from './roles/roles.ts';
import { deleteEnded, selectToken } from './tokens/tokens.queries.ts';
import { createTokens } from './tokens/tokens.ts';

// What the browser that asked for a code carries: whose code, and what a join link allows.
const asked = z.object({
  email: z.string(),
  join: z.object({ workspaceId: z.string(), name: z.string(), unitId: z.string().nullish() }).optional(),
});

interface Sender {
  headers: Headers;
  ip: string;
}

/** Sign-in, sessions, roles and ways in: who somebody is here. */
export function createAccess(floor: Floor, signIn: SignIn, others: { delivery: Delivery; log: LogDoor }) {
  const entry = createEntry(floor, others.delivery, others.log);
  const joining = new Set<string>();
  return {
    ...identities(floor, signIn, joining),
    ...codes({ floor, signIn, entry, joining, delivery: others.delivery }),
    ...sessions(signIn),
    ...createRoles(floor, others.log),
    ...createTokens(floor, others.log),
    entry,
    privateAddress: createPrivateAddress(floor, others.delivery),
    /** Counts hits; 'too-many-requests' beyond the limit. Keys are stored as hashes. */
    limit: (name: keyof typeof LIMITS, key: string, hits = 1) =>
      countAgainst(floor, LIMITS[name], `${name}:${key}`, hits),
    /** Forgets counters of windows long past, and tokens that ended. */
    forget: () =>
      floor.db.asSignIn(async (scope) => {
        const now = floor.clock.now();
        await rows.deleteOldHits(scope, new Date(now.getTime() - 2 * 86_400_000));
        await deleteEnded(scope, now);
      }),
  };
}

async function countAgainst(floor: Floor, limit: Limit, key: string, hits = 1): Promise<void> {
  const window = windowStart(floor.clock.now(), limit);
  const all = await floor.db.asSignIn((scope) => rows.countHits(scope, hashed(key), window, hits));
  if (all > limit.most) fail('too-many-requests');
}

function identities(floor: Floor, signIn: SignIn, joining: ReadonlySet<string>) {
  return {
    /** The person behind a request, read afresh each time, so that deactivation holds at once. */
    async identify(headers: Headers): Promise<Who | null> {
      const bearer = /^Bearer (loam_[0-9a-f]{48})$/.exec(headers.get('authorization') ?? '')?.[1];
      const session = bearer ? null : await signIn.sessionOf(headers);
      if (!bearer && !session) return null;
      const row = await floor.db.readAsSignIn((scope) =>
        bearer ? selectToken(scope, hashed(bearer), floor.clock.now()) : rows.selectWho(scope, session?.userId ?? ''),
      );
      if (!row) return null;
      const { workspace_id: workspaceId, person_id: personId, status, roles } = row;
      return { workspaceId, personId, status, roles, sessionId: session?.sessionId ?? null };
    },

    /** Who the caller is; signed out only the organisation's name. */
    async me(who: Who | null): Promise<Me> {
      if (!who) {
        const only = await floor.db.asSignIn(rows.selectOnlyWorkspace);
        const workspace = only ? { id: only.workspace_id, name: only.name, purpose: only.purpose } : null;
        return { sample: floor.sample, workspace, person: null };
      }
      const row = await floor.db.asPerson(who, rows.selectMe);
      if (!row) return { sample: floor.sample, workspace: null, person: null };
      return {
        sample: floor.sample,
        workspace: { id: who.workspaceId, name: row.workspace, purpose: row.purpose },
        person: {
          id: row.person_id,
          name: row.name,
          plantSeed: row.person_id,
          photoUrl: row.version ? `${floor.basePath}/api/people/${row.person_id}/photo?v=${row.version}` : null,
          unitName: row.unit,
          siteName: row.site,
          roles: [...who.roles],
          status: row.status,
          language: row.language,
        },
      };
    },

    /** Whether an address, or a user bound before, belongs to somebody who may have a session. */
    async mayEnter(email: string, userId?: string): Promise<boolean> {
      const address = plainAddress(email);
      if (joining.has(address)) return true;
      return floor.db.asSignIn(async (scope) => {
        if (userId && (await rows.isBound(scope, userId))) return true;
        return (await rows.selectAddress(scope, address)) !== undefined;
      });
    },
  };
}

interface CodeParts {
  floor: Floor;
  signIn: SignIn;
  entry: Entry;
  delivery: Delivery;
  /** Addresses that are joining at this moment. */
  joining: Set<string>;
}

function codes(parts: CodeParts) {
  const { floor, signIn, entry, delivery, joining } = parts;
  // Whoever joins is a person only once the code fitted; until then the address is let in here alone.
  const admitting = async <T>(email: string, work: () => Promise<T>): Promise<T> => {
    joining.add(email);
    return work().finally(() => joining.delete(email));
  };
  const cookie = askedCookie(floor, 'asked', asked);
  const ask = async (sender: Sender, email: string): Promise<void> => {
    await countAgainst(floor, LIMITS.codesPerSender, `codesPerSender:${sender.ip}`);
    await countAgainst(floor, LIMITS.codesPerReceiver, `codesPerReceiver:${email}`);
    await countAgainst(floor, LIMITS.codesPerWorkspace, 'codesPerWorkspace');
  };
  const send = async (email: string, language: Language): Promise<void> => {
    const code = await signIn.newCode(email);
    await delivery.sendCode({ name: '', address: email }, code, language);
  };
  // Nobody waits for the mail: the answer takes as long for an unknown address.
  const sendLater = (work: Promise<unknown>): void => {
    work.catch((error: unknown) =>
      floor.log.error('access.code-not-sent', { reason: error instanceof Error ? error.message : '' }),
    );
  };

  return {
    /** Sends a code where the address is known; the answer is the same where it is not. Returns the cookie of the browser that asked. */
    async sendCode(sender: Sender, address: string, language: Language): Promise<string> {
      const email = plainAddress(address);
      await ask(sender, email);
      sendLater(
        floor.db
          .asSignIn((scope) => rows.selectAddress(scope, email))
          .then((known) => (known ? send(email, language) : undefined)),
      );
      return cookie.make({ email });
    },

    /** Sends a code to somebody who came by a join link. */
    async askToJoin(
      sender: Sender,
      request: { token: string; name: string; email: string },
      language: Language,
    ): Promise<string> {
      const email = plainAddress(request.email);
      const link = await entry.link(request.token);
      if (!email.endsWith(`@${link.domain}`)) fail('access.wrong-domain');
      await ask(sender, email);
      sendLater(send(email, language));
      const { workspaceId, unitId } = link;
      return cookie.make({ email, join: { workspaceId, name: request.name, unitId } });
    },

    /** Checks a typed code in the browser that asked; the cookies of the new session, else 'access.wrong-code'. */
    async enter(sender: Sender, address: string, code: string): Promise<string[]> {
      const email = plainAddress(address);
      const content = cookie.read(sender.headers);
      // Before counting: nobody without the cookie can use up another's tries.
      if (content?.email !== email) fail('access.wrong-code');
      await countAgainst(floor, LIMITS.triesPerSender, `triesPerSender:${sender.ip}`);
      await countAgainst(floor, LIMITS.triesPerReceiver, `triesPerReceiver:${email}`);
      const { join } = content;
      const entering = { email, code, device: sender.headers.get('user-agent') };
      const cookies = join
        ? await admitting(email, () => enterWith(parts, { ...entering, whenProved: () => entry.join(join, email) }))
        : await enterWith(parts, entering);
      return [...cookies, cookie.cleared];
    },

    /** Signs somebody in whose right to it was proved elsewhere: the first steward, a described person of the sample. */
    async enterAs(email: string, headers?: Headers): Promise<string[]> {
      return enterWith(parts, { email, code: await signIn.newCode(email), device: headers?.get('user-agent') });
    },
  };
}

interface Entering {
  email: string;
  code: string;
  /** The user agent, for the list of sessions. */
  device: string | null | undefined;
  whenProved?: () => Promise<void>;
}

async function enterWith(
  { floor, signIn }: CodeParts,
  { email, code, device, whenProved }: Entering,
): Promise<string[]> {
  await floor.db.asSignIn(async (scope) => {
    const owner = await rows.selectAddress(scope, email);
    await rows.freeAddress(scope, email, owner?.person_id ?? null);
  });
  const entered = (await signIn.enter(email, code, device ?? '')) ?? fail('access.wrong-code');
  await whenProved?.();
  const address = (await floor.db.asSignIn((scope) => rows.selectAddress(scope, email))) ?? fail('access.wrong-code');
  const { workspace_id, person_id } = address;
  await floor.db.asSignIn((scope) => rows.bindUser(scope, entered.userId, { workspace_id, person_id }));
  return entered.cookies;
}

function sessions(signIn: SignIn) {
  return {
    /** Where the caller is signed in. */
    async sessions(headers: Headers, who: Who) {
      if (!who.sessionId) return [];
      const found = await signIn.sessions(headers);
      return found.map((session) => ({
        id: session.id,
        device: deviceOf(session.userAgent),
        since: session.createdAt,
        isThis: session.id === who.sessionId,
      }));
    },

    async endSession(headers: Headers, who: Who, id: string): Promise<void> {
      if (!who.sessionId) fail('not-found');
      const found = (await signIn.sessions(headers)).find((session) => session.id === id) ?? fail('not-found');
      await signIn.endSession(headers, found.token);
    },

    leave: (headers: Headers): Promise<string[]> => signIn.leave(headers),
  };
}

export type AccessDoor = ReturnType<typeof createAccess>;
