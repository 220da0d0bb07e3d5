import type { Language, PersonCard } from '#contract/common.ts';
import type { SamplePart } from '#contract/sample.ts';
import { fail } from '#server/platform/errors.ts';
import { ensureFilled, type FillDeps, fillSample, organisationIn, ownerUrlOf } from './fill-sample.ts';
import { castIds } from './organisation/staff.rules.ts';
import type { SampleDeps } from './sample.deps.ts';
import * as rows from './sample.queries.ts';

/** One of the six, and what part they have. */
export interface CastCard {
  person: PersonCard;
  part: SamplePart;
}

export async function listCast(deps: FillDeps, language: Language = 'en'): Promise<CastCard[]> {
  const [workspaceId, cast] = [await ensureFilled(deps, language), castIds()];
  const anyone = { workspaceId, personId: cast[0]?.id ?? '' };
  const { cards, spoken } = await deps.db.asPerson(anyone, async (scope) => ({
    cards: await deps.people.cards(
      scope,
      cast.map(({ id }) => id),
    ),
    spoken: await rows.selectSpoken(scope),
  }));
  const translate = await cardTranslator(deps, spoken ?? language, language);
  return cast.flatMap(({ id, part }) => {
    const person = cards.get(id);
    return person ? [{ person: translate(person), part }] : [];
  });
}

/** Turns cards into another language; looking changes nothing. */
async function cardTranslator(
  deps: SampleDeps,
  spoken: Language,
  language: Language,
): Promise<(card: PersonCard) => PersonCard> {
  if (spoken === language) return (card) => card;
  const { textsOf, wordings } = await import('./organisation/german.rules.ts');
  const changes = wordings(await organisationIn(deps, spoken), await organisationIn(deps, language));
  const textsIn = (table: string, column: string) =>
    textsOf(changes.filter((each) => each.table === table && each.column === column));
  const [titles, units, sites] = [textsIn('person', 'title'), textsIn('unit', 'name'), textsIn('site', 'name')];
  const say = <T extends string | null>(texts: Map<string, string>, text: T) => (texts.get(text ?? '') ?? text) as T;
  return (card) => ({
    ...card,
    title: say(titles, card.title),
    unitName: say(units, card.unitName),
    siteName: say(sites, card.siteName),
  });
}

export async function enterSample(
  deps: FillDeps,
  personId: string,
  ip: string,
  language: Language = 'en',
): Promise<string[]> {
  ownerUrlOf(deps);
  await deps.access.limit('sampleEntries', ip);
  const workspaceId = await ensureFilled(deps, language);
  if (!castIds().some(({ id }) => id === personId)) fail('not-found');
  const address = await deps.db.asSignIn((scope) => rows.selectAddressOf(scope, personId), workspaceId);
  await changeLanguage(deps, workspaceId, language);
  return deps.access.enterAs(address ?? fail('not-found'));
}

/** Lets everybody here say in another language what nobody has changed since. */
async function changeLanguage(deps: SampleDeps, workspaceId: string, language: Language): Promise<void> {
  const anyone = { workspaceId, personId: castIds()[0]?.id ?? '' };
  const spoken = await deps.db.asPerson(anyone, rows.selectSpoken);
  if (!spoken || spoken === language) return;
  const [before, after] = [await organisationIn(deps, spoken), await organisationIn(deps, language)];
  await rows.rewordTables(ownerUrlOf(deps), before, after);
}

export async function resetSample(deps: FillDeps, ip: string, language: Language = 'en'): Promise<void> {
  const ownerUrl = ownerUrlOf(deps);
  await deps.access.limit('sampleResets', ip);
  await fillSample(deps, ownerUrl, { isAnew: true, language });
}
