import { createHash } from 'node:crypto';
import type { ChangedField, ImportCounts } from '#contract/imports.ts';
import type { DirectoryReading, EntryProblem } from '#server/ports/directory.ts';
import { type Match, matchEntries } from './matching/matching.rules.ts';
import { type Directory, type Facts, isHere, type Member } from './members/members.rules.ts';
import { createSites, createUnits, type SiteRow, type UnitRow } from './places/places.rules.ts';

export interface Added extends Facts {
  personId: string;
  line: number;
  unit: string;
  site: string;
  languages: string[];
  interests: string[];
}

export interface Changed {
  personId: string;
  line: number;
  name: string;
  before: Partial<Facts>;
  after: Partial<Facts>;
  fields: { field: ChangedField; before: string; after: string }[];
}

export interface Gone {
  personId: string;
  name: string;
  email: string;
  why: 'not-in-file' | 'address-recycled';
  before: Partial<Facts>;
}

/** All that an import will do, and can undo: nothing is decided later. */
export interface Plan {
  units: UnitRow[];
  sites: SiteRow[];
  added: Added[];
  changed: Changed[];
  gone: Gone[];
  faulty: EntryProblem[];
}

export interface PlanOptions {
  /** Whoever is not in the file has left. */
  complete: boolean;
  /** 'YYYY-MM-DD' */
  today: string;
  newId(): string;
}

/** More than a tenth leaving needs the number typed; `lately` left within the last hour already. */
export function needsConfirmation(leaving: number, here: number, lately = 0): boolean {
  return leaving > 0 && (leaving + lately) * 10 > here + lately;
}

/** Tells whether the directory is still the one a plan was made for. */
export function fingerprintOf(directory: Directory): string {
  const people = directory.people.map(({ hasSignedIn: _, ...facts }) => facts);
  return createHash('sha256')
    .update(JSON.stringify({ ...directory, people }))
    .digest('hex');
}

/** What a reading would change in the directory: a pure comparison, and the whole of the decision. */
export function planImport(directory: Directory, reading: DirectoryReading, options: PlanOptions): Plan {
  const units = createUnits(directory.units, options.newId);
  const sites = createSites(directory.sites, options.newId);
  const matched = matchEntries(directory.people, reading, options);
  const faulty = [...reading.problems, ...matched.problems];
  const gone = [...matched.recycled.map((person) => goneOf(person, 'address-recycled'))];
  if (options.complete && matched.matches.length > 0) {
    gone.push(...matched.missing.map((person) => goneOf(person, 'not-in-file')));
  }
  const managers = managersOf(directory.people, matched.matches, new Set(gone.map(({ personId }) => personId)));
  const nameOf = namesOf(directory.people, matched.matches);
  const plan: Plan = { units: units.added, sites: sites.added, added: [], changed: [], gone, faulty };
  for (const match of matched.matches) {
    const { entry, personId, person } = match;
    const after: Partial<Facts> = {
      ...factsOf(match, options.today),
      ...(entry.unitPath && { unitId: units.at(entry.unitPath) }),
      ...(entry.site !== undefined && { siteId: entry.site === null ? null : sites.named(entry.site) }),
      ...managers.of(match, (problem) => faulty.push(problem)),
    };
    if (person) {
      const change = changeOf(person, after, entry.line, { unit: units.pathOf, site: sites.nameOf, person: nameOf });
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

const NOTHING: Omit<Facts, 'email' | 'name'> = {
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

const goneOf = (person: Member, why: Gone['why']): Gone => ({
  personId: person.personId,
  name: person.name,
  email: person.email,
  why,
  before: { status: person.status, leftOn: person.leftOn },
});

/** The facts an entry gives by itself, without places and people. */
function factsOf({ entry, person, keepsAddress }: Match, today: string): Partial<Facts> {
  const facts: Partial<Facts> = { name: entry.name };
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
function managersOf(people: readonly Member[], matches: readonly Match[], gone: ReadonlySet<string>) {
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
  for (const one of known) put(one.externalId && `id ${one.externalId}`, one.personId);
  for (const one of known) put(`address ${one.email}`, one.personId);
  for (const one of known) put(`name ${one.name.toLowerCase()}`, one.personId);
  return {
    of({ entry, personId }: Match, tell: (problem: EntryProblem) => void): Partial<Facts> {
      const { manager, line } = entry;
      if (manager === undefined) return {};
      if (manager === null) return { managerId: null };
      const text = manager.toLowerCase();
      const address = /<([^<>]+)>$/.exec(text)?.[1] ?? text;
      const managerId = found.get(`id ${manager}`) ?? found.get(`address ${address}`) ?? found.get(`name ${text}`);
      if (managerId && managerId !== personId) return { managerId };
      tell({ line, reason: managerId ? 'manager-self' : 'manager-unknown', value: manager, isLeftOut: false });
      return {};
    },
  };
}

function namesOf(people: readonly Member[], matches: readonly Match[]): (personId: string | null) => string {
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
function changeOf(person: Member, after: Partial<Facts>, line: number, show: Showing): Changed | undefined {
  const change: Changed = { personId: person.personId, line, name: person.name, before: {}, after: {}, fields: [] };
  const compare = <Key extends keyof Facts>(
    key: Key,
    field: ChangedField | null,
    text: (value: Facts[Key]) => string,
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
  return {
    people,
    added: plan.added.length,
    changed: plan.changed.length,
    gone: plan.gone.length,
    same: people - plan.added.length - plan.changed.length,
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
  return isPlan(value) ? value : { units: [], sites: [], added: [], changed: [], gone: [], faulty: [] };
}

/** Who, of those who signed in before, may now sign in by another address; the log tells. */
export function addressChanges(plan: Plan, directory: Directory): string[] {
  const signedIn = new Set(directory.people.filter((person) => person.hasSignedIn).map(({ personId }) => personId));
  return plan.changed
    .filter(({ personId, after }) => after.email !== undefined && signedIn.has(personId))
    .map(({ personId }) => personId);
}
