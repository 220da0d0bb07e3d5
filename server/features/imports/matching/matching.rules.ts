import { foldedText } from '#server/features/people/people.ts';
import type { DirectoryEntry, DirectoryReading, EntryProblem } from '#server/ports/directory.ts';
import { isHere, type Member } from '../members/members.rules.ts';

/** An entry and the person it speaks of; without a person it is somebody new. */
export interface Match {
  entry: DirectoryEntry;
  personId: string;
  person: Member | undefined;
  keepsAddress: boolean;
}

export interface Matches {
  matches: Match[];
  /** Their address belongs to somebody else now. */
  recycled: Member[];
  /** Of an import, and in the reading no more. */
  missing: Member[];
  problems: EntryProblem[];
}

interface Known {
  byId: Map<string, Member>;
  byAddress: Map<string, Member>;
  leftById: Map<string, Member>;
  leftByAddress: Map<string, Member>;
}

function knownOf(people: readonly Member[]): Known {
  const known: Known = { byId: new Map(), byAddress: new Map(), leftById: new Map(), leftByAddress: new Map() };
  for (const person of people) {
    const [ids, addresses] = isHere(person) ? [known.byId, known.byAddress] : [known.leftById, known.leftByAddress];
    if (person.externalId) ids.set(person.externalId, person);
    addresses.set(person.email, person);
  }
  return known;
}

/**
 * Who is meant by an entry: the external id decides where both sides have one, else the address.
 * Whoever left comes back by the id, or by the address with the same name; an address alone may be recycled.
 */
function personOf(entry: DirectoryEntry, known: Known): Member | undefined {
  const { externalId, email } = entry;
  const agrees = (person: Member) => externalId === undefined || person.externalId === null;
  const byId = externalId === undefined ? undefined : known.byId.get(externalId);
  if (byId) return byId;
  const here = known.byAddress.get(email);
  if (here && agrees(here)) return here;
  const leftById = externalId === undefined ? undefined : known.leftById.get(externalId);
  if (leftById || here) return leftById;
  const left = known.leftByAddress.get(email);
  return left && left.externalId === null && foldedText(left.name) === foldedText(entry.name) ? left : undefined;
}

/** Brings entries and people together. Nobody is met twice; an address passes on only from people of an import. */
export function matchEntries(
  people: readonly Member[],
  reading: DirectoryReading,
  { newId }: { newId(): string },
): Matches {
  const known = knownOf(people);
  const spoken = new Map<string, Match>();
  const byEntry = new Map<DirectoryEntry, Match>();
  // Ids first, so that an address in another line cannot claim the same person.
  const ids = reading.entries.filter((entry) => entry.externalId !== undefined);
  for (const entry of [...ids, ...reading.entries.filter((one) => one.externalId === undefined)]) {
    const found = personOf(entry, known);
    const person = found && spoken.has(found.personId) ? undefined : found;
    const match = { entry, personId: person?.personId ?? newId(), person, keepsAddress: false };
    byEntry.set(entry, match);
    if (person) spoken.set(person.personId, match);
  }
  const all = reading.entries.flatMap((entry) => byEntry.get(entry) ?? []);
  const denied = deniedAddresses(all, known, {
    spoken,
    leftOut: new Set(reading.leftOut.map((line) => line.externalId)),
  });
  const matches = all.flatMap((match) => {
    if (!denied.has(match)) return [match];
    return match.person && isHere(match.person) ? [{ ...match, keepsAddress: true }] : [];
  });
  const problems = [...denied].map(({ entry, person }): EntryProblem => {
    const isLeftOut = !person || !isHere(person);
    const reason = isLeftOut ? 'address-taken' : 'address-kept';
    return { line: entry.line, reason, value: entry.email, isLeftOut };
  });
  const recycled = all.flatMap((match) => {
    const holder = denied.has(match) ? undefined : known.byAddress.get(match.entry.email);
    return holder && !spoken.has(holder.personId) ? [holder] : [];
  });
  return { matches, recycled, missing: missingOf(people, spoken, recycled, reading), problems };
}

interface Around {
  spoken: ReadonlyMap<string, Match>;
  /** External ids of lines left out. */
  leftOut: ReadonlySet<string>;
}

/**
 * Who cannot have the address the file gives them, since somebody keeps it: a holder of a role,
 * somebody an import may not remove, or, in turn, somebody who was denied another address.
 */
function deniedAddresses(all: readonly Match[], known: Known, around: Around): Set<Match> {
  const wanted = new Map(all.map((match) => [match.entry.email, match]));
  const denied = new Set<Match>();
  /** Denies one, and gives the one who wanted the address that is therefore kept. */
  const deny = (match: Match): Match | undefined => {
    denied.add(match);
    const kept = match.person && isHere(match.person) ? match.person.email : undefined;
    const next = kept === undefined ? undefined : wanted.get(kept);
    return next && !denied.has(next) ? next : undefined;
  };
  for (const match of all) {
    const { entry, person } = match;
    if (denied.has(match) || (person && isHere(person) && person.email === entry.email)) continue;
    const holder = known.byAddress.get(entry.email);
    const isStuck = holder !== undefined && !around.spoken.has(holder.personId) && !mayGo(holder, around.leftOut);
    if (!isStuck && !person?.holdsRole) continue;
    let next = deny(match);
    while (next) next = deny(next);
  }
  return denied;
}

const mayGo = (person: Member, leftOut: ReadonlySet<string>): boolean =>
  person.isImported && !person.holdsRole && !(person.externalId && leftOut.has(person.externalId));

function missingOf(
  people: readonly Member[],
  spoken: ReadonlyMap<string, unknown>,
  recycled: readonly Member[],
  { leftOut }: DirectoryReading,
): Member[] {
  const ids = new Set(leftOut.map(({ externalId }) => externalId));
  const addresses = new Set(leftOut.map(({ email }) => email));
  const passedOn = new Set(recycled.map(({ personId }) => personId));
  return people.filter(
    (person) =>
      isHere(person) &&
      !spoken.has(person.personId) &&
      !passedOn.has(person.personId) &&
      mayGo(person, ids) &&
      !addresses.has(person.email),
  );
}
