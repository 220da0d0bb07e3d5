import type { Language } from '#contract/common.ts';
import type { Me } from '#contract/session.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { JobScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import { steadily } from '#server/platform/steady.ts';
import * as rows from './access.queries.ts';
import { hashed, LIMITS, type Limit, plainAddress, windowStart } from './access.rules.ts';
import * as addresses from './addresses/addresses.ts';
import {
  askForCode,
  type CodeDeps,
  codeDeps,
  forgetOldCodes,
  type JoinWish,
  makeConsoleCode,
  proveAddress,
} from './codes/codes.ts';
import { createEntry, type Entry } from './entry/entry.ts';
import * as signIns from './identities.verbs.ts';
import { passkeyCeremony } from './passkeys/passkeys.ts';
import { createPrivateAddress } from './private-address/private-address.ts';
import { createRoles } from './roles/roles.ts';
import { countSignIn, markSession, type SessionRow, wantsPasskey } from './sessions/sessions.queries.ts';
import * as mine from './sessions/sessions.ts';
import { deleteEnded, selectToken } from './tokens/tokens.queries.ts';
import { createTokens } from './tokens/tokens.ts';

export { REFUSED_FOR } from './addresses/addresses.rules.ts';

interface Sender {
  headers: Headers;
}

/** Sign-in, sessions, roles and ways in: who somebody is here. */
export function createAccess(floor: Floor, signIn: SignIn, others: { delivery: Delivery; log: LogDoor }) {
  const entry = createEntry(floor, others.delivery, others.log);
  return {
    ...identities(floor, signIn),
    ...ways({ floor, signIn, entry, codes: codeDeps(floor, others.delivery, others.log) }),
    ...sessions(floor, signIn, others.log),
    ...createRoles(floor, others.delivery, others.log),
    ...createTokens(floor, others.log),
    entry,
    privateAddress: createPrivateAddress(floor, others.delivery),
    addresses: addressDoor({ floor, ...others }),
    identities: IDENTITIES,
    /** Counts hits; 'too-many-requests' beyond the limit. Keys are stored as hashes. */
    limit: (name: keyof typeof LIMITS, key: string, hits = 1) =>
      countAgainst(floor, LIMITS[name], `${name}:${key}`, hits),
    /** Forgets counters of windows long past, and tokens that ended. */
    async forget(): Promise<void> {
      const now = floor.clock.now();
      await floor.db.asSignIn((scope) => rows.deleteOldHits(scope, new Date(now.getTime() - 2 * 86_400_000)));
      for (const { workspaceId } of await floor.db.workspaces())
        await floor.db.asSignIn((scope) => deleteEnded(scope, now), workspaceId);
    },
  };
}

async function countAgainst(floor: Floor, limit: Limit, key: string, hits = 1): Promise<void> {
  const window = windowStart(floor.clock.now(), limit);
  const all = await floor.db.asSignIn((scope) => rows.countHits(scope, hashed(key), window, hits));
  if (all > limit.most) fail('too-many-requests');
}

function identities(floor: Floor, signIn: SignIn) {
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
      const [row, passkeyOffer] = await floor.db.asPerson(who, async (scope) => [
        await rows.selectMe(scope),
        await wantsPasskey(scope),
      ]);
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
          passkeyOffer: passkeyOffer && row.status !== 'leaving' && !floor.sample,
          isNew: row.welcomed_at === null && row.status !== 'leaving' && !floor.sample,
        },
      };
    },

    /** Whether an address, or a user bound before, belongs to somebody who may have a session. */
    async mayEnter(email: string, userId?: string): Promise<boolean> {
      const address = plainAddress(email);
      return floor.db.asSignIn(async (scope) => {
        if (userId && (await rows.selectWho(scope, userId))) return true;
        return (await rows.selectAddress(scope, address)) !== undefined;
      });
    },
  };
}

interface CodeParts {
  floor: Floor;
  signIn: SignIn;
  entry: Entry;
  codes: CodeDeps;
}

interface Joining {
  token: string;
  name: string;
  email: string;
}

function ways(parts: CodeParts) {
  const { signIn, codes } = parts;
  return {
    /** Sends a code where the address is known; the answer is the same where it is not. Returns the cookie of the browser that asked. */
    sendCode: async ({ headers }: Sender, email: string, language: Language): Promise<string> =>
      (await askForCode(codes, { headers, email, language })).cookie,

    /** Sends a code to somebody who came by a join link. */
    askToJoin: ({ headers }: Sender, request: Joining, language: Language) =>
      askToJoin(parts, { headers, request, language }),

    /** Checks a typed code in the browser that asked; the cookies of the new session, else 'access.wrong-code'. */
    enter: ({ headers }: Sender, email: string, code: string): Promise<string[]> =>
      enter(parts, headers, { email, code }),

    /** Signs somebody in whose right to it was proved elsewhere: the first steward, a described person of the sample. */
    enterAs: (email: string, headers = new Headers()): Promise<string[]> =>
      openSession(parts, { email: plainAddress(email) }, headers, parts.floor.sample ? 'sample' : 'set-up'),

    /** A passkey ceremony: the library's answer, alike for every failure; a browser that got in is known afterwards. */
    ceremony: (request: Request): Promise<Response> => steadily(() => passkeyCeremony(parts, request)),

    /** The cookie that makes this browser known for the caller, where it is not yet. */
    becomeKnown(headers: Headers, who: Who): string | undefined {
      const isNew = who.sessionId !== null && codes.known.browserOf(headers, who.personId) === null;
      return isNew ? codes.known.make(headers, who.personId) : undefined;
    },

    /** Makes a code on the server's own console, logged and told to its person; null where nobody has the address. */
    consoleCode: (address: string) => makeConsoleCode(codes, address),

    /** Forgets codes of days long past, and questions to passkeys that nobody answered. */
    async forgetCodes(): Promise<void> {
      await forgetOldCodes(codes);
      await signIn.forgetPassed();
    },
  };
}

async function askToJoin(
  { floor, entry, codes }: CodeParts,
  { headers, request, language }: { headers: Headers; request: Joining; language: Language },
): Promise<string> {
  const email = plainAddress(request.email);
  const { domain } = await entry.link(request.token);
  if (!email.endsWith(`@${domain}`)) fail('access.wrong-domain');
  const limit = LIMITS.joinMailsPerDay;
  const [key, window] = [`joinMailsPerDay:${request.token}`, windowStart(floor.clock.now(), limit)];
  const sent = await floor.db.asSignIn((scope) => rows.selectHits(scope, hashed(key), window));
  if (sent >= limit.most) fail('too-many-requests');
  const join = { token: request.token, name: request.name };
  const { cookie, isSent } = await askForCode(codes, { headers, email, language, join });
  if (isSent) await countAgainst(floor, limit, key);
  return cookie;
}

async function enter(parts: CodeParts, headers: Headers, typed: { email: string; code: string }): Promise<string[]> {
  const { entry, codes } = parts;
  const proved = await proveAddress(codes, headers, typed);
  // Whoever joins is a person only once the code fitted.
  if (proved.join && proved.personId === null) await entry.join(proved.join, proved.email);
  return [...(await openSession(parts, proved, headers)), codes.asked.cleared];
}

async function openSession(
  { floor, signIn, codes }: CodeParts,
  { email, personId, join }: { email: string; personId?: string | null; join?: JoinWish | undefined },
  headers: Headers,
  how?: SessionRow['how'],
): Promise<string[]> {
  await floor.db.asSignIn(async (scope) => {
    const owner = await rows.selectAddress(scope, email);
    await rows.freeAddress(scope, email, owner?.person_id ?? null);
  });
  const entered = (await signIn.open(email, headers.get('user-agent') ?? '')) ?? fail('access.wrong-code');
  const address = (await floor.db.asSignIn((scope) => rows.selectAddress(scope, email))) ?? fail('access.wrong-code');
  const { workspace_id, person_id } = address;
  // The address may have moved in this very moment.
  if (personId && personId !== person_id) fail('access.wrong-code');
  await floor.db.asSignIn(async (scope) => {
    // An import may move the address at this moment; it waits, or was first.
    if (!(await rows.holdAddress(scope, email, person_id))) fail('access.wrong-code');
    await rows.bindUser(scope, entered.userId, { workspace_id, person_id }, floor.clock.now());
    await countSignIn(scope, entered.userId);
    await rows.noteEntered(scope, person_id, floor.clock.now());
    // A name that somebody typed is never thrown away, also where they were known already.
    if (join) await rows.sayName(scope, person_id, join.name);
    if (how) await markSession(scope, entered.token, how);
  }, workspace_id);
  return [...entered.cookies, codes.known.make(headers, person_id)];
}

function sessions(floor: Floor, signIn: SignIn, log: LogDoor) {
  return {
    /** Every session and token in the caller's name. */
    sessions: (who: Who) => mine.listSessions(floor, who),

    /** Ends one of them. */
    endSession: (who: Who, id: string): Promise<void> => mine.endSession({ floor, log }, who, id),

    /** Ends all of them but this one. */
    endOtherSessions: (who: Who): Promise<void> => mine.endOtherSessions({ floor, log }, who),

    /** All passkeys in the caller's name. */
    passkeys: (who: Who) => mine.listPasskeys(floor, who),

    endPasskey: (who: Who, id: string): Promise<void> => mine.endPasskey(floor, who, id),

    /** Remembers that the caller wants no passkey. */
    declinePasskey: (who: Who): Promise<void> => mine.declinePasskey(floor, who),

    leave: (headers: Headers): Promise<string[]> => signIn.leave(headers),
  };
}

/** What other features may do with the addresses that sign in. */
function addressDoor(deps: addresses.Deps) {
  return {
    /** Lets other addresses wait for people who have signed in; returns how many are new. */
    ask: (scope: Scope, wanted: readonly addresses.Wanted[], importId: string): Promise<number> =>
      addresses.askChanges(deps, scope, wanted, { source: 'import', importId }),
    /** Lets an address that a steward wrote wait for somebody who has signed in. */
    askAsSteward: (scope: Scope, wanted: addresses.Wanted): Promise<number> =>
      addresses.askChanges(deps, scope, [wanted], { source: 'steward', importId: null }),
    /** Ends open changes of people whose source says their old address again. */
    recall: (scope: Scope, personIds: readonly string[]): Promise<void> =>
      addresses.recallChanges(deps, scope, personIds),
    /** Ends what an import asked for. */
    withdrawImport: (scope: Scope, importId: string): Promise<void> => addresses.withdrawImport(deps, scope, importId),
    /** Writes into people's own log that their address changed at once. */
    noteChanged: (scope: Scope, personIds: readonly string[], importId: string): Promise<void> =>
      addresses.noteChanged(deps, scope, personIds, importId),
    /** Tells people a second time, two days after the first. */
    tellAgain: (): Promise<void> => addresses.tellAgain(deps),
    deps,
  };
}

/** Who signs in with which address, for features that change the directory; each verb in the caller's transaction. */
export interface Identities {
  /** Lets people who have just come sign in: none of them has had an address here before. */
  addIdentities(scope: JobScope, people: readonly signIns.PersonAddress[]): Promise<void>;
  /** Makes the address that the directory has of each person here the one they may sign in with. */
  renewIdentities(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Gives somebody another address to sign in with; false where it is somebody's. */
  changeIdentity(scope: JobScope, address: signIns.PersonAddress): Promise<boolean>;
  /** Ends sessions, tokens and addresses of people who leave. */
  endSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Ends sessions, tokens and passkeys of people; no address signs in until two people release one. */
  closeSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Forgets all by which people who are removed could sign in. */
  forgetSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Whether any of these people has signed in, as it stands at this instant. */
  haveSignedIn(scope: JobScope, personIds: readonly string[]): Promise<boolean>;
}

const IDENTITIES: Identities = signIns;

export type AddressDoor = ReturnType<typeof addressDoor>;
export type AccessDoor = ReturnType<typeof createAccess>;
