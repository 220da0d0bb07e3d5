/** The same sentence in both languages. */
export interface Words {
  en: string;
  de: string;
}

export const say = (en: string, de: string): Words => ({ en, de });

/** A row of a table, as the database gives it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** One table of the database: what it is for, on which basis, for how long, and who may read it. */
export interface TableEntry {
  title: Words;
  purpose: Words;
  basis: Words;
  retention: Words;
  readers: Words;
  /** How rows about one person are found; 'none' where there are none, or where telling would tell of others. */
  about: 'mine' | 'log' | 'imports' | 'erasure' | 'sign-in' | 'none';
  /** For 'mine': the columns of which one holds the person's id. */
  by?: readonly string[];
  columns: Record<string, Words>;
  /** Columns that only the program reads. */
  inner?: readonly string[];
  /** A row as its person may know it by now, null where it is not said yet; missing where all may be said. */
  maySay?(row: StoredRow, personId: string): StoredRow | null;
}

/** Tables by their name. */
export type Register = Readonly<Record<string, TableEntry>>;

export const basis = {
  interest: say(
    'Legitimate interest: a directory that colleagues can find each other in (Art. 6(1)(f) GDPR)',
    'Berechtigtes Interesse: ein Verzeichnis, in dem Kolleginnen und Kollegen sich finden (Art. 6 Abs. 1 lit. f DSGVO)',
  ),
  consent: say(
    'Your consent: it exists only because you did it, and you can undo it (Art. 6(1)(a) GDPR)',
    'Deine Einwilligung: Es gibt das nur, weil du es getan hast, und du kannst es zurücknehmen (Art. 6 Abs. 1 lit. a DSGVO)',
  ),
  security: say(
    'Legitimate interest: safe access and accountability (Art. 6(1)(f) GDPR)',
    'Berechtigtes Interesse: sicherer Zugang und Nachvollziehbarkeit (Art. 6 Abs. 1 lit. f DSGVO)',
  ),
  duty: say(
    'Legal duty: a deletion must survive the return of a backup (Art. 6(1)(c) GDPR)',
    'Rechtliche Pflicht: Eine Löschung muss die Rückkehr einer Sicherung überstehen (Art. 6 Abs. 1 lit. c DSGVO)',
  ),
  none: say('Says nothing about a person', 'Sagt nichts über eine Person'),
} as const;

export const kept = {
  whileHere: say(
    'Until 30 days after you left, or until you delete yourself',
    'Bis 30 Tage nach deinem Ausscheiden oder bis du dich löschst',
  ),
  untilUndone: say(
    'Until you take it back, delete yourself, or 30 days after you left',
    'Bis du es zurücknimmst, dich löschst, oder 30 Tage nach deinem Ausscheiden',
  ),
  thirtyDays: say('30 days', '30 Tage'),
  always: say('As long as the organisation is here', 'Solange es die Organisation hier gibt'),
} as const;

export const read = {
  everyone: say('Everyone here', 'Alle hier'),
  me: say('Only you', 'Nur du'),
  stewards: say('Stewards', 'Die Verantwortlichen'),
  program: say('Nobody; the program alone uses it', 'Niemand; nur das Programm verwendet es'),
} as const;

export const ids = {
  workspace_id: say('The organisation it belongs to', 'Die Organisation, zu der es gehört'),
  person_id: say('The person it belongs to', 'Die Person, zu der es gehört'),
} as const;

/** Columns that the database has and the register lacks, and the other way round; both empty when it is complete. */
export function compare(register: Register, columns: readonly { table: string; column: string }[]) {
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const written = Object.entries(register).flatMap(([table, entry]) =>
    Object.keys(entry.columns).map((column) => `${table}.${column}`),
  );
  return {
    unregistered: [...there].filter((name) => !written.includes(name)).sort(),
    vanished: written.filter((name) => !there.has(name)).sort(),
  };
}
