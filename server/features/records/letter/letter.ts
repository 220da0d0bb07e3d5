import type { Scope } from '#server/platform/database.ts';
import { selectNames } from '../records.queries.ts';
import { shownToSender } from '../records.rules.ts';
import { register } from '../register/register.ts';
import * as rows from './letter.queries.ts';
import { type LetterSection, leadsTo, leftOut, sectionOf } from './letter.rules.ts';

type Row = Record<string, unknown>;

const idsIn = (value: unknown): string[] => [value].flat().filter((each): each is string => typeof each === 'string');

/** What is not said yet stays unsaid: an answer kept from me, a message that waits, a place that is sought. */
function maySay(table: string, row: Row, personId: string): Row | null {
  if (table === 'outbox') return row.sent_at === null ? null : row;
  if (table === 'round_wait') return row.state === 'waiting' ? null : row;
  if (table !== 'hello' || row.from_id !== personId) return row;
  const status = shownToSender(String(row.status));
  return status === row.status ? row : { ...row, status, answered_at: null };
}

/** Everything about me that the register knows, table by table, with names instead of numbers. */
export async function writeLetter(scope: Scope, language: 'en' | 'de'): Promise<LetterSection[]> {
  const called = await rows.selectCalled(scope);
  const sections: LetterSection[] = [];
  for (const [table, entry] of Object.entries(register)) {
    if (entry.about !== 'mine') continue;
    const columns = Object.keys(entry.columns).filter((column) => !leftOut(table, column));
    const found = await rows.selectMine(scope, table, { by: entry.by ?? [], columns });
    const told = found.map((row) => maySay(table, row, scope.personId)).filter((row) => row !== null);
    const people = columns.filter((column) => leadsTo(column) === 'person');
    const names = await selectNames(scope, [
      ...new Set(told.flatMap((row) => people.flatMap((column) => idsIn(row[column])))),
    ]);
    const nameOf = (id: string) => names.get(id) ?? called.get(id) ?? [];
    const readable = told.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, leadsTo(column) ? idsIn(value).flatMap(nameOf) : value]),
      ),
    );
    const section = sectionOf(table, entry, readable, language);
    if (section) sections.push(section);
  }
  return sections;
}
