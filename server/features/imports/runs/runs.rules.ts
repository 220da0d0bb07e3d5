import type {
  ImportColumn,
  ImportCounts,
  ImportDates,
  ImportEncoding,
  ImportLine,
  ImportNote,
  ImportRun,
  LineKind,
  PresenceWord,
  UndoCounts,
} from '#contract/imports.ts';
import { importLine, importNote } from '#contract/imports.ts';
import type { RunRow } from './runs.queries.ts';

/** What is kept of an import beside its plan. */
export interface RunSummary {
  fileName: string;
  columns: ImportColumn[];
  notes: ImportNote[];
  /** Absent in imports of an earlier version. */
  presence?: PresenceWord[];
  encoding?: ImportEncoding;
  dates?: ImportDates | null;
  counts: ImportCounts;
  mustConfirm: boolean;
  /** Of the directory that the plan was made for. */
  fingerprint: string;
  undone: UndoCounts | null;
}

// Read in a tenth of a second.
const LARGE_BYTES = 200_000;
const LARGE_LINES = 2000;

export const isLargeFile = (bytes: Uint8Array): boolean => bytes.length > LARGE_BYTES;

export const isLargeRun = ({ counts }: Pick<ImportRun, 'counts'>): boolean =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) > LARGE_LINES;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

// Written by this feature alone, so its shape is known.
const isSummary = (value: unknown): value is RunSummary => isObject(value) && 'counts' in value;

const EMPTY: RunSummary = {
  fileName: '',
  columns: [],
  notes: [],
  counts: {
    people: 0,
    added: 0,
    changed: 0,
    gone: 0,
    waiting: 0,
    perhaps: 0,
    same: 0,
    faulty: 0,
    doubtful: 0,
    units: 0,
    sites: 0,
  },
  mustConfirm: false,
  fingerprint: '',
  undone: null,
};

export const summaryOf = (value: unknown): RunSummary => (isSummary(value) ? value : EMPTY);

/** A row as the contract shows it. */
export function runOf(row: RunRow, summary: RunSummary, last: string | undefined): ImportRun {
  const { fingerprint: _, ...shown } = summary;
  return {
    ...shown,
    notes: shown.notes.filter((note) => importNote.safeParse(note).success),
    presence: shown.presence ?? [],
    encoding: shown.encoding ?? { used: 'utf-8', choices: [] },
    dates: shown.dates ?? null,
    id: row.import_id,
    madeAt: row.made_at,
    madeBy: row.maker,
    status: row.status,
    complete: row.complete,
    appliedAt: row.applied_at,
    isLast: row.import_id === last,
  };
}

/** Items of a plan as the contract shows them: without ids and without what is only for the undo. */
export function linesOf(kind: LineKind, items: unknown): ImportLine[] {
  if (!Array.isArray(items)) return [];
  return items.map((item) => importLine.parse({ ...item, kind }));
}
