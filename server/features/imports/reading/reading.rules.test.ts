import { expect, it } from 'vitest';
import { csvOf } from '#server/platform/csv.ts';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import { directorySuite, type Held } from '#server/ports/directory.suite.ts';
import type { DirectoryReading } from '#server/ports/directory.ts';
import { readFile, TEMPLATE } from './reading.rules.ts';

const COLUMNS: [keyof Held, string][] = [
  ['externalId', 'employee id'],
  ['name', 'name'],
  ['email', 'e-mail'],
  ['unitPath', 'unit'],
  ['title', 'title'],
  ['site', 'location'],
  ['manager', 'manager'],
  ['level', 'level'],
  ['joinedOn', 'start date'],
  ['languages', 'languages'],
  ['interests', 'interests'],
  ['groups', 'groups'],
  ['timezone', 'time zone'],
  ['awayUntil', 'away until'],
];

/** What people hold as a file, read as an uploaded one is. */
function fileOf(people: readonly Held[]) {
  const columns = COLUMNS.filter(([key]) => people.some((person) => person[key] !== undefined));
  const cellOf = (person: Held, key: keyof Held): string => {
    const value = person[key];
    return Array.isArray(value) ? value.join(key === 'unitPath' ? ' / ' : '; ') : (value ?? '');
  };
  const rows = people.map((person) => columns.map(([key]) => cellOf(person, key)));
  const bytes = new TextEncoder().encode(
    csvOf(
      columns.map(([, header]) => header),
      rows,
    ),
  );
  const read = (): DirectoryReading => {
    const none = { entries: [], problems: [], leftOut: [], absent: [] };
    const { entries, problems, leftOut, absent } = readFile(bytes) ?? none;
    return { entries, problems, leftOut, absent };
  };
  return { read };
}

directorySuite('an uploaded file', fileOf);
directorySuite('the fake', fakeDirectory);

it('reads its own example file whole', () => {
  expect([...TEMPLATE.header].sort()).toEqual(COLUMNS.map(([, header]) => header).sort());
  const read = readFile(new TextEncoder().encode(csvOf(TEMPLATE.header, TEMPLATE.rows)));
  expect(read).toMatchObject({ problems: [], notes: [] });
  expect(read?.entries.map(({ name }) => name)).toEqual(['Amara Okafor', 'Jonas Weber']);
});
