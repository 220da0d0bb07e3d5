import type { PersonCard } from '#contract/common.ts';
import type { SamplePart } from '#contract/sample.ts';
import type { AccessDoor } from '#server/features/access/access.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { createPeople } from '#server/features/people/people.ts';
import type { ProgrammesDoor } from '#server/features/programmes/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { COFFEE } from './organisation/offers.rules.ts';
import { castIds } from './organisation/staff.rules.ts';
import * as rows from './sample.queries.ts';

export interface Parts {
  access: Pick<AccessDoor, 'enterAs' | 'limit' | 'roles' | 'give' | 'confirm' | 'entry'>;
  people: Pick<ReturnType<typeof createPeople>, 'cards'>;
  introductions: Pick<IntroductionsDoor, 'answerHello'>;
  programmes: Pick<ProgrammesDoor, 'sendNow'>;
  /** The owner's address of the sample's own database; absent in a real organisation. */
  ownerUrl: string | undefined;
}

/** The sample organisation: filled when somebody first looks, entered as one of six, begun anew at will. */
export function createSample(floor: Floor, parts: Parts) {
  const { access, people, introductions, programmes } = parts;
  const owner = (): string => (floor.sample && parts.ownerUrl) || fail('not-found');
  let standing: Promise<string> | undefined;

  /** What the steward did so far, through the doors, so that the log tells of it. */
  const lookAfter = async (workspaceId: string): Promise<void> => {
    const idOf = (wanted: SamplePart) => castIds().find(({ part }) => part === wanted)?.id ?? fail('not-found');
    const steward = whoIs(workspaceId, idOf('steward'), ['steward']);
    const council = (await access.roles(steward)).find(({ role }) => role === 'works-council') ?? fail('not-found');
    await access.entry.makeLink(steward, 'meridian.example');
    await programmes.sendNow(steward, COFFEE);
    await access.give(steward, idOf('acquired'), 'works-council');
    await access.confirm(whoIs(workspaceId, council.personId, ['works-council']), idOf('acquired'));
  };

  const fill = async (ownerUrl: string, isAnew: boolean): Promise<string> => {
    // Names and sentences take memory, which no other page should pay for.
    const { organisation } = await import('./organisation/organisation.ts');
    const made = organisation(floor.clock.now());
    if (await rows.fill(ownerUrl, () => made, isAnew)) {
      for (const hello of made.greetings.filter(({ isAnswered }) => isAnswered)) {
        await introductions.answerHello(whoIs(made.workspaceId, hello.toId), hello.id, 'yes');
      }
      await lookAfter(made.workspaceId);
    }
    return made.workspaceId;
  };

  /** The id of the workspace, which stands once this answered. */
  const stand = async (): Promise<string> => {
    const ownerUrl = owner();
    const known = await floor.db.asSignIn(rows.selectWorkspaceId);
    if (known) return known;
    standing ??= fill(ownerUrl, false).finally(() => {
      standing = undefined;
    });
    return standing;
  };

  return {
    /** The six people one may enter as; fills the sample where it is still empty. */
    async people(): Promise<{ person: PersonCard; part: SamplePart }[]> {
      const [workspaceId, cast] = [await stand(), castIds()];
      const anyone = { workspaceId, personId: cast[0]?.id ?? '' };
      const cards = await floor.db.asPerson(anyone, (scope) =>
        people.cards(
          scope,
          cast.map(({ id }) => id),
        ),
      );
      return cast.flatMap(({ id, part }) => {
        const person = cards.get(id);
        return person ? [{ person, part }] : [];
      });
    },

    /** Enters as one of the six; the cookies of the session. */
    async enter(personId: string, ip: string): Promise<string[]> {
      owner();
      await access.limit('triesPerSender', ip);
      await stand();
      if (!castIds().some(({ id }) => id === personId)) fail('not-found');
      const address = await floor.db.asSignIn((scope) => rows.selectAddressOf(scope, personId));
      return access.enterAs(address ?? fail('not-found'));
    },

    /** Forgets everything done in the sample, sessions too, and fills it anew. */
    async reset(ip: string): Promise<void> {
      const ownerUrl = owner();
      await access.limit('setUpTries', ip);
      await fill(ownerUrl, true);
    },
  };
}

const whoIs = (workspaceId: string, personId: string, roles: Who['roles'] = []): Who => ({
  workspaceId,
  personId,
  status: 'active',
  roles,
  sessionId: null,
});

export type SampleDoor = ReturnType<typeof createSample>;
