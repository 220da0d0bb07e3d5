import type { ElsewhereStep, MailAnswer, Overview } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import * as mail from './mail/mail.verbs.ts';
import * as overview from './overview/overview.verbs.ts';
import type { WorkspaceDeps } from './workspace.deps.ts';
import type { OwnAddress } from './workspace.queries.ts';
import * as verbs from './workspace.verbs.ts';

/** The organisation itself: its first set-up, its name and purpose, how its mail leaves. */
export interface WorkspaceDoor {
  /** The code that the start prints while there is no organisation. */
  setUpCode(): string;
  /** Whether this server holds an organisation. */
  isSetUp(): Promise<boolean>;
  /** Makes the organisation and its first steward; returns the steward's address. Fails with `workspace.wrong-code`, `workspace.unknown-time-zone`, `workspace.already-set-up`. */
  setUp(input: verbs.SetUp): Promise<string>;
  /** Name, purpose, time zone and language. */
  get(who: Who): Promise<verbs.WorkspaceFacts>;
  /** Changes them. Fails with `workspace.unknown-time-zone`. */
  change(who: Who, change: verbs.WorkspaceChange): Promise<void>;
  /** The caller's own address, for a test mail. */
  ownAddress(who: Who): Promise<OwnAddress>;

  /** The organisation's own mail settings, password included, for delivery alone. */
  settingsOf(workspaceId: string): Promise<StoredMail | null>;
  /** Notes why the stored settings did not serve, or that they do again. */
  noteTrouble(workspaceId: string, what: string | null): Promise<void>;
  /** The settings and an open proposal as stewards see them, without any password. */
  mail(who: Who): Promise<mail.ShownMail>;
  /** Sets how mail leaves, or proposes it. Fails with `not-allowed`. */
  setMail(who: Who, input: MailSettings): Promise<MailAnswer>;
  /** Forgets the settings, or proposes to. Fails with `not-allowed`. */
  clearMail(who: Who): Promise<MailAnswer>;
  /** Settings as a form shows them, to be tried out: the stored password is used only at the place for which it was entered. Fails with `workspace.mail-failed`. */
  trial(who: Who, input: MailSettings): Promise<MailSettings>;
  /** Lets a proposal hold: as a second steward, or with the console's code. Fails with `not-allowed`, `workspace.mail-changed`, `workspace.mail-two-people`, `workspace.wrong-mail-code`, `too-many-requests`. */
  confirmMail(who: Who, proposalId: string, code?: string): Promise<void>;
  /** Drops a proposal. Fails with `workspace.mail-changed`. */
  withdrawMail(who: Who, proposalId: string): Promise<void>;
  /** Forgets proposals that lapsed. */
  forget(): Promise<void>;

  /** How the organisation stands, for its stewards: counts, never who. */
  overview(who: Who, facts: overview.OverviewFacts): Promise<Overview>;
  /** Says that a step is settled elsewhere, or no longer. */
  sayElsewhere(who: Who, step: ElsewhereStep, isElsewhere: boolean): Promise<void>;
  /** Notes that a test email was taken, by settings with this fingerprint. */
  noteMailTested(who: Who, mark: string): Promise<void>;
}

export const createWorkspace = (deps: WorkspaceDeps): WorkspaceDoor =>
  bindVerbs(deps, {
    setUpCode: verbs.getSetUpCode,
    isSetUp: verbs.isSetUp,
    setUp: verbs.setUpWorkspace,
    get: verbs.getWorkspace,
    change: verbs.changeWorkspace,
    ownAddress: verbs.getOwnAddress,
    settingsOf: mail.getMailSettings,
    noteTrouble: mail.noteMailTrouble,
    mail: mail.showMail,
    setMail: mail.setMail,
    clearMail: mail.clearMail,
    trial: mail.tryMailSettings,
    confirmMail: mail.confirmMail,
    withdrawMail: mail.withdrawMail,
    forget: mail.forgetLapsedProposals,
    overview: overview.getOverview,
    sayElsewhere: overview.sayElsewhere,
    noteMailTested: overview.noteMailTested,
  });
