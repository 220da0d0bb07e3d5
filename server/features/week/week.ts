import type { PairSuggestion, Suggestion } from '#contract/week.ts';
import type { BoundariesDoor } from '#server/features/boundaries/boundaries.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import { type createPeople, foldedText } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from './week.queries.ts';
import * as rules from './week.rules.ts';

export interface Parts {
  people: Pick<ReturnType<typeof createPeople>, 'cards' | 'tiesOf'>;
  boundaries: BoundariesDoor;
  introductions: IntroductionsDoor;
}

const TIES_LOOKED_AT = 24;
const ELSEWHERE_LOOKED_AT = 40;
const GREETED_FOR = 90 * 86_400_000;

type FactsRow = Awaited<ReturnType<typeof rows.selectFacts>>[number];

function topicsOf(row: FactsRow): rules.Topic[] {
  const shown = (field: string, list: string[] | null) => (row.shows?.includes(field) ? (list ?? []) : []);
  const of = (kind: rules.Topic['kind'], list: string[]) =>
    list.map((text) => ({ kind, text, folded: foldedText(text) }));
  return [
    ...of('care', [...shown('interests', row.interests), ...shown('passions', row.passions)]),
    ...of('talent', shown('talents', row.talents)),
  ];
}

const factsOf = (row: FactsRow): rules.Facts => ({
  personId: row.person_id,
  isActive: row.status === 'active',
  unitId: row.unit_id,
  unit: row.unit,
  joinedOn: row.joined_on,
  topics: topicsOf(row),
});

/** Your people this week: a handful of colleagues, each with one small step. */
export function createWeek(floor: Floor, { people, boundaries, introductions }: Parts) {
  const elsewhere = async (
    scope: Scope,
    from: { place: string; unitId: string | null; today: string },
  ): Promise<string[]> => {
    const first = await rows.selectElsewhere(scope, { ...from, most: ELSEWHERE_LOOKED_AT });
    const missing = ELSEWHERE_LOOKED_AT - first.length;
    const start = '00000000-0000-0000-0000-000000000000';
    const rest = missing > 0 ? await rows.selectElsewhere(scope, { ...from, place: start, most: missing }) : [];
    return [...new Set([...first, ...rest].map((row) => row.person_id))];
  };

  const worldOf = async (scope: Scope): Promise<rules.World & { week: string }> => {
    const own = (await rows.selectOwn(scope)) ?? fail('not-found');
    const today = dayIn(floor.clock.now(), own.timezone);
    const week = rules.isoWeek(today);
    const seed = `${scope.personId} ${week}`;
    const met = (await introductions.momentsOf(scope)).map(({ otherId, happenedOn }) => ({
      personId: otherId,
      day: happenedOn,
    }));
    const ties = await people.tiesOf(scope, TIES_LOOKED_AT);
    const away = await elsewhere(scope, { place: rules.placeFrom(seed), unitId: own.unit_id, today });
    const everybody = [
      ...new Set([
        scope.personId,
        ...met.map(({ personId }) => personId),
        ...ties.map(({ personId }) => personId),
        ...away,
      ]),
    ];
    const here = await boundaries.reachable(scope, everybody, today);
    const facts = new Map((await rows.selectFacts(scope, everybody)).map((row) => [row.person_id, factsOf(row)]));
    const metOnce = new Set(met.map(({ personId }) => personId));
    const notNow = new Set(everybody.filter((id) => !here.has(id)));
    const since = new Date(floor.clock.now().getTime() - GREETED_FOR);
    for (const id of await introductions.approachedBy(scope, since)) if (!metOnce.has(id)) notNow.add(id);
    const me = facts.get(scope.personId) ?? fail('not-found');
    return { week, seed, today, me, met, ties, elsewhere: away, facts, notNow };
  };

  return {
    /** The caller's week; the same until the week ends, but for what people changed. */
    get: (who: Who) =>
      floor.db.asPerson(who, async (scope) => {
        const world = await worldOf(scope);
        const single = {
          nurture: rules.nurture(world),
          hardlyKnow: rules.hardlyKnow(world),
          shouldKnow: rules.shouldKnow(world),
        };
        const pairs = rules.connect(world);
        const ids = [
          ...Object.values(single).flatMap((list) => list.map(({ personId }) => personId)),
          ...pairs.flatMap(({ personIds }) => personIds),
        ];
        const cards = await people.cards(scope, [...new Set(ids)]);
        const dressed = (list: rules.Chosen[]): Suggestion[] =>
          list.flatMap(({ personId, ...rest }) => {
            const person = cards.get(personId);
            return person ? [{ person, ...rest }] : [];
          });
        const connect: PairSuggestion[] = pairs.flatMap(({ personIds: [a, b], ...rest }) => {
          const [first, second] = [cards.get(a), cards.get(b)];
          return first && second ? [{ people: [first, second], ...rest }] : [];
        });
        return {
          week: world.week,
          nurture: dressed(single.nurture),
          hardlyKnow: dressed(single.hardlyKnow),
          shouldKnow: dressed(single.shouldKnow),
          connect,
        };
      }),
  };
}

export type WeekDoor = ReturnType<typeof createWeek>;
