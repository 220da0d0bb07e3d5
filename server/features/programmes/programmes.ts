import type { Programme } from '#contract/programmes.ts';
import type { Overview } from '#contract/workspace.ts';
import type { Notices } from '#server/features/delivery/delivery.ts';
import type { LeftBehind } from '#server/features/introductions/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import { refreshFigures } from './figures/figures.ts';
import { getHostPage, type HostPage } from './figures/host-page.ts';
import { type PreviewEvent, type PreviewOptions, previewRound } from './figures/preview-round.ts';
import * as invitations from './invitations/invitations.verbs.ts';
import * as membership from './membership/membership.verbs.ts';
import { importPastPairs, type ReadPastPairs } from './past-pairs/import-past-pairs.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import { programmesNotices } from './programmes.notices.ts';
import * as verbs from './programmes.verbs.ts';
import { sendRoundNow } from './rounds/draw-round.ts';
import { waitForPlace } from './rounds/place-again.ts';
import { runRounds } from './rounds/run-rounds.ts';

export type { NewProgramme } from './programmes.verbs.ts';

/** Standing offers that bring people together in rounds: who takes part, when, and how it went. */
export interface ProgrammesDoor {
  /** Programmes the caller takes part in, hosts, or may join. */
  list(who: Who): Promise<Programme[]>;
  /** How many programmes run, and which one draws next; for stewards, who see all. */
  standing(who: Who): Promise<Overview['programmes']>;
  /** Opens a programme; whoever opens it hosts it. Fails with `not-allowed`, `bad-request`, `programmes.name-leads-away`, `workspace.unknown-time-zone`. */
  create(who: Who, wanted: verbs.NewProgramme): Promise<Programme>;
  /** One programme with its hosts. Fails with `not-found`. */
  get(who: Who, id: string): Promise<verbs.ProgrammePage>;
  /** The programme behind a link. Fails with `not-found`. */
  byLink(who: Who, token: string): Promise<Programme>;

  /** Joins; again it changes rhythm and part alone. Fails with `not-found`, `programmes.ended`. */
  join(who: Who, id: string, wanted: membership.NewMembership): Promise<Programme>;
  /** Changes the caller's rhythm, part, skip and wish. Fails with `not-found`. */
  choose(who: Who, id: string, choice: membership.MembershipChoice): Promise<Programme>;
  /** Leaves at once; what is under way ends as a pause would end it. Fails with `not-found`. */
  leave(who: Who, id: string): Promise<void>;
  /** Whether a reminder's receiver sits the next round out, after a change if given; null where it is too late. */
  skip(link: membership.SkipLink, change: boolean | null): Promise<boolean | null>;

  /** Changes what the caller hosts; dates that move into the past are not caught up. Fails with `not-found`, `not-allowed`, `programmes.ended`, `programmes.name-leads-away`, `workspace.unknown-time-zone`. */
  change(who: Who, id: string, change: verbs.ProgrammeChange): Promise<Programme>;
  /** The address that people join by. Fails with `not-found`, `not-allowed`. */
  link(who: Who, id: string): Promise<string>;
  /** A new address; the old one ends. Fails with `not-found`, `not-allowed`. */
  renewLink(who: Who, id: string): Promise<string>;
  /** Remembers who met in an earlier tool; whom nobody knows is left out silently. Fails with `not-found`, `not-allowed`, `programmes.unreadable-pairs`. */
  importPairs(who: Who, id: string, text: string): Promise<ReadPastPairs>;
  /** Invites the audience of what the caller hosts, as far as limits allow; not told how far. Fails with `not-found`, `not-allowed`, `programmes.ended`, `bad-request`. */
  invite(who: Who, id: string): Promise<void>;
  /** Invites a colleague to host the next one, unless a limit forbids; not told whether. Fails with `not-found`, `not-allowed`. */
  inviteHost(who: Who, id: string, personId: string): Promise<void>;
  /** About what the next round would be, progress first; it tells nobody's choice. Fails with `not-found`, `not-allowed`, `programmes.too-many-looks`. */
  preview(who: Who, id: string, options: PreviewOptions): Promise<AsyncGenerator<PreviewEvent>>;
  /** Draws today's round now, whoever is due; the next date stays. Returns its local date. Fails with `not-found`, `not-allowed`, `programmes.ended`, `programmes.already-sent`. */
  sendNow(who: Who, id: string): Promise<string>;
  /** The host's page: what to do next, blurred counts that stand still, certificates. Never who. Fails with `not-found`, `not-allowed`. */
  host(who: Who, id: string): Promise<HostPage>;

  /** Places those left alone in a round again next morning; in the leaver's transaction. */
  whenLeft(scope: Scope, left: LeftBehind): Promise<void>;
  /** A minute's tick: draws what is due, reminds, places again. Several processes may. */
  runDue(): Promise<void>;
  /** A day's tick: offers newcomers a buddy, looks at figures again. */
  daily(): Promise<void>;
  /** Looks whether so many have moved that figures are told anew. */
  refreshFigures(): Promise<void>;
  /** What programmes say by mail. */
  notices: Notices;
}

export const createProgrammes = (deps: ProgrammesDeps): ProgrammesDoor => ({
  ...bindVerbs(deps, {
    list: verbs.listProgrammes,
    standing: verbs.summarizeProgrammes,
    create: verbs.openProgramme,
    get: verbs.getProgramme,
    byLink: verbs.getProgrammeByLink,
    join: membership.joinProgramme,
    choose: membership.changeMembership,
    leave: membership.endMembership,
    skip: membership.skipByLink,
    change: verbs.changeProgramme,
    link: verbs.getProgrammeLink,
    renewLink: verbs.renewProgrammeLink,
    importPairs: importPastPairs,
    invite: invitations.inviteToProgramme,
    inviteHost: invitations.inviteHost,
    preview: previewRound,
    sendNow: sendRoundNow,
    host: getHostPage,
    whenLeft: waitForPlace,
    runDue: runRounds,
    daily: verbs.runDaily,
    refreshFigures,
  }),
  notices: programmesNotices(deps),
});
