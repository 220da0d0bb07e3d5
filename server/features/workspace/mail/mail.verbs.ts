import type { Language } from '#contract/common.ts';
import type { MailAnswer, MailStateShown } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isMailCode } from '#server/platform/console-code.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import type { WorkspaceDeps } from '../workspace.deps.ts';
import { type MailNews, mailNews } from './mail.messages.ts';
import * as rows from './mail.queries.ts';
import * as rules from './mail.rules.ts';

/** The settings and an open proposal as stewards see them. */
export type ShownMail = Pick<MailStateShown, 'mail' | 'hasPassword' | 'isAlone' | 'proposal'>;

const parsed = (stored: unknown): rules.StoredSettings | null => rules.storedSettings.safeParse(stored).data ?? null;

/** Settings with the password opened; 'unreadable' where another secret sealed it. */
function opened(secrets: Secrets, stored: unknown): MailSettings | 'unreadable' {
  const settings = parsed(stored);
  if (!settings) return 'unreadable';
  const { sealedPassword, ...plain } = settings;
  if (!sealedPassword) return plain;
  try {
    return { ...plain, password: secrets.open(sealedPassword) };
  } catch {
    return 'unreadable';
  }
}

export async function getMailSettings({ db, secrets }: WorkspaceDeps, workspaceId: string): Promise<StoredMail | null> {
  const row = await db.asSignIn((scope) => rows.selectMail(scope, workspaceId), workspaceId);
  if (!row?.mail) return null;
  return {
    settings: opened(secrets, row.mail),
    trouble: rules.storedTrouble.safeParse(row.mail_trouble).data ?? null,
  };
}

export async function noteMailTrouble(
  { db, clock }: WorkspaceDeps,
  workspaceId: string,
  what: string | null,
): Promise<void> {
  const trouble = what === null ? null : JSON.stringify({ what, at: clock.now() });
  await db.asJobs('delivery', workspaceId, (scope) => rows.updateTrouble(scope, workspaceId, trouble));
}

export async function tryMailSettings(
  { db, secrets, log }: WorkspaceDeps,
  who: Who,
  input: MailSettings,
): Promise<MailSettings> {
  return db.asPerson(who, async (scope) => {
    const before = parsed((await rows.selectMail(scope, who.workspaceId))?.mail);
    // One sealed text alone tells a new password from the stored one.
    const after = rules.settingsAfter(before, input, secrets.seal);
    await log.write(scope, { action: 'workspace.test-mail', about: { host: `${input.host}:${input.port}` } });
    const settings = opened(secrets, after);
    return settings === 'unreadable' ? fail('workspace.mail-failed') : settings;
  });
}

/** Those on whom a change depends, as they are in this very transaction. */
async function trustedOf(scope: Scope) {
  const trusted = await rows.selectTrusted(scope);
  const stewards = trusted.filter(({ role }) => role === 'steward').map((row) => ({ personId: row.person_id }));
  return { stewards, personIds: [...new Set(trusted.map((row) => row.person_id))] };
}

/** True while nobody but whoever set the organisation up, who asks, has ever signed in. */
async function isAlone(scope: Scope): Promise<boolean> {
  if ((await rows.selectFounder(scope)) !== scope.personId || (await rows.hasErasures(scope))) return false;
  const signedIn = await rows.selectSignedIn(scope);
  return [...signedIn].every((personId) => personId === scope.personId);
}

function proposalOf(row: rows.ProposalRow): rules.MailProposal {
  return { id: row.proposal_id, by: row.proposed_by, at: row.proposed_at };
}

const withoutPassword = ({ sealedPassword: _, ...shown }: rules.StoredSettings) => shown;

export async function showMail({ db, clock }: WorkspaceDeps, who: Who): Promise<ShownMail> {
  return db.asPerson(who, async (scope) => {
    const now = clock.now();
    const mail = parsed((await rows.selectMail(scope, who.workspaceId))?.mail);
    const [row, { stewards }] = [await rows.selectProposal(scope), await trustedOf(scope)];
    const proposal = row && proposalOf(row);
    const after = row && parsed(row.settings);
    const confirmers = proposal ? await rows.selectConfirmers(scope, proposal, now) : [];
    return {
      mail: mail && withoutPassword(mail),
      hasPassword: mail?.sealedPassword !== undefined,
      isAlone: await isAlone(scope),
      proposal:
        row && proposal && rules.stands(proposal, stewards, now)
          ? {
              id: proposal.id,
              mail: after ? withoutPassword(after) : null,
              hasPassword: after?.sealedPassword !== undefined,
              by: { id: proposal.by, name: row.name },
              proposedAt: proposal.at,
              lapsesAt: new Date(proposal.at.getTime() + rules.LAPSES_AFTER),
              mayConfirm: confirmers.some(({ personId }) => personId === who.personId),
              confirmers: confirmers.map(({ name }) => name),
            }
          : null,
    };
  });
}

const storedText = (settings: rules.StoredSettings | null): string | null => settings && JSON.stringify(settings);

/** What the log says of a change: hosts, never names or passwords. */
const aboutChange = (before: rules.StoredSettings | null, after: rules.StoredSettings | null) => ({
  before: before?.host ?? '–',
  after: after?.host ?? '–',
});

interface News extends Omit<MailNews, 'url'> {
  key: string;
  personIds: readonly string[];
  through: StoredMail | null;
}

function tell({ baseUrl, tellAtOnce }: WorkspaceDeps, who: Who, { key, personIds, through, ...news }: News): void {
  const message = (language: Language) => mailNews(language, { ...news, url: `${baseUrl}/organisation?part=mail` });
  tellAtOnce(who, { kind: 'mail-settings', key, personIds, through, message });
}

export const setMail = (deps: WorkspaceDeps, who: Who, input: MailSettings): Promise<MailAnswer> =>
  changeMail(deps, who, input);

export const clearMail = (deps: WorkspaceDeps, who: Who): Promise<MailAnswer> => changeMail(deps, who, null);

async function changeMail(deps: WorkspaceDeps, who: Who, input: MailSettings | null): Promise<MailAnswer> {
  const { db, clock, newId, secrets, log } = deps;
  const outcome = await db.asPerson(who, async (scope): Promise<News | MailAnswer> => {
    const stored = (await rows.holdMail(scope))?.mail;
    const before = parsed(stored);
    const { stewards, personIds } = await trustedOf(scope);
    // Another may have taken the caller's role a moment ago.
    if (!stewards.some(({ personId }) => personId === who.personId)) fail('not-allowed');
    const after = input && rules.settingsAfter(before, input, secrets.seal);
    if (rules.isSameSettings(before, after) && (before !== null || !stored)) return 'holds';
    const about = aboutChange(before, after);
    if (await isAlone(scope)) {
      await rows.updateMail(scope, storedText(after));
      await rows.deleteProposal(scope);
      await log.write(scope, { action: after ? 'workspace.set-mail' : 'workspace.clear-mail', about });
      return 'holds';
    }
    const [id, now] = [newId(), clock.now()];
    await rows.replaceProposal(scope, {
      proposal_id: id,
      proposed_by: who.personId,
      proposed_at: now,
      settings: storedText(after),
    });
    await log.write(scope, { action: after ? 'workspace.propose-mail' : 'workspace.propose-clear-mail', about });
    const through = stored ? { settings: opened(secrets, stored), trouble: null } : null;
    const hosts = { before: before?.host ?? null, after: after?.host ?? null };
    return { what: 'proposed', key: `mail-proposed:${id}`, personIds, through, ...hosts };
  });
  if (outcome === 'holds') await deps.whenMailChanged(who);
  if (typeof outcome === 'string') return outcome;
  tell(deps, who, outcome);
  return 'waits';
}

export async function confirmMail(deps: WorkspaceDeps, who: Who, proposalId: string, code?: string): Promise<void> {
  const { db, clock, secrets, log } = deps;
  const outcome = await db.asPerson(who, async (scope): Promise<News | 'wrong-code'> => {
    const [stored, now] = [(await rows.holdMail(scope))?.mail, clock.now()];
    const row = await rows.selectProposal(scope);
    const { stewards, personIds } = await trustedOf(scope);
    if (!stewards.some(({ personId }) => personId === who.personId)) fail('not-allowed');
    if (row?.proposal_id !== proposalId) fail('workspace.mail-changed');
    const proposal = proposalOf(row);
    if (!rules.stands(proposal, stewards, now)) fail('workspace.mail-changed');
    if (code === undefined) {
      const confirmers = await rows.selectConfirmers(scope, proposal, now);
      if (!confirmers.some(({ personId }) => personId === who.personId)) fail('workspace.mail-two-people');
    } else {
      if (row.failures >= rules.MOST_FAILURES) fail('too-many-requests');
      if (!isMailCode(secrets, proposalId, code, now)) {
        await rows.countFailure(scope);
        return 'wrong-code';
      }
    }
    const [before, after] = [parsed(stored), parsed(row.settings)];
    await rows.updateMail(scope, storedText(after));
    await rows.deleteProposal(scope);
    const action = code === undefined ? 'workspace.confirm-mail' : 'workspace.confirm-mail-by-code';
    await log.write(scope, { action, about: { ...aboutChange(before, after), personId: proposal.by } });
    const through = stored ? { settings: opened(secrets, stored), trouble: null } : null;
    const hosts = { before: before?.host ?? null, after: after?.host ?? null };
    return { what: 'changed', key: `mail-changed:${proposalId}`, personIds, through, ...hosts };
  });
  if (outcome === 'wrong-code') fail('workspace.wrong-mail-code');
  await deps.whenMailChanged(who);
  tell(deps, who, outcome);
}

export async function withdrawMail({ db, log }: WorkspaceDeps, who: Who, proposalId: string): Promise<void> {
  await db.asPerson(who, async (scope) => {
    await rows.holdMail(scope);
    if ((await rows.selectProposal(scope))?.proposal_id !== proposalId) fail('workspace.mail-changed');
    await rows.deleteProposal(scope);
    await log.write(scope, { action: 'workspace.withdraw-mail', about: {} });
  });
}

export async function forgetLapsedProposals({ db, clock }: WorkspaceDeps): Promise<void> {
  const before = new Date(clock.now().getTime() - rules.LAPSES_AFTER);
  for (const { workspaceId } of await db.workspaces())
    await db.asJobs('retention', workspaceId, (scope) => rows.deleteLapsed(scope, workspaceId, before));
}
