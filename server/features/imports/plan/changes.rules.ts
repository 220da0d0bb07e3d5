import type { UndoCounts } from '#contract/imports.ts';
import {
  type DirectoryFacts,
  type RecordPatch,
  type SiteRow,
  searchTextOf,
  type UnitRow,
} from '#server/features/people/people.ts';
import { type DirectoryPerson, isHere, type KnownDirectory } from '../matching/known-directory.rules.ts';
import type { Added, Plan } from './plan.rules.ts';

/** What is written to the directory in one transaction, whichever way it goes. */
export interface Changes {
  units: UnitRow[];
  sites: SiteRow[];
  added: Added[];
  changed: { personId: string; after: Partial<DirectoryFacts> }[];
  /** Their sign-in ends; they may still take what is theirs. */
  leaving: string[];
  removed: string[];
  /** Whoever signed in as them came by an address that is taken back: sessions, passkeys and tokens end, and no address signs in. */
  closed: string[];
  /** Addresses that they had before: whose they are two people say. */
  waiting: { personId: string; email: string }[];
  /** Places that go again, if nobody has moved in. */
  closedUnits: string[];
  closedSites: string[];
}

/** What is written of people who are here, in parts: no part is in the way of one before it. */
export interface Patches {
  /** Whoever leaves frees their keys with that. */
  leaving: RecordPatch[];
  staying: RecordPatch[];
  /** Of those who stay, who gets another address or id. */
  readdressed: string[];
  renumbered: string[];
  /** Whose sign-in follows their address or their return. */
  renewed: string[];
}

/** Changes of people as patches; a new name or title is found by search, too. */
export function patchesOf({ changed, closed }: Changes, directory: KnownDirectory): Patches {
  const people = new Map(directory.people.map((person) => [person.personId, person]));
  const patches = changed.map(({ personId, after }): RecordPatch => {
    if (after.name === undefined && after.title === undefined) return { personId, after };
    const { name = '', title = '' } = { ...people.get(personId), ...after };
    return { personId, after: { ...after, searchText: searchTextOf(name, title) } };
  });
  const staying = patches.filter(({ after }) => after.status !== 'leaving');
  const idsOf = (some: readonly RecordPatch[]) => some.map(({ personId }) => personId);
  const isClosed = new Set(closed);
  return {
    leaving: patches.filter(({ after }) => after.status === 'leaving'),
    staying,
    readdressed: idsOf(staying.filter(({ after }) => 'email' in after)),
    renumbered: idsOf(staying.filter(({ after }) => 'externalId' in after)),
    renewed: idsOf(
      staying.filter(
        ({ personId, after }) => (after.email !== undefined || after.status !== undefined) && !isClosed.has(personId),
      ),
    ),
  };
}

/** What carries a plan out. */
export function changesOf(plan: Plan, today: string): Changes {
  const { units, sites, added } = plan;
  const leaving = plan.gone.map(({ personId }) => personId);
  const changed: Changes['changed'] = [
    ...plan.changed.map(({ personId, after }) => ({ personId, after })),
    ...leaving.map((personId) => ({ personId, after: { status: 'leaving' as const, leftOn: today } })),
  ];
  return {
    units,
    sites,
    added,
    changed,
    leaving,
    removed: [],
    closed: [],
    waiting: [],
    closedUnits: [],
    closedSites: [],
  };
}

/**
 * What takes a plan back: each value as it was, unless somebody has changed it since. New people are removed;
 * those who signed in meanwhile have things of their own here, so they leave instead and can take them along.
 */
export function undoOf(plan: Plan, now: KnownDirectory, today: string): { changes: Changes; counts: UndoCounts } {
  const people = new Map(now.people.map((person) => [person.personId, person]));
  const added = plan.added.flatMap(({ personId }) => people.get(personId) ?? []);
  const removed = added.filter((person) => !person.hasSignedIn).map(({ personId }) => personId);
  const leaving = added.filter((person) => person.hasSignedIn && isHere(person)).map(({ personId }) => personId);
  const going = new Set([...removed, ...leaving]);

  // Which address is the right one no undo can tell once somebody came by the new one.
  const entered = plan.changed.flatMap(({ personId, before, after }) => {
    const person = people.get(personId);
    const came = after.email !== undefined && person?.hasSignedIn && person.email === after.email && !person.holdsRole;
    return came && before.email !== undefined ? [{ personId, email: before.email }] : [];
  });
  const restored = [
    ...plan.changed.flatMap(({ personId, before, after }) => {
      const person = people.get(personId);
      const { email: _, ...rest } = before;
      return patchOf(person, person?.hasSignedIn ? rest : before, after);
    }),
    ...plan.gone.flatMap(({ personId, before }) => patchOf(people.get(personId), before, { status: 'leaving' })),
  ];
  const free = withoutClashes(restored, now.people, going);
  const changes: Changes = {
    units: [],
    sites: [],
    added: [],
    changed: [
      ...free,
      ...leaving.map((personId) => ({ personId, after: { status: 'leaving' as const, leftOn: today } })),
    ],
    leaving: [...leaving, ...free.filter(({ after }) => after.status === 'leaving').map(({ personId }) => personId)],
    removed,
    closed: entered.map(({ personId }) => personId),
    waiting: entered,
    // The smallest first, so that a unit is empty when its turn comes.
    closedUnits: plan.units.map(({ unitId }) => unitId).reverse(),
    closedSites: plan.sites.map(({ siteId }) => siteId),
  };
  const back = new Set(plan.gone.map(({ personId }) => personId));
  const returned = free.filter(({ personId }) => back.has(personId)).length;
  return {
    changes,
    counts: { removed: removed.length, leaving: leaving.length, restored: free.length - returned, returned },
  };
}

/** The values to put back: those that still stand as the import left them. */
function patchOf(
  person: DirectoryPerson | undefined,
  before: Partial<DirectoryFacts>,
  after: Partial<DirectoryFacts>,
): { personId: string; after: Partial<DirectoryFacts> }[] {
  if (!person) return [];
  // Whoever left by themselves meanwhile stays gone.
  if (!isHere(person) && after.status !== 'leaving') return [];
  if (after.status === 'leaving' && isHere(person)) return [];
  const still = Object.entries(before).filter(
    ([key]) => !(key in after) || same(factOf(person, key), factOf(after, key)),
  );
  return still.length > 0 ? [{ personId: person.personId, after: Object.fromEntries(still) }] : [];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const factOf = (facts: object, key: string): unknown => Object.entries(facts).find(([name]) => name === key)?.[1];

/** Leaves out whoever's address or id meanwhile belongs to somebody else; one left out may be in the next one's way. */
function withoutClashes(
  patches: Changes['changed'],
  people: readonly DirectoryPerson[],
  going: ReadonlySet<string>,
): Changes['changed'] {
  const byId = new Map(people.map((person) => [person.personId, person]));
  let kept = patches;
  for (;;) {
    const claims = claimsOf(kept, people, going);
    const fit = kept.filter(({ personId, after }) => {
      const { email, externalId } = { ...byId.get(personId), ...after };
      return [`address ${email}`, `id ${externalId}`].every((key) => (claims.get(key) ?? personId) === personId);
    });
    if (fit.length === kept.length) return kept;
    kept = fit;
  }
}

/** Who would have each address and id; '' where several would. */
function claimsOf(
  patches: Changes['changed'],
  people: readonly DirectoryPerson[],
  going: ReadonlySet<string>,
): Map<string, string> {
  const patchBy = new Map(patches.map((patch) => [patch.personId, patch.after]));
  const claims = new Map<string, string>();
  for (const person of people) {
    const facts = { ...person, ...patchBy.get(person.personId) };
    if (!isHere(facts) || going.has(person.personId)) continue;
    for (const key of [`address ${facts.email}`, ...(facts.externalId ? [`id ${facts.externalId}`] : [])]) {
      claims.set(key, claims.has(key) ? '' : person.personId);
    }
  }
  return claims;
}
