import type { Language } from '#contract/common.ts';
import type { SamplePart } from '#contract/sample.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import { COFFEE } from './organisation/offers.rules.ts';
import type { Organisation } from './organisation/organisation.ts';
import { castIds } from './organisation/staff.rules.ts';
import type { SampleDeps } from './sample.deps.ts';
import * as rows from './sample.queries.ts';

export interface FillDeps extends SampleDeps {
  /** The filling under way: whoever else looks meanwhile waits for it. */
  filling: { underWay?: Promise<string> | undefined };
}

/** The owner's address of the sample's database. Fails with `not-found` in a real organisation. */
export const ownerUrlOf = ({ sample, ownerUrl }: SampleDeps): string => (sample && ownerUrl) || fail('not-found');

/** The organisation as its people speak. */
export async function organisationIn({ clock }: SampleDeps, language: Language): Promise<Organisation> {
  // Names and sentences take memory, which no other page should pay for.
  const { organisation } = await import('./organisation/organisation.ts');
  const made = organisation(clock.now());
  return language === 'de' ? (await import('./organisation/german.rules.ts')).inGerman(made) : made;
}

/** The id of the workspace, which is filled once this answered. */
export async function ensureFilled(deps: FillDeps, language: Language): Promise<string> {
  const ownerUrl = ownerUrlOf(deps);
  const known = await deps.db.asSignIn(rows.selectWorkspaceId);
  if (known) return known;
  deps.filling.underWay ??= fillSample(deps, ownerUrl, { isAnew: false, language }).finally(() => {
    deps.filling.underWay = undefined;
  });
  return deps.filling.underWay;
}

/** Fills the sample where it is empty, or anew; the id of its workspace. */
export async function fillSample(
  deps: SampleDeps,
  ownerUrl: string,
  { isAnew, language }: { isAnew: boolean; language: Language },
): Promise<string> {
  const made = await organisationIn(deps, language);
  if (await rows.fillTables(ownerUrl, made, isAnew)) {
    for (const hello of made.greetings.filter(({ isAnswered }) => isAnswered)) {
      await deps.introductions.answerHello(whoIs(made.workspaceId, hello.toId), hello.id, 'yes');
    }
    await workAsSteward(deps, made.workspaceId);
  }
  return made.workspaceId;
}

/** What the steward did so far, through the doors, so that the log tells of it. */
async function workAsSteward({ access, programmes }: SampleDeps, workspaceId: string): Promise<void> {
  const idOf = (wanted: SamplePart) => castIds().find(({ part }) => part === wanted)?.id ?? fail('not-found');
  const steward = whoIs(workspaceId, idOf('steward'), ['steward']);
  const council = (await access.roles(steward)).find(({ role }) => role === 'works-council') ?? fail('not-found');
  await access.entry.makeLink(steward, 'meridian.example');
  await programmes.sendNow(steward, COFFEE);
  await programmes.refreshFigures();
  await access.give(steward, idOf('acquired'), 'works-council');
  await access.confirm(whoIs(workspaceId, council.personId, ['works-council']), idOf('acquired'));
}

const whoIs = (workspaceId: string, personId: string, roles: Who['roles'] = []): Who => ({
  workspaceId,
  personId,
  status: 'active',
  roles,
  sessionId: null,
});
