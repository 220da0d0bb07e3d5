import type { Language, PersonCard } from '#contract/common.ts';
import type { SamplePart } from '#contract/sample.ts';
import type { AccessDoor } from '#server/features/access/access.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { createPeople } from '#server/features/people/people.ts';
import type { ProgrammesDoor } from '#server/features/programmes/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { COFFEE } from './organisation/offers.rules.ts';
import type { Organisation } from './organisation/organisation.ts';
import { castIds } from './organisation/staff.rules.ts';
import * as rows from './sample.queries.ts';

export interface Parts {
  access: Pick<AccessDoor, 'enterAs' | 'limit' | 'roles' | 'give' | 'confirm' | 'entry'>;
  people: Pick<ReturnType<typeof createPeople>, 'cards'>;
  introductions: Pick<IntroductionsDoor, 'answerHello'>;
  programmes: Pick<ProgrammesDoor, 'sendNow' | 'refreshFigures'>;
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
    await programmes.refreshFigures();
    await access.give(steward, idOf('acquired'), 'works-council');
    await access.confirm(whoIs(workspaceId, council.personId, ['works-council']), idOf('acquired'));
  };

  /** The organisation as its people speak. */
  const inLanguage = async (language: Language): Promise<Organisation> => {
    // Names and sentences take memory, which no other page should pay for.
    const { organisation } = await import('./organisation/organisation.ts');
    const made = organisation(floor.clock.now());
    return language === 'de' ? (await import('./organisation/german.rules.ts')).inGerman(made) : made;
  };

  const fill = async (ownerUrl: string, isAnew: boolean, language: Language): Promise<string> => {
    const made = await inLanguage(language);
    if (await rows.fill(ownerUrl, () => made, isAnew)) {
      for (const hello of made.greetings.filter(({ isAnswered }) => isAnswered)) {
        await introductions.answerHello(whoIs(made.workspaceId, hello.toId), hello.id, 'yes');
      }
      await lookAfter(made.workspaceId);
    }
    return made.workspaceId;
  };

  /** The id of the workspace, which stands once this answered. */
  const stand = async (language: Language): Promise<string> => {
    const ownerUrl = owner();
    const known = await floor.db.asSignIn(rows.selectWorkspaceId);
    if (known) return known;
    standing ??= fill(ownerUrl, false, language).finally(() => {
      standing = undefined;
    });
    return standing;
  };

  /** Lets everybody here say in another language what nobody has changed since. */
  const speak = async (workspaceId: string, language: Language): Promise<void> => {
    const spoken = await floor.db.asPerson({ workspaceId, personId: castIds()[0]?.id ?? '' }, rows.selectLanguage);
    if (spoken && spoken !== language) await rows.reword(owner(), await inLanguage(spoken), await inLanguage(language));
  };

  /** Cards as they read in another language; looking changes nothing. */
  const cardsIn = async (spoken: Language, language: Language) => {
    const { textsOf, wordings } = await import('./organisation/german.rules.ts');
    const all = wordings(await inLanguage(spoken), await inLanguage(language));
    const textsIn = (table: string, column: string) =>
      textsOf(all.filter((each) => each.table === table && each.column === column));
    const [titles, units, sites] = [textsIn('person', 'title'), textsIn('unit', 'name'), textsIn('site', 'name')];
    const say = <T extends string | null>(texts: Map<string, string>, text: T) => (texts.get(text ?? '') ?? text) as T;
    return (card: PersonCard): PersonCard => ({
      ...card,
      title: say(titles, card.title),
      unitName: say(units, card.unitName),
      siteName: say(sites, card.siteName),
    });
  };

  return {
    /** The six people one may enter as; fills the sample where it is still empty. */
    async people(language: Language = 'en'): Promise<{ person: PersonCard; part: SamplePart }[]> {
      const [workspaceId, cast] = [await stand(language), castIds()];
      const anyone = { workspaceId, personId: cast[0]?.id ?? '' };
      const { cards, spoken } = await floor.db.asPerson(anyone, async (scope) => ({
        cards: await people.cards(
          scope,
          cast.map(({ id }) => id),
        ),
        spoken: await rows.selectLanguage(scope),
      }));
      const say = spoken === language || !spoken ? (card: PersonCard) => card : await cardsIn(spoken, language);
      return cast.flatMap(({ id, part }) => {
        const person = cards.get(id);
        return person ? [{ person: say(person), part }] : [];
      });
    },

    /** Enters as one of the six, and all speak their language from then on; the cookies of the session. */
    async enter(personId: string, ip: string, language: Language = 'en'): Promise<string[]> {
      owner();
      await access.limit('sampleEntries', ip);
      const workspaceId = await stand(language);
      if (!castIds().some(({ id }) => id === personId)) fail('not-found');
      const address = await floor.db.asSignIn((scope) => rows.selectAddressOf(scope, personId), workspaceId);
      await speak(workspaceId, language);
      return access.enterAs(address ?? fail('not-found'));
    },

    /** Forgets everything done in the sample, sessions too, and fills it anew. */
    async reset(ip: string, language: Language = 'en'): Promise<void> {
      const ownerUrl = owner();
      await access.limit('sampleResets', ip);
      await fill(ownerUrl, true, language);
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
