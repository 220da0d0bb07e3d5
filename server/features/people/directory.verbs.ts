import type { PersonCard } from '#contract/common.ts';
import type { PersonPage, PersonRow, Tie, Unit } from '#contract/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { cardOf, findCards, findRows } from './cards.verbs.ts';
import type { PeopleDeps } from './people.deps.ts';
import * as rows from './people.queries.ts';
import * as rules from './people.rules.ts';
import { profileOf } from './profile.rules.ts';

// As many colleagues as fit on a page without becoming a list.
const TIES_SHOWN = 8;
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface SearchInput {
  q?: string | undefined;
  unitId?: string | undefined;
  siteId?: string | undefined;
  language?: string | undefined;
  interest?: string | undefined;
  level?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface SearchPage {
  people: PersonRow[];
  total: number;
  more: boolean;
  nextCursor: string | null;
}

function filtersOf(input: SearchInput): rows.Filters {
  const { unitId, siteId, language, interest, level } = input;
  return {
    ...(unitId && { unit: unitId }),
    ...(siteId && { site: siteId }),
    ...(language && { language: rules.languageCodeOf(language) }),
    ...(interest && { interest }),
    ...(level && { level }),
  };
}

export function searchPeople(deps: PeopleDeps, who: Who, input: SearchInput): Promise<SearchPage> {
  return deps.db.asPerson(who, async (scope) => {
    const [filters, wanted] = [filtersOf(input), rules.foldedText(input.q ?? '')];
    const cursor = input.cursor === undefined ? undefined : (rules.readCursor(input.cursor) ?? fail('bad-request'));
    const skip = cursor && 'skip' in cursor ? cursor.skip : 0;
    const from = cursor && 'after' in cursor ? cursor : { after: '', id: NOBODY };
    const most = input.limit + 1;
    const isNonsense = Boolean(input.q?.trim()) && !wanted;
    const hits = isNonsense
      ? []
      : wanted
        ? await rows.ranked(scope, wanted, filters, { skip, most })
        : await rows.browse(scope, filters, { ...from, most });
    const page = hits.slice(0, input.limit);
    const [found, last] = [Number(hits[0]?.found ?? 0), page.at(-1)];
    const next = wanted
      ? { skip: skip + page.length }
      : { after: last?.search_text ?? '', id: last?.person_id ?? NOBODY };
    return {
      people: await findRows(
        deps,
        scope,
        page.map((hit) => hit.person_id),
      ),
      total: Math.min(found, 1000),
      more: found > 1000,
      nextCursor: hits.length > page.length && !(wanted && skip + page.length >= 1000) ? rules.writeCursor(next) : null,
    };
  });
}

export function getPerson(deps: PeopleDeps, who: Who, personId: string): Promise<PersonPage> {
  return deps.db.asPerson(who, async (scope) => {
    const person = await rows.selectPerson(scope, personId);
    if (!person || person.status === 'leaving') return fail('not-found');
    const profile = await rows.selectProfile(scope, personId);
    const [manager, path, colleagues] = [
      person.manager_id ? (await findCards(deps, scope, [person.manager_id])).get(person.manager_id) : undefined,
      person.unit_id ? await rows.selectUnitPath(scope, person.unit_id) : [],
      await worksWith(deps, scope, personId),
    ];
    return {
      ...cardOf(deps, person),
      level: person.level,
      siteTimezone: person.site_timezone,
      joinedOn: person.joined_on,
      alumni: person.status === 'alumni',
      unitPath: path,
      manager: manager ?? null,
      worksWith: colleagues,
      shown: rules.shownOf(profileOf(profile), profile?.shows ?? []),
    };
  });
}

/** Whom a person works with, closest first: reporting line, groups of the directory, the smallest unit. */
async function worksWith(
  deps: PeopleDeps,
  scope: Scope,
  personId: string,
): Promise<{ person: PersonCard; tie: Tie; group: string | null }[]> {
  const ties = await rows.selectTies(scope, personId, TIES_SHOWN);
  const ids = ties.map((each) => each.person_id);
  const byId = await findCards(deps, scope, ids);
  return ties.flatMap((each) => {
    const person = byId.get(each.person_id);
    return person ? [{ person, tie: each.tie, group: each.shared_group }] : [];
  });
}

export function listUnits({ db }: PeopleDeps, who: Who): Promise<{ units: Unit[]; myUnitId: string | null }> {
  return db.asPerson(who, async (scope) => {
    const units = rules.withTotals(await rows.selectUnits(scope), await rows.selectUnitCounts(scope));
    const me = await rows.selectPerson(scope, scope.personId);
    return { units, myUnitId: me?.unit_id ?? null };
  });
}

export interface FilterChoices {
  sites: { id: string; name: string }[];
  levels: string[];
}

export function listFilters({ db }: PeopleDeps, who: Who): Promise<FilterChoices> {
  return db.asPerson(who, async (scope) => ({
    sites: await rows.selectSites(scope),
    levels: await rows.selectLevels(scope),
  }));
}
