import type { Likeness } from '#contract/imports.ts';
import { foldedText } from '#server/features/people/people.ts';
import type { DirectoryEntry } from '#server/ports/directory.ts';
import { type DirectoryPerson, isHere } from './known-directory.rules.ts';
import type { Matches } from './matching.rules.ts';

/** Somebody new in the file who is perhaps somebody whom it names no more, with another address. */
export interface Perhaps {
  key: string;
  personId: string;
  line: number;
  name: string;
  email: string;
  before: { name: string; email: string };
  shares: Likeness[];
  /** Null until a steward said it; then nothing happens to the two. */
  answer: 'same' | 'two' | null;
}

/** What a steward said of pairs, by their keys. */
export interface Answers {
  /** In a complete file whoever is not named leaves; in another one they most likely stay, and only a name tells. */
  complete: boolean;
  same?: readonly string[] | undefined;
  apart?: readonly string[] | undefined;
}

const MOST = 200;
/** A name and a place, or a name and a start date, are enough to ask; a place alone never is. */
const ENOUGH = 2.5;
const WORTH: Record<Likeness, number> = {
  name: 2.5,
  'one-name': 1.5,
  'address-name': 2,
  unit: 1,
  joined: 1.5,
  title: 0.5,
};

const localOf = (email: string): string => email.split('@')[0] ?? '';
const wordsOf = (name: string): string[] =>
  foldedText(name)
    .split(' ')
    .filter((word) => word.length > 1);

interface Sides {
  entry: DirectoryEntry;
  person: DirectoryPerson;
  /** The person's unit as the file would write it. */
  path: string;
}

function sharesOf({ entry, person, path }: Sides): Likeness[] {
  const words = new Set(wordsOf(person.name));
  const isOne = wordsOf(entry.name).some((word) => words.has(word));
  const isName = foldedText(entry.name) === foldedText(person.name);
  return [
    ...(isName ? (['name'] as const) : isOne ? (['one-name'] as const) : []),
    ...(localOf(entry.email) === localOf(person.email) ? (['address-name'] as const) : []),
    ...(path !== '' && entry.unitPath && foldedText(entry.unitPath.join(' ')) === path ? (['unit'] as const) : []),
    ...(entry.joinedOn && entry.joinedOn === person.joinedOn ? (['joined'] as const) : []),
    ...(entry.title && foldedText(entry.title) === foldedText(person.title) ? (['title'] as const) : []),
  ];
}

const isNamed = (shares: readonly Likeness[], isComplete: boolean): boolean =>
  shares.includes('name') ||
  (shares.includes('one-name') && (isComplete || shares.includes('address-name'))) ||
  (isComplete && shares.includes('address-name'));

/** Pairs worth asking about, each person and each line once, the most alike first. Ids on both sides decide for themselves. */
export function perhapsSame(
  matched: Pick<Matches, 'matches' | 'missing'>,
  pathOf: (unitId: string | null) => string,
  answers: Answers,
): Perhaps[] {
  const fresh = matched.matches.filter(({ person }) => person === undefined);
  const around = keysOfMissing(matched.missing, pathOf);
  const found = fresh.flatMap(({ entry }) => {
    const near = new Set(
      keysOf(entry.name, entry.email, foldedText((entry.unitPath ?? []).join(' ')), entry.joinedOn).flatMap(
        (key) => around.get(key) ?? [],
      ),
    );
    return [...near]
      .filter((person) => !(entry.externalId && person.externalId))
      .map((person) => ({
        entry,
        person,
        shares: sharesOf({ entry, person, path: foldedText(pathOf(person.unitId)) }),
      }));
  });
  const worth = (shares: readonly Likeness[]) => shares.reduce((sum, share) => sum + WORTH[share], 0);
  const ranked = found
    .filter(({ shares }) => worth(shares) >= ENOUGH && isNamed(shares, answers.complete))
    .sort((one, other) => worth(other.shares) - worth(one.shares) || one.entry.line - other.entry.line);
  const [lines, people] = [new Set<DirectoryEntry>(), new Set<string>()];
  const [same, apart] = [new Set(answers.same), new Set(answers.apart)];
  const pairs: Perhaps[] = [];
  for (const { entry, person, shares } of ranked) {
    if (lines.has(entry) || people.has(person.personId) || pairs.length === MOST) continue;
    lines.add(entry);
    people.add(person.personId);
    const key = `${person.personId} ${entry.email}`;
    const { line, name, email } = entry;
    const answer = same.has(key) ? 'same' : apart.has(key) ? 'two' : null;
    const before = { name: person.name, email: person.email };
    pairs.push({ key, personId: person.personId, line, name, email, before, shares, answer });
  }
  return pairs;
}

/** Keys under which two may be alike: so that nobody is compared with everybody. */
function keysOf(name: string, email: string, path: string, joinedOn: string | null | undefined): string[] {
  const words = wordsOf(name);
  return [
    `name ${foldedText(name)}`,
    `local ${localOf(email)}`,
    ...(path === '' ? [] : words.map((word) => `unit ${word} ${path}`)),
    ...(joinedOn ? words.map((word) => `joined ${word} ${joinedOn}`) : []),
  ];
}

function keysOfMissing(
  missing: readonly DirectoryPerson[],
  pathOf: (unitId: string | null) => string,
): Map<string, DirectoryPerson[]> {
  const around = new Map<string, DirectoryPerson[]>();
  for (const person of missing.filter(isHere)) {
    for (const key of keysOf(person.name, person.email, foldedText(pathOf(person.unitId)), person.joinedOn))
      around.set(key, [...(around.get(key) ?? []), person]);
  }
  return around;
}
