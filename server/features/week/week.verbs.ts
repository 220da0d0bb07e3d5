import type { PairSuggestion, Suggestion, Week } from '#contract/week.ts';
import { foldedText } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { isoWeek, type PersonFacts, placeFrom, type Topic, type WeekInput } from './input.rules.ts';
import type { WeekDeps } from './week.deps.ts';
import * as rows from './week.queries.ts';
import * as rules from './week.rules.ts';

const TIES_LOOKED_AT = 24;
const OPEN_LOOKED_AT = 40;
// In so small an organisation everybody works with everybody.
const SMALL = 30;
const GREETED_FOR = 90 * 86_400_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

type FactsRow = Awaited<ReturnType<typeof rows.selectFacts>>[number];
type ReachRow = Awaited<ReturnType<typeof rows.selectReach>>[number];

function topicsOf(row: FactsRow): Topic[] {
  const shown = (field: string, list: string[] | null) => (row.shows?.includes(field) ? (list ?? []) : []);
  const topics = (kind: Topic['kind'], list: string[]) =>
    list.map((text) => ({ kind, text, folded: foldedText(text) }));
  return [
    ...topics('care', [...shown('interests', row.interests), ...shown('passions', row.passions)]),
    ...topics('talent', shown('talents', row.talents)),
  ];
}

const factsOf = (row: FactsRow): PersonFacts => ({
  personId: row.person_id,
  isActive: row.status === 'active',
  unitId: row.unit_id,
  unit: row.unit,
  site: row.site,
  level: row.level,
  joinedOn: row.joined_on,
  topics: topicsOf(row),
});

type Cards = Awaited<ReturnType<WeekDeps['people']['cards']>>;

/** The caller's week; the same until the week ends, but for what people changed. */
export function getWeek(deps: WeekDeps, who: Who): Promise<Week> {
  return deps.db.asPerson(who, async (scope) => {
    const { input, isAlone } = await inputOf(deps, scope);
    const near = { nurture: rules.nurture(input), hardlyKnow: rules.hardlyKnow(input) };
    const [shouldKnow, pairs] = [rules.shouldKnow(input), rules.pairsToIntroduce(input)];
    const known = [...near.nurture, ...near.hardlyKnow].map(({ personId }) => personId);
    const ids = [...known, ...shouldKnow.map(({ personId }) => personId), ...pairs.flatMap((p) => p.personIds)];
    const cards = await deps.people.cards(scope, [...new Set(ids)]);
    const reach = new Map((await rows.selectReach(scope, [who.personId, ...known])).map((row) => [row.person_id, row]));
    return {
      week: isoWeek(input.today),
      isAlone,
      officeDays: reach.get(who.personId)?.office_days ?? [],
      nurture: suggestionsOf(near.nurture, cards, reach),
      hardlyKnow: suggestionsOf(near.hardlyKnow, cards, reach),
      shouldKnow: suggestionsOf(shouldKnow, cards, reach),
      connect: pairsOf(pairs, cards),
    };
  });
}

function suggestionsOf(
  list: readonly rules.Chosen[],
  cards: Cards,
  reach: ReadonlyMap<string, ReachRow>,
): Suggestion[] {
  return list.flatMap(({ personId, ...rest }) => {
    const [person, row] = [cards.get(personId), reach.get(personId)];
    const officeDays = (row?.shows?.includes('officeDays') && row.office_days) || [];
    return person ? [{ person, officeDays, email: row?.email ?? null, ...rest }] : [];
  });
}

function pairsOf(pairs: readonly rules.ChosenPair[], cards: Cards): PairSuggestion[] {
  return pairs.flatMap(({ personIds: [a, b], ...rest }) => {
    const [first, second] = [cards.get(a), cards.get(b)];
    return first && second ? [{ people: [first, second], ...rest }] : [];
  });
}

interface OpenFrom {
  place: string;
  outside: string | null;
  today: string;
}

/** Some who are open to hellos, going round the order of ids; anybody where nobody is outside the unit. */
async function openOf(scope: Scope, from: OpenFrom): Promise<string[]> {
  const first = await rows.selectOpenToHellos(scope, { ...from, most: OPEN_LOOKED_AT });
  const missing = OPEN_LOOKED_AT - first.length;
  const rest = missing > 0 ? await rows.selectOpenToHellos(scope, { ...from, place: FIRST, most: missing }) : [];
  const found = [...new Set([...first, ...rest].map((row) => row.person_id))];
  return found.length === 0 && from.outside !== null ? openOf(scope, { ...from, outside: null }) : found;
}

async function inputOf({ clock, secrets, people, boundaries, introductions }: WeekDeps, scope: Scope) {
  const own = (await rows.selectOwnUnit(scope)) ?? fail('not-found');
  const now = clock.now();
  const today = dayIn(now, own.timezone);
  const moments = await introductions.momentsOf(scope);
  const met = moments.map(({ otherId, happenedOn }) => ({ personId: otherId, day: happenedOn }));
  const ties = await people.tiesOf(scope, TIES_LOOKED_AT);
  const colleagues = (await rows.selectColleagues(scope, SMALL + 1)).map((row) => row.person_id);
  const small = colleagues.length > SMALL ? [] : colleagues;
  const outside = small.length > 0 ? null : own.unit_id;
  const place = placeFrom(`${scope.personId} ${isoWeek(today)}`);
  const open = await openOf(scope, { place, outside, today });
  const known = [...met, ...ties].map(({ personId }) => personId);
  const everybody = [...new Set([scope.personId, ...known, ...open, ...small])];
  const here = await boundaries.reachable(scope, everybody, today);
  const facts = new Map((await rows.selectFacts(scope, everybody)).map((row) => [row.person_id, factsOf(row)]));
  const since = new Date(now.getTime() - GREETED_FOR);
  const said = await introductions.saidOf(scope, since);
  const metOnce = new Set(met.map(({ personId }) => personId));
  const approached = [...(await introductions.approachedBy(scope, since)), ...said.declined].filter(
    (id) => !metOnce.has(id),
  );
  const isLatest = (agreed: { personId: string; introductionId: string }) =>
    moments.find(({ otherId }) => otherId === agreed.personId)?.introductionId === agreed.introductionId;
  const input: WeekInput = {
    today,
    workspace: own.workspace,
    me: facts.get(scope.personId) ?? fail('not-found'),
    met,
    ties,
    open,
    small,
    secret: secrets.derive('rows of the week'),
    facts,
    notNow: new Set([...everybody.filter((id) => !here.has(id)), ...approached, ...said.waiting]),
    declined: new Set(said.declined),
    hoped: new Set(said.hoped),
    mutual: new Set(said.mutual.filter(isLatest).map(({ personId }) => personId)),
  };
  return { input, isAlone: colleagues.length === 0 };
}
