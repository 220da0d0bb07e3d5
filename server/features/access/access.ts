import type { Invitations } from '#contract/access.ts';
import type { WaitingChange } from '#contract/addresses.ts';
import type { Language, Role } from '#contract/common.ts';
import type { Me } from '#contract/session.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { JobScope, RoleScope, Scope } from '#server/platform/database.ts';
import { inTurns } from '#server/platform/turns.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { AccessDeps, SignInDeps } from './access.deps.ts';
import type { LimitName } from './access.rules.ts';
import * as addresses from './addresses/addresses.verbs.ts';
import { type JoinWish, makeConsoleCode } from './codes/codes.verbs.ts';
import type { JoinLinkRow } from './entry/entry.queries.ts';
import * as entry from './entry/entry.verbs.ts';
import * as invitations from './entry/invitations.verbs.ts';
import * as joinLinks from './entry/join-links.verbs.ts';
import * as identities from './identities.verbs.ts';
import * as limits from './limits.verbs.ts';
import * as privateAddress from './private-address/private-address.verbs.ts';
import * as roles from './roles/roles.verbs.ts';
import * as passkeys from './sessions/passkeys.verbs.ts';
import type { PasskeyRow } from './sessions/sessions.queries.ts';
import * as sessions from './sessions/sessions.verbs.ts';
import * as signIn from './sign-in/sign-in.verbs.ts';
import * as who from './sign-in/who.verbs.ts';
import * as tokens from './tokens/tokens.verbs.ts';

export { REFUSED_FOR } from './addresses/addresses.rules.ts';

/** Sign-in, sessions, roles and ways in: who somebody is here. */
export interface AccessDoor {
  /** The person behind a request, read afresh each time, so that deactivation holds at once. */
  identify(headers: Headers): Promise<Who | null>;
  /** Who the caller is; signed out only the organisation's name. */
  me(who: Who | null): Promise<Me>;
  /** Whether an address, or a user bound before, belongs to somebody who may have a session. */
  mayEnter(email: string, userId?: string): Promise<boolean>;

  /** Sends a code where the address is known; the answer is the same where it is not. Returns the cookie of the browser that asked. */
  sendCode(sender: signIn.Sender, email: string, language: Language): Promise<string>;
  /** The same for somebody who came by a join link. Fails with `access.link-ended`, `access.wrong-domain`, `too-many-requests`. */
  askToJoin(sender: signIn.Sender, request: signIn.Joining, language: Language): Promise<string>;
  /** Checks a typed code in the browser that asked; the cookies of the new session. Fails with `access.wrong-code`, `access.link-ended`. */
  enter(sender: signIn.Sender, email: string, code: string): Promise<string[]>;
  /** Signs somebody in whose right to it was proved elsewhere: the first steward, a described person of the sample. Fails with `access.wrong-code`. */
  enterAs(email: string, headers?: Headers): Promise<string[]>;
  /** A passkey ceremony: the library's answer, alike for every failure; a browser that got in is known afterwards. */
  ceremony(request: Request): Promise<Response>;
  /** The cookie that makes this browser known for the caller, where it is not yet. */
  becomeKnown(headers: Headers, who: Who): string | undefined;
  /** Makes a code on the server's own console, logged and told to its person; null where nobody has the address. */
  consoleCode(address: string): Promise<{ code: string; until: Date } | null>;
  /** Forgets codes of days long past, and questions to passkeys that nobody answered. */
  forgetCodes(): Promise<void>;

  /** Everything that acts in the caller's name: sessions of every user bound to them, and tokens. */
  sessions(who: Who): Promise<sessions.MySession[]>;
  /** Ends one of them. Fails with `not-found` for any that is not the caller's. */
  endSession(who: Who, id: string): Promise<void>;
  /** Ends all of them but the caller's own session. */
  endOtherSessions(who: Who): Promise<void>;
  /** Ends the session of a browser; the cookies that take it away. */
  leave(headers: Headers): Promise<string[]>;
  /** All passkeys in the caller's name. */
  passkeys(who: Who): Promise<PasskeyRow[]>;
  /** Takes a passkey away. Fails with `not-found`. */
  endPasskey(who: Who, id: string): Promise<void>;
  /** Remembers that the caller wants no passkey. */
  declinePasskey(who: Who): Promise<void>;

  /** The caller's tokens of the command line that hold, newest first. */
  tokens(who: Who): Promise<tokens.MyToken[]>;
  /** A new token; nobody sees it again. */
  makeToken(who: Who, name?: string): Promise<tokens.NewToken>;
  /** Ends one of the caller's tokens at once. Fails with `not-found`. */
  endToken(who: Who, id: string): Promise<void>;
  /** Ends all of the caller's tokens at once. */
  endTokens(who: Who): Promise<void>;

  /** Makes the first person of an organisation its steward, who may sign in, in the transaction of the set-up. */
  addFounder(scope: RoleScope, founder: roles.Founder): Promise<void>;
  /** Who holds which role, and what waits for a second person; everybody may know. */
  roles(who: Who): Promise<roles.RoleHeld[]>;
  /** Gives a role, or nominates for the works council. Fails with `not-found`, `not-allowed`, `access.not-both-roles`. */
  give(who: Who, personId: string, role: Role): Promise<void>;
  /** Confirms a works-council role as a second person. Fails with `not-found`, `access.two-people`, `access.signed-in-later`, `access.same-making`. */
  confirm(who: Who, personId: string): Promise<void>;
  /** Confirms that a works-council role ends, as a second person. Fails with the same. */
  confirmEnd(who: Who, personId: string): Promise<void>;
  /** Takes a role back; false where that is only proposed, and holds until a second person confirms. Fails with `not-found`, `not-allowed`, `access.needs-steward`, `access.already-proposed`. */
  take(who: Who, personId: string, role: Role): Promise<boolean>;
  /** Takes back the proposal that a works-council role ends. Fails with `not-found`, `not-allowed`. */
  keep(who: Who, personId: string): Promise<void>;
  /** Lays the caller's own works-council role down, alone and at once. Fails with `not-found`. */
  layDown(who: Who): Promise<void>;

  /** Counts hits; kept as hashes. Fails with `too-many-requests` beyond the limit. */
  limit(name: LimitName, key: string, hits?: number): Promise<void>;
  /** Forgets counters of windows long past, and tokens that ended. */
  forget(): Promise<void>;

  entry: EntryDoor;
  privateAddress: PrivateAddressDoor;
  addresses: AddressDoor;
  identities: IdentityDoor;
}

/** Ways into the workspace: a steward's word, invitations and join links. */
export interface EntryDoor {
  /** Adds somebody by a steward's word, in their transaction; tells nobody. Fails with `addresses.taken`. */
  add(scope: Scope, person: entry.Addition): Promise<string>;
  /** Invites addresses, into a unit where one is named; those already known are returned and left alone. Fails with `not-found`. */
  invite(who: Who, emails: readonly string[], unitId?: string): Promise<entry.InvitedAddresses>;
  /** Whom stewards invited by their address, one by one; those of the directory as a whole. */
  invitations(who: Who): Promise<Invitations>;
  /** Writes an invitation again, or for the first time to somebody who was only added. Fails with `not-found`, `access.has-joined`, `access.invited-lately`. */
  inviteAgain(who: Who, personId: string): Promise<void>;
  /** Takes an invitation back, and with it whoever never came. Fails with `not-found`, `access.has-joined`, `access.holds-role`. */
  withdraw(who: Who, personId: string): Promise<void>;
  /** Invites everybody from the directory who never came and was not invited; or reminds those of a week ago. */
  inviteDirectory(who: Who, isReminder: boolean): Promise<void>;
  /** Join links that hold, newest first. */
  links(who: Who): Promise<JoinLinkRow[]>;
  /** Makes a link for one domain, into a unit where one is named; only its hash is kept. Fails with `not-found`. */
  makeLink(who: Who, domain: string, unitId?: string): Promise<{ id: string; url: string }>;
  /** Ends a link. Fails with `not-found`. */
  endLink(who: Who, id: string): Promise<void>;
  /** Where a link leads. Fails with `access.link-ended` for any that does not hold. */
  link(token: string): Promise<joinLinks.JoinLink>;
  /** Adds whoever came by a link and has proved the address, unless they are known meanwhile. Fails with `access.link-ended`. */
  join(wish: JoinWish, email: string): Promise<void>;
}

/** The address at home by which somebody can fetch what is theirs once the one at work has ended. */
export interface PrivateAddressDoor {
  /** The caller's, if any. */
  get(who: Who): Promise<string | null>;
  /** Sends a code there, so that a mistyped address never opens somebody's data; returns the cookie of this browser. */
  ask(who: Who, address: string, language: Language): string;
  /** Keeps the address once its code was typed; returns the cookie that ends the asking. Fails with `access.wrong-code`. */
  confirm(who: Who, headers: Headers, code: string): Promise<string>;
  /** Takes it away. */
  forget(who: Who): Promise<void>;
}

/** The addresses that sign in, and how they change: by their person's word, or by two others' after some days. */
export interface AddressDoor {
  /** The caller's address, and the one that waits for them. */
  mine(who: Who): Promise<addresses.MyAddress>;
  /** The caller confirms the address that waits for them; every other session and all tokens end. Fails with `not-found`, `addresses.taken`. */
  confirm(who: Who, changeId: string): Promise<void>;
  /** The caller keeps their address. Fails with `not-found`. */
  refuse(who: Who, changeId: string): Promise<void>;
  /** What waits, for stewards. */
  waiting(who: Who): Promise<{ changes: WaitingChange[]; total: number }>;
  /** A steward asks a colleague to agree to a release. Fails with `not-found`, `addresses.too-early`, `addresses.not-these-two`. */
  release(who: Who, changeId: string, colleagueId: string): Promise<void>;
  /** What the caller is asked to agree to. */
  toAgree(who: Who): Promise<{ changes: WaitingChange[] }>;
  /** The colleague agrees; the new address signs in from now on. Fails like `release`, and with `addresses.taken`. */
  agree(who: Who, changeId: string): Promise<void>;
  /** Lets other addresses wait for people who have signed in; returns how many are new. */
  ask(scope: Scope, wanted: readonly addresses.WantedAddress[], importId: string): Promise<number>;
  /** Lets an address that a steward wrote wait for somebody who has signed in. */
  askAsSteward(scope: Scope, wanted: addresses.WantedAddress): Promise<number>;
  /** Ends open changes of people whose source says their old address again. */
  recall(scope: Scope, personIds: readonly string[]): Promise<void>;
  /** Ends what an import asked for. */
  withdrawImport(scope: Scope, importId: string): Promise<void>;
  /** Writes into people's own log that their address changed at once: they had never signed in. */
  noteChanged(scope: Scope, personIds: readonly string[], importId: string): Promise<void>;
  /** Every minute: notes which mails left, and tells a second time two days after the first. */
  tellAgain(): Promise<void>;
}

/** Who signs in with which address, for features that change the directory; each verb in the caller's transaction. */
export interface IdentityDoor {
  /** Lets people who have just come sign in: none of them has had an address here before. */
  add(scope: JobScope, people: readonly identities.PersonAddress[]): Promise<void>;
  /** Makes the address that the directory has of each person here the one they may sign in with. */
  renew(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Gives somebody another address to sign in with; false where it is somebody's. */
  change(scope: JobScope, address: identities.PersonAddress): Promise<boolean>;
  /** Ends sessions, tokens and addresses of people who leave. */
  endSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Ends sessions, tokens and passkeys of people; no address signs in until two people release one. */
  closeSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Forgets all by which people who are removed could sign in. */
  forgetSignIn(scope: JobScope, personIds: readonly string[]): Promise<void>;
  /** Whether any of these people has signed in, as it stands at this instant. */
  haveSignedIn(scope: JobScope, personIds: readonly string[]): Promise<boolean>;
}

export function createAccess(given: AccessDeps): AccessDoor {
  const deps: SignInDeps = { ...given, inTurn: inTurns(2) };
  return {
    ...bindVerbs(deps, {
      identify: who.identifyCaller,
      me: who.getMe,
      mayEnter: who.mayEnter,
      sendCode: signIn.sendCode,
      askToJoin: signIn.askToJoin,
      enter: signIn.enterByCode,
      enterAs: signIn.enterAs,
      ceremony: passkeys.handlePasskey,
      becomeKnown: signIn.becomeKnown,
      consoleCode: makeConsoleCode,
      forgetCodes: signIn.forgetCodes,
      sessions: sessions.listSessions,
      endSession: sessions.endSession,
      endOtherSessions: sessions.endOtherSessions,
      leave: sessions.endThisSession,
      passkeys: passkeys.listPasskeys,
      endPasskey: passkeys.endPasskey,
      declinePasskey: passkeys.declinePasskey,
      tokens: tokens.listTokens,
      makeToken: tokens.makeToken,
      endToken: tokens.endToken,
      endTokens: tokens.endTokens,
      addFounder: roles.addFounder,
      roles: roles.listRoles,
      give: roles.giveRole,
      confirm: roles.confirmRole,
      confirmEnd: roles.confirmRoleEnd,
      take: roles.takeRole,
      keep: roles.keepRole,
      layDown: roles.layDownRole,
      limit: limits.countHits,
      forget: limits.forgetCounters,
    }),
    entry: bindEntry(deps),
    privateAddress: bindVerbs(deps, {
      get: privateAddress.getPrivateAddress,
      ask: privateAddress.askPrivateAddress,
      confirm: privateAddress.confirmPrivateAddress,
      forget: privateAddress.forgetPrivateAddress,
    }),
    addresses: bindAddresses(deps),
    identities: bindIdentities(deps),
  };
}

const bindEntry = (deps: AccessDeps): EntryDoor =>
  bindVerbs(deps, {
    add: entry.addByWord,
    invite: entry.inviteAddresses,
    invitations: invitations.listInvitations,
    inviteAgain: invitations.inviteAgain,
    withdraw: invitations.withdrawInvitation,
    inviteDirectory: invitations.inviteDirectory,
    links: joinLinks.listJoinLinks,
    makeLink: joinLinks.makeJoinLink,
    endLink: joinLinks.endJoinLink,
    link: joinLinks.followJoinLink,
    join: entry.joinByLink,
  });

const bindAddresses = (deps: AccessDeps): AddressDoor =>
  bindVerbs(deps, {
    mine: addresses.getMyAddress,
    confirm: addresses.confirmChange,
    refuse: addresses.refuseChange,
    waiting: addresses.listWaitingChanges,
    release: addresses.askRelease,
    toAgree: addresses.listChangesToAgree,
    agree: addresses.agreeToRelease,
    ask: addresses.askChanges,
    askAsSteward: addresses.askChangeAsSteward,
    recall: addresses.recallChanges,
    withdrawImport: addresses.withdrawImportChanges,
    noteChanged: addresses.noteChangedAtOnce,
    tellAgain: addresses.tellAddressesAgain,
  });

const bindIdentities = (deps: AccessDeps): IdentityDoor =>
  bindVerbs(deps, {
    add: identities.addIdentities,
    renew: identities.renewIdentities,
    change: identities.changeIdentity,
    endSignIn: identities.endSignIn,
    closeSignIn: identities.closeSignIn,
    forgetSignIn: identities.forgetSignIn,
    haveSignedIn: identities.haveSignedIn,
  });
