import { createHash } from 'node:crypto';
import type { ChangedField, ImportCounts } from '#contract/imports.ts';
import type { DirectoryFacts, NewRecord, SiteRow, UnitRow } from '#server/features/people/people.ts';
import type { DirectoryReading, EntryProblem } from '#server/ports/directory.ts';
import { type DirectoryPerson, isHere, type KnownDirectory } from '../matching/known-directory.rules.ts';
import { type Answers, type Perhaps, perhapsSame } from '../matching/likeness.rules.ts';
import { type Match, type Matches, matchEntries } from '../matching/matching.rules.ts';
import { keysNamed, keysOf } from '../reading/managers.rules.ts';
import { createSites, createUnits } from './places.rules.ts';

export interface Added extends NewRecord {
  line: number;
  unit: string;
  site: string;
}

export interface Changed {
  personId: string;
  line: number;
  name: string;
  before: Partial<DirectoryFacts>;
  after: Partial<DirectoryFacts>;
  fields: { field: ChangedField; before: string; after: string }[];
}

export interface Gone {
  personId: string;
  name: string;
  email: string;
  why: 'not-in-file' | 'address-recycled' | 'not-active';
  before: Partial<DirectoryFacts>;
}

/** Another address for somebody who has signed in; it waits for them. */
export interface Waiting {
  personId: string;
  line: number;
  name: string;
  before: string;
  after: string;
}

/** All that an import will do, and can undo: nothing is decided later. */
export interface Plan {
  units: UnitRow[];
  sites: SiteRow[];
  added: Added[];
  changed: Changed[];
  gone: Gone[];
  waiting: Waiting[];
  /** People of whom the source says again the address that they have: nothing waits for them any more. */
  recalled: string[];
  perhaps: Perhaps[];
  faulty: EntryProblem[];
}

export interface PlanOptions extends Answers {
  /** 'YYYY-MM-DD' */
  today: string;
  newId(): string;
}

/** More than a tenth leaving needs the number typed; `lately` left within the last hour already. */
export function needsConfirmation(leaving: number, here: number, lately = 0): boolean {
  return leaving > 0 && (leaving + lately) * 10 > here + lately;
}

/** Tells whether the directory is still the one a plan was made for. */
export function fingerprintOf(directory: KnownDirectory): string {
  const people = directory.people.map(({ hasSignedIn: _, waitsFor: _waits, refused: _refused, ...facts }) => facts);
  return createHash('sha256')
    .update(JSON.stringify({ ...directory, people }))
    .digest('hex');
}

/** What a reading would change in the directory: a pure comparison, and the whole of the decision. */
export function planImport(directory: KnownDirectory, reading: DirectoryReading, options: PlanOptions): Plan {
  const units = createUnits(directory.units, options.newId);
  const sites = createSites(directory.sites, options.newId);
  const { matched, perhaps, held } = likened(directory, reading, options, units.pathOf);
  const faulty = [...reading.problems, ...matched.problems];
  const gone = [...matched.recycled.map((person) => goneOf(person, 'address-recycled'))];
  gone.push(...matched.absent.map((person) => goneOf(person, 'not-active')));
  if (options.complete && matched.matches.length > 0) {
    const absent = new Set(matched.absent);
    gone.push(
      ...matched.missing.filter((person) => !absent.has(person)).map((person) => goneOf(person, 'not-in-file')),
    );
  }
  const managerFor = createManagerFinder(
    directory.people,
    matched.matches,
    new Set(gone.map(({ personId }) => personId)),
  );
  const nameOf = namesOf(directory.people, matched.matches);
  const plan: Plan = { ...NO_PLAN, units: units.added, sites: sites.added, added: [], changed: [], gone, faulty };
  plan.perhaps = perhaps;
  plan.waiting = matched.matches.filter(({ personId }) => !held.has(personId)).flatMap(waitingOf);
  plan.recalled = matched.matches.flatMap(({ entry, person }) =>
    person?.waitsFor && entry.email === person.email ? [person.personId] : [],
  );
  for (const match of matched.matches) {
    const { entry, personId, person } = match;
    if (held.has(personId)) continue;
    const after: Partial<DirectoryFacts> = {
      ...factsOf(match, options.today),
      ...(entry.unitPath && { unitId: units.at(entry.unitPath) }),
      ...(entry.site !== undefined && { siteId: entry.site === null ? null : sites.named(entry.site) }),
      ...managerFor(match, (problem) => faulty.push(problem)),
    };
    if (person) {
      const show = { unit: units.pathOf, site: sites.nameOf, person: nameOf };
      const change = changeOf(person, after, entry.line, show) ?? recallOf(match);
      if (change) plan.changed.push(change);
    } else {
      const facts = { ...NOTHING, email: entry.email, name: entry.name, ...after };
      const { languages = [], interests = [], line } = entry;
      const [unit, site] = [units.pathOf(facts.unitId), sites.nameOf(facts.siteId)];
      plan.added.push({ personId, line, unit, site, languages, interests, ...facts });
    }
  }
  faulty.sort((one, other) => one.line - other.line);
  return plan;
}

/** Entries and people; a pair that is perhaps one person is taken for one, and nothing happens to it until somebody says. */
function likened(
  { people }: KnownDirectory,
  reading: DirectoryReading,
  options: PlanOptions,
  pathOf: (unitId: string | null) => string,
): { matched: Matches; perhaps: Perhaps[]; held: ReadonlySet<string> } {
  const matched = matchEntries(people, reading, options);
  // Whose address the file gives to somebody else is not moving to another one for certain.
  const given = new Set(reading.entries.map(({ email }) => email));
  const missing = matched.missing.filter(({ email }) => !given.has(email));
  const perhaps = perhapsSame({ ...matched, missing }, pathOf, options);
  const one = perhaps.filter(({ answer }) => answer !== 'two');
  const held = new Set(perhaps.filter(({ answer }) => answer === null).map(({ personId }) => personId));
  if (one.length === 0) return { matched, perhaps, held };
  const byId = new Map(people.map((person) => [person.personId, person]));
  const told = new Map(
    one.flatMap(({ email, personId }) => {
      const person = byId.get(personId);
      return person ? [[email, person] as const] : [];
    }),
  );
  return { matched: matchEntries(people, reading, { ...options, told }), perhaps, held };
}

const NO_PLAN: Plan = {
  units: [],
  sites: [],
  added: [],
  changed: [],
  gone: [],
  waiting: [],
  recalled: [],
  perhaps: [],
  faulty: [],
};

/** Somebody of whom the source says the address they have: what waited for them ends. */
function recallOf({ entry, person }: Match): Changed | undefined {
  if (!person?.waitsFor || entry.email !== person.email) return undefined;
  const fields = [{ field: 'email' as const, before: person.waitsFor, after: person.email }];
  return { personId: person.personId, line: entry.line, name: person.name, before: {}, after: {}, fields };
}

const waitingOf = ({ entry, person, waitsFor }: Match): Waiting[] =>
  person && waitsFor
    ? [{ personId: person.personId, line: entry.line, name: person.name, before: person.email, after: waitsFor }]
    : [];

const NOTHING: Omit<DirectoryFacts, 'email' | 'name'> = {
  externalId: null,
  title: '',
  unitId: null,
  siteId: null,
  managerId: null,
  level: null,
  joinedOn: null,
  timezone: null,
  groups: [],
  status: 'active',
  awayUntil: null,
  leftOn: null,
};

const goneOf = (person: DirectoryPerson, why: Gone['why']): Gone => ({
  personId: person.personId,
  name: person.name,
  email: person.email,
  why,
  before: { status: person.status, leftOn: person.leftOn },
});

/** The facts an entry gives by itself, without places and people. */
function factsOf({ entry, person, keepsAddress }: Match, today: string): Partial<DirectoryFacts> {
  const facts: Partial<DirectoryFacts> = person?.saysOwnName ? {} : { name: entry.name };
  if (!keepsAddress) facts.email = entry.email;
  if (entry.externalId !== undefined) facts.externalId = entry.externalId;
  if (entry.title !== undefined) facts.title = entry.title;
  if (entry.level !== undefined) facts.level = entry.level;
  if (entry.joinedOn !== undefined) facts.joinedOn = entry.joinedOn;
  if (entry.timezone !== undefined) facts.timezone = entry.timezone;
  if (entry.groups) facts.groups = entry.groups;
  if (entry.awayUntil !== undefined) {
    const isAway = entry.awayUntil !== null && entry.awayUntil >= today;
    facts.awayUntil = isAway ? entry.awayUntil : null;
    facts.status = isAway ? 'away' : 'active';
  } else if (person && !isHere(person)) {
    facts.status = 'active';
  }
  if (person && !isHere(person)) facts.leftOn = null;
  return facts;
}

/** Finds managers by external id, address, or a name that only one person bears. */
function createManagerFinder(people: readonly DirectoryPerson[], matches: readonly Match[], gone: ReadonlySet<string>) {
  const found = new Map<string, string | null>();
  const put = (key: string | null | undefined, personId: string) => {
    if (key) found.set(key, found.has(key) && found.get(key) !== personId ? null : personId);
  };
  const inFile = new Set(matches.map(({ personId }) => personId));
  const rest = people.filter((person) => isHere(person) && !inFile.has(person.personId) && !gone.has(person.personId));
  const known = [
    ...matches.map(({ entry, personId, person }) => ({
      ...entry,
      externalId: entry.externalId ?? person?.externalId,
      personId,
    })),
    ...rest,
  ];
  for (const { externalId, email, name, personId } of known)
    for (const key of keysOf({ externalId, email, name })) put(key, personId);
  // A manager is named as often as they have people.
  const meant = new Map<string, string | null>();
  const named = (manager: string): string | null => {
    const id =
      meant.get(manager) ??
      keysNamed(manager)
        .map((key) => found.get(key))
        .find((each) => each) ??
      null;
    meant.set(manager, id);
    return id;
  };
  return ({ entry, personId }: Match, tell: (problem: EntryProblem) => void): Partial<DirectoryFacts> => {
    const { manager, line } = entry;
    if (manager === undefined) return {};
    if (manager === null) return { managerId: null };
    const managerId = named(manager);
    if (managerId && managerId !== personId) return { managerId };
    tell({ line, reason: managerId ? 'manager-self' : 'manager-unknown', value: manager, isLeftOut: false });
    return {};
  };
}

function namesOf(people: readonly DirectoryPerson[], matches: readonly Match[]): (personId: string | null) => string {
  const names = new Map(people.map((person) => [person.personId, person.name]));
  for (const { personId, entry } of matches) names.set(personId, entry.name);
  return (personId) => (personId === null ? '' : (names.get(personId) ?? ''));
}

interface Showing {
  unit(id: string | null): string;
  site(id: string | null): string;
  person(id: string | null): string;
}

/** Where each fact differs, with both values as people read them. */
function changeOf(
  person: DirectoryPerson,
  after: Partial<DirectoryFacts>,
  line: number,
  show: Showing,
): Changed | undefined {
  const change: Changed = { personId: person.personId, line, name: person.name, before: {}, after: {}, fields: [] };
  const compare = <Key extends keyof DirectoryFacts>(
    key: Key,
    field: ChangedField | null,
    text: (value: DirectoryFacts[Key]) => string,
  ) => {
    const value = after[key];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(person[key])) return;
    change.before[key] = person[key];
    change.after[key] = value;
    if (field) change.fields.push({ field, before: text(person[key]), after: text(value) });
  };
  const plain = (value: string | null) => value ?? '';
  compare('name', 'name', plain);
  compare('email', 'email', plain);
  compare('externalId', 'externalId', plain);
  compare('title', 'title', plain);
  compare('unitId', 'unit', show.unit);
  compare('siteId', 'site', show.site);
  compare('managerId', 'manager', show.person);
  compare('level', 'level', plain);
  compare('joinedOn', 'joined', plain);
  compare('timezone', 'timezone', plain);
  compare('groups', 'groups', (groups) => groups.join(', '));
  compare('status', 'status', plain);
  compare('awayUntil', 'awayUntil', plain);
  compare('leftOn', null, plain);
  return Object.keys(change.after).length > 0 ? change : undefined;
}

/** The plan in numbers. */
export function countsOf(plan: Plan, reading: Pick<DirectoryReading, 'entries'>): ImportCounts {
  const leftOut = plan.faulty.filter((problem) => problem.isLeftOut).length;
  // Some lines are left out only once they are compared with the directory.
  const late = plan.faulty.filter(({ reason, isLeftOut }) => isLeftOut && reason === 'address-taken').length;
  const people = reading.entries.length - late;
  const changed = new Set(plan.changed.map(({ personId }) => personId));
  const perhaps = plan.perhaps.filter(({ answer }) => answer === null).length;
  const onlyWaiting = plan.waiting.filter(({ personId }) => !changed.has(personId)).length;
  return {
    people,
    added: plan.added.length,
    changed: plan.changed.length,
    gone: plan.gone.length,
    waiting: plan.waiting.length,
    perhaps,
    same: people - plan.added.length - plan.changed.length - onlyWaiting - perhaps,
    faulty: leftOut,
    doubtful: plan.faulty.length - leftOut,
    units: plan.units.length,
    sites: plan.sites.length,
  };
}

const isPlan = (value: unknown): value is Plan =>
  typeof value === 'object' && value !== null && 'added' in value && 'gone' in value;

/** A plan as it was kept; written by this feature alone, so its shape is known. */
export function planOf(value: unknown): Plan {
  return isPlan(value) ? { ...NO_PLAN, ...value } : NO_PLAN;
}

/** Who signs in by another address at once: they never signed in. */
export const movedAtOnce = (plan: Plan): string[] =>
  plan.changed.filter(({ after }) => after.email !== undefined).map(({ personId }) => personId);
