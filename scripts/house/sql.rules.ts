/** What SQL a text holds. */
export interface SqlFacts {
  isSql: boolean;
  /** Tables it writes; '?' where the name is put in from elsewhere. */
  writes: string[];
}

// At the start of a text, in one case throughout: "Select somebody from the list" is a sentence.
const BEGINNINGS = [
  String.raw`select\s(?:[^]*\s)?from\s`,
  String.raw`insert\s+into\s`,
  String.raw`update\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set\s`,
  String.raw`delete\s+from\s`,
  String.raw`merge\s+into\s`,
  String.raw`truncate\s`,
  String.raw`with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\s+(?:(?:not\s+)?materialized\s+)?\(`,
  String.raw`(?:create|alter|drop)\s+(?:table|index|schema|role|function|policy|view)\s`,
  String.raw`(?:grant|revoke)\s[^]*\son\s`,
  String.raw`copy\s+\S+\s+(?:from|to)\s`,
];
const SQL_TEXT = new RegExp(`^\\s*(?:${BEGINNINGS.join('|')})`);

const WRITTEN =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|merge\s+into|truncate(?:\s+table)?(?:\s+only)?|copy)\s+(\?|(?:"?[a-z_]+"?\.)?"?[a-z_]+"?)/gi;
// 'for update of', 'on conflict do update set', 'for update skip locked'.
const NO_TABLE = new Set(['set', 'of', 'skip', 'nowait']);

/** Reads a text, values put into it written as '?'; `isTagged` where it is said to be SQL. */
export function sqlIn(text: string, isTagged = false): SqlFacts {
  const isSql = isTagged || SQL_TEXT.test(/^\s*[A-Z]+\b/.test(text) ? text.toLowerCase() : text);
  if (!isSql) return { isSql, writes: [] };
  const tables = [...text.matchAll(WRITTEN)].map(([, table = '']) =>
    table
      .toLowerCase()
      .replaceAll('"', '')
      .replace(/^public\./, ''),
  );
  return { isSql, writes: tables.filter((table) => !NO_TABLE.has(table)) };
}
