import type { Language } from '#contract/common.ts';
import type { Scope } from '#server/platform/database.ts';
import type { RecordsDeps } from '../records.deps.ts';
import { selectMyRows } from '../records.queries.ts';
import { registerOf } from '../records.rules.ts';
import { type LetterSection, leadsTo, leftOut, sectionOf } from './letter.rules.ts';

const idsIn = (value: unknown): string[] => [value].flat().filter((each): each is string => typeof each === 'string');

/** Everything about me that the register knows, table by table, with names instead of numbers. */
export async function writeLetter(
  { stored, names: findNames }: Pick<RecordsDeps, 'stored' | 'names'>,
  scope: Scope,
  language: Language,
): Promise<LetterSection[]> {
  const titles = new Map<string, string>();
  for (const part of stored) for (const [id, title] of (await part.titles?.(scope)) ?? []) titles.set(id, title);
  const sections: LetterSection[] = [];
  for (const [table, entry] of Object.entries(registerOf(stored))) {
    if (entry.about !== 'mine') continue;
    const columns = Object.keys(entry.columns).filter((column) => !leftOut(entry, column));
    const found = await selectMyRows(scope, table, { by: entry.by ?? [], columns });
    const told = found
      .map((row) => (entry.maySay ? entry.maySay(row, scope.personId) : row))
      .filter((row) => row !== null);
    const people = columns.filter((column) => leadsTo(column) === 'person');
    const names = await findNames(scope, [
      ...new Set(told.flatMap((row) => people.flatMap((column) => idsIn(row[column])))),
    ]);
    const nameOf = (id: string) => names.get(id) ?? titles.get(id) ?? [];
    const readable = told.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, leadsTo(column) ? idsIn(value).flatMap(nameOf) : value]),
      ),
    );
    const section = sectionOf(entry, readable, language);
    if (section) sections.push(section);
  }
  return sections;
}
