import type { Language } from '#contract/common.ts';
import { listWords, localeOf } from '#server/platform/words.ts';
import type { StoredRow, TableEntry } from '../register.rules.ts';
import { codeWords, letterWords } from './letter.messages.ts';

type LeftOut = 'inner' | 'secret' | 'of others' | 'copy';

const each = (why: LeftOut, columns: string): [string, LeftOut][] => columns.split(' ').map((column) => [column, why]);

const EVERYWHERE = new Map<string, LeftOut>([
  ...each('inner', 'workspace_id person_id hello_id introduction_id moment_id request_id outbox_id about_id key'),
  ...each('inner', 'change_id import_id token_id version media_type not_before claimed_at attempts issuer'),
  ...each('secret', 'block_key token_hash never_invite_link off_link'),
  ...each(
    'of others',
    'given_by confirmed_by end_by ended_by made_by invited_by asked_by release_by release_with left_ids',
  ),
  ...each('copy', 'search_text shown_words shown_text bytes'),
]);

/** Why a column of mine is not in the letter; undefined where it is. */
export const leftOut = ({ inner }: Pick<TableEntry, 'inner'>, column: string): LeftOut | undefined =>
  EVERYWHERE.get(column) ?? (inner?.includes(column) ? 'inner' : undefined);

/** What a column of ids leads to. */
const LEADS: Record<string, 'person' | 'programme' | 'unit' | 'site'> = {
  manager_id: 'person',
  other_id: 'person',
  from_id: 'person',
  to_id: 'person',
  blocked_id: 'person',
  a_id: 'person',
  b_id: 'person',
  member_ids: 'person',
  avoid: 'person',
  programme_id: 'programme',
  unit_id: 'unit',
  site_id: 'site',
};
export const leadsTo = (column: string) => LEADS[column];

export interface Letter {
  language: Language;
  name: string;
  organisation: string;
  madeAt: Date;
  sections: LetterSection[];
}

export interface LetterSection {
  title: string;
  why: string;
  keptFor: string;
  /** Each entry is lines of what and its value. */
  entries: { what: string; value: string }[][];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Any value as people read it; '' where it says nothing. */
export function valueWords(value: unknown, column: string, language: Language): string {
  const locale = localeOf(language);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return letterWords(language)(value ? 'letter.yes' : 'letter.no');
  if (value instanceof Date)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(value);
  if (Array.isArray(value))
    return listWords(language, value.map((each) => valueWords(each, column, language)).filter(Boolean));
  if (typeof value === 'object')
    return Object.values(value)
      .map((each) => valueWords(each, column, language))
      .filter(Boolean)
      .join('\n');
  const text = String(value);
  if (DAY.test(text))
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    );
  return codeWords(text, column, language) ?? text;
}

/** One table of the register as a section of the letter; null where there is nothing about me. */
export function sectionOf(entry: TableEntry, rows: readonly StoredRow[], language: Language): LetterSection | null {
  if (rows.length === 0) return null;
  const entries = rows.map((row) =>
    Object.entries(entry.columns).flatMap(([column, what]) => {
      if (leftOut(entry, column)) return [];
      const value = valueWords(row[column], column, language);
      return value ? [{ what: what[language], value }] : [];
    }),
  );
  return {
    title: entry.title[language],
    why: entry.purpose[language],
    keptFor: entry.retention[language],
    entries: entries.filter((lines) => lines.length > 0),
  };
}
