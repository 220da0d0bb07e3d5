import { emailOf } from '#contract/email.ts';
import { foldedText } from '#server/features/people/people.ts';
import type { DirectoryEntry, DirectoryReading, EntryProblem } from '#server/ports/directory.ts';
import { type DirectoryPerson, isHere } from './known-directory.rules.ts';

/** An entry and the person it speaks of; without a person it is somebody new. */
export interface Match {
  entry: DirectoryEntry;
  personId: string;
  person: DirectoryPerson | undefined;
  keepsAddress: boolean;
  /** The address that waits until the person confirms it. */
  waitsFor?: string;
}

export interface Matches {
  matches: Match[];
  /** Their address belongs to somebody else now. */
  recycled: DirectoryPerson[];
  /** Of an import, and in the reading no more. */
  missing: DirectoryPerson[];
  /** Of an import, and listed as no longer here. */
  absent: DirectoryPerson[];
  problems: EntryProblem[];
}

interface Known {
  byId: Map<string, DirectoryPerson>;
  byAddress: Map<string, DirectoryPerson>;
  /** By external id without case; null where two differ by case alone. */
  byFoldedId: Map<string, DirectoryPerson | null>;
  leftById: Map<string, DirectoryPerson>;
  leftByAddress: Map<string, DirectoryPerson>;
}

const foldedId = (externalId: string): string => externalId.normalize('NFC').toLowerCase();

/** Whoever is here with an id, whatever its case. */
const withId = (externalId: string, known: Known): DirectoryPerson | undefined =>
  known.byId.get(externalId) ?? known.byFoldedId.get(foldedId(externalId)) ?? undefined;

function knownOf(people: readonly DirectoryPerson[]): Known {
  const known: Known = {
    byId: new Map(),
    byAddress: new Map(),
    byFoldedId: new Map(),
    leftById: new Map(),
    leftByAddress: new Map(),
  };
  for (const person of people) {
    const [ids, addresses] = isHere(person) ? [known.byId, known.byAddress] : [known.leftById, known.leftByAddress];
    if (person.externalId) ids.set(person.externalId, person);
    if (person.externalId && isHere(person)) {
      const folded = foldedId(person.externalId);
      known.byFoldedId.set(folded, known.byFoldedId.has(folded) ? null : person);
    }
    // Kept before there was one rule for addresses, it may be spelt otherwise.
    addresses.set(emailOf(person.email) ?? person.email, person);
  }
  return known;
}

/**
 * Who is meant by an entry: the external id decides where both sides have one, else the address.
 * Whoever left comes back by the id, or by the address with the same name; an address alone may be recycled.
 */
function personOf(
  entry: DirectoryEntry,
  known: Known,
  told?: ReadonlyMap<string, DirectoryPerson>,
): DirectoryPerson | undefined {
  const { externalId, email } = entry;
  const meant = told?.get(email);
  if (meant) return meant;
  const agrees = (person: DirectoryPerson) => externalId === undefined || person.externalId === null;
  const byId = externalId === undefined ? undefined : withId(externalId, known);
  if (byId) return byId;
  const here = known.byAddress.get(email);
  if (here && agrees(here)) return here;
  const leftById = externalId === undefined ? undefined : known.leftById.get(externalId);
  // Whoever could come back only by another's address is somebody else.
  const isLocked = leftById?.hasSignedIn && leftById.email !== email && known.byAddress.has(leftById.email);
  if (isLocked) return undefined;
  if (leftById || here) return leftById;
  const left = known.leftByAddress.get(email);
  return left && left.externalId === null && foldedText(left.name) === foldedText(entry.name) ? left : undefined;
}

/** Brings entries and people together; `told` names the person of an address where somebody said it. Nobody is met twice; an address passes on only from people of an import. */
export function matchEntries(
  people: readonly DirectoryPerson[],
  reading: DirectoryReading,
  { newId, told }: { newId(): string; told?: ReadonlyMap<string, DirectoryPerson> },
): Matches {
  const known = knownOf(people);
  const matchOf = new Map<string, Match>();
  const byEntry = new Map<DirectoryEntry, Match>();
  // Ids first, so that an address in another line cannot claim the same person.
  const ids = reading.entries.filter((entry) => entry.externalId !== undefined);
  for (const entry of [...ids, ...reading.entries.filter((one) => one.externalId === undefined)]) {
    const found = personOf(entry, known, told);
    const person = found && matchOf.has(found.personId) ? undefined : found;
    const match = { entry, personId: person?.personId ?? newId(), person, keepsAddress: false };
    byEntry.set(entry, match);
    if (person) matchOf.set(person.personId, match);
  }
  const paired = reading.entries.flatMap((entry) => byEntry.get(entry) ?? []);
  const denied = deniedAddresses(paired, known, {
    matchOf,
    leftOut: new Set(reading.leftOut.map((line) => line.externalId)),
  });
  const kept = new Set([...denied].flatMap(({ person }) => (keepsAddress(person) ? [person.email] : [])));
  const waiting = new Set([...denied].filter((match) => mayWait(match, known, { matchOf, kept })));
  const matches = paired.flatMap((match) => {
    if (!denied.has(match)) return [match];
    if (waiting.has(match)) return [{ ...match, keepsAddress: true, waitsFor: match.entry.email }];
    return keepsAddress(match.person) ? [{ ...match, keepsAddress: true }] : [];
  });
  const problems = [...denied]
    .filter((match) => !waiting.has(match))
    .map(({ entry, person }): EntryProblem => {
      const isLeftOut = !keepsAddress(person);
      const isRefused = person?.refused.includes(entry.email) ?? false;
      const reason = isLeftOut ? 'address-taken' : isRefused ? 'address-refused' : 'address-kept';
      return { line: entry.line, reason, value: entry.email, isLeftOut };
    });
  const recycled = paired.flatMap((match) => {
    const holder = denied.has(match) ? undefined : known.byAddress.get(match.entry.email);
    return holder && !matchOf.has(holder.personId) ? [holder] : [];
  });
  const passedOn = new Set(recycled);
  const absent = absentOf(known, reading).filter((person) => !matchOf.has(person.personId) && !passedOn.has(person));
  return { matches, recycled, missing: missingOf(people, matchOf, recycled, reading), absent, problems };
}

/** People of an import whom the reading lists as no longer here, by id where both sides have one, else by address. */
function absentOf(known: Known, reading: DirectoryReading): DirectoryPerson[] {
  const leftOut = new Set(reading.leftOut.map(({ externalId }) => externalId));
  const found = reading.absent.flatMap(({ externalId, email }) => {
    const here = known.byAddress.get(email);
    const agrees = here && (externalId === '' || here.externalId === null || here.externalId === externalId);
    return withId(externalId, known) ?? (agrees ? here : undefined) ?? [];
  });
  return [...new Set(found)].filter((person) => mayGo(person, leftOut));
}

/** Whoever is here, or has signed in, has an address that nobody else gets by a file. */
const keepsAddress = (person: DirectoryPerson | undefined): person is DirectoryPerson =>
  person !== undefined && (isHere(person) || person.hasSignedIn);

/** Whether an address may wait for somebody who signed in: nobody stays who has it, and they did not refuse it. */
function mayWait(
  { entry, person }: Match,
  known: Known,
  { matchOf, kept }: { matchOf: ReadonlyMap<string, Match>; kept: ReadonlySet<string> },
): boolean {
  if (!person?.hasSignedIn || person.holdsRole || person.refused.includes(entry.email)) return false;
  if (kept.has(entry.email)) return false;
  const holder = known.byAddress.get(entry.email);
  const moves = holder && matchOf.get(holder.personId);
  return !holder || (moves !== undefined && moves.entry.email !== entry.email);
}

/** What decides whether an address is free beside the people themselves. */
interface Around {
  /** By person. */
  matchOf: ReadonlyMap<string, Match>;
  /** External ids of lines left out. */
  leftOut: ReadonlySet<string>;
}

/**
 * Who cannot have the address the file gives them, since somebody keeps it: a holder of a role,
 * somebody an import may not remove, somebody who has signed in, or, in turn, somebody who was denied another address.
 */
function deniedAddresses(matches: readonly Match[], known: Known, around: Around): Set<Match> {
  const wanted = new Map(matches.map((match) => [match.entry.email, match]));
  const denied = new Set<Match>();
  /** Denies one, and gives the one who wanted the address that is therefore kept. */
  const deny = (match: Match): Match | undefined => {
    denied.add(match);
    const kept = keepsAddress(match.person) ? match.person.email : undefined;
    const next = kept === undefined ? undefined : wanted.get(kept);
    return next && !denied.has(next) ? next : undefined;
  };
  for (const match of matches) {
    const { entry, person } = match;
    if (denied.has(match) || (person && isHere(person) && person.email === entry.email)) continue;
    const holder = known.byAddress.get(entry.email);
    const isStuck = holder !== undefined && !around.matchOf.has(holder.personId) && !mayGo(holder, around.leftOut);
    const isGuarded = person?.holdsRole || (person?.hasSignedIn && person.email !== entry.email);
    if (!isStuck && !isGuarded) continue;
    let next = deny(match);
    while (next) next = deny(next);
  }
  return denied;
}

const mayGo = (person: DirectoryPerson, leftOut: ReadonlySet<string>): boolean =>
  person.isImported && !person.holdsRole && !(person.externalId && leftOut.has(person.externalId));

function missingOf(
  people: readonly DirectoryPerson[],
  matchOf: ReadonlyMap<string, unknown>,
  recycled: readonly DirectoryPerson[],
  { leftOut }: DirectoryReading,
): DirectoryPerson[] {
  const ids = new Set(leftOut.map(({ externalId }) => externalId));
  const addresses = new Set(leftOut.map(({ email }) => email));
  const passedOn = new Set(recycled.map(({ personId }) => personId));
  return people.filter(
    (person) =>
      isHere(person) &&
      !matchOf.has(person.personId) &&
      !passedOn.has(person.personId) &&
      mayGo(person, ids) &&
      !addresses.has(person.email),
  );
}
