import { z } from 'zod';
import { forStewardByToken } from './base.ts';
import { id } from './common.ts';
import { BODY_MARGIN, IMPORT_LIMIT } from './limits.ts';

/** What a column of a file may say of a person. */
export const importField = z.enum([
  'email',
  'name',
  'preferredName',
  'firstName',
  'lastName',
  'externalId',
  'unit',
  'division',
  'department',
  'team',
  'site',
  'manager',
  'level',
  'joined',
  'title',
  'languages',
  'interests',
  'groups',
  'timezone',
  'awayUntil',
  'status',
  'left',
  'primary',
]);
export type ImportField = z.infer<typeof importField>;

export const columnUse = z.enum([...importField.options, 'leave-out']);
export type ColumnUse = z.infer<typeof columnUse>;

/** Why a line, or one value of it, was left out. */
export const importReason = z.enum([
  'quotes',
  'cells',
  'email-missing',
  'email-invalid',
  'email-letters',
  'email-several',
  'name-missing',
  'too-long',
  'duplicate',
  'address-taken',
  'address-kept',
  'address-refused',
  'date',
  'time-zone',
  'manager-unknown',
  'manager-self',
  'manager-several',
  'id-rounded',
]);
export type ImportReason = z.infer<typeof importReason>;

/** The code pages that files come in. */
export const fileEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'macintosh',
  'koi8-r',
  'x-mac-cyrillic',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
]);
export type FileEncoding = z.infer<typeof fileEncoding>;

/** What '03/04/2021' begins with. */
export const dateOrder = z.enum(['day-first', 'month-first']);
export type DateOrder = z.infer<typeof dateOrder>;

/** How a file was read, where it could have been read otherwise. */
export const importNote = z.enum([
  'utf-16',
  'no-header',
  'titles',
  'header-again',
  'names-turned',
  'day-first',
  'month-first',
]);
export type ImportNote = z.infer<typeof importNote>;

/** What of a person an import may change. */
export const changedField = z.enum([
  'email',
  'externalId',
  'name',
  'title',
  'unit',
  'site',
  'manager',
  'level',
  'joined',
  'timezone',
  'groups',
  'awayUntil',
  'status',
]);
export type ChangedField = z.infer<typeof changedField>;

/** What somebody new in a file shares with somebody whom it names no more. */
export const likeness = z.enum(['name', 'one-name', 'address-name', 'unit', 'joined', 'title']);
export type Likeness = z.infer<typeof likeness>;

export const importColumn = z.object({ header: z.string(), use: columnUse, samples: z.array(z.string()) });
export type ImportColumn = z.infer<typeof importColumn>;

/** A word of a column that says who is here: what it is taken for, and how many lines bear it. */
export const presenceWord = z.object({ word: z.string(), people: z.number(), isHere: z.boolean() });
export type PresenceWord = z.infer<typeof presenceWord>;

/** How a file was decoded, and the ways that would read it differently with cells of it; none where there is no doubt. */
export const importEncoding = z.object({
  used: fileEncoding,
  choices: z.array(z.object({ encoding: fileEncoding, samples: z.array(z.string()) })),
});
export type ImportEncoding = z.infer<typeof importEncoding>;

/** Dates that nothing in the file decides, in both readings as 'YYYY-MM-DD'. */
export const importDates = z.object({
  used: dateOrder,
  /** False until somebody said which is meant. */
  isChosen: z.boolean(),
  samples: z.array(z.object({ text: z.string(), dayFirst: z.string(), monthFirst: z.string() })),
});
export type ImportDates = z.infer<typeof importDates>;

export const importCounts = z.object({
  /** Lines that name a person, without the faulty ones. */
  people: z.number(),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
  /** Another address for people who have signed in: it waits for them. */
  waiting: z.number().default(0),
  /** Pairs that are perhaps one person, and nobody said yet. */
  perhaps: z.number().default(0),
  same: z.number(),
  /** Lines left out as a whole. */
  faulty: z.number(),
  /** Values left out of lines that were taken. */
  doubtful: z.number(),
  units: z.number(),
  sites: z.number(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const undoCounts = z.object({
  /** New people who never signed in, and are removed again. */
  removed: z.number(),
  /** New people who had signed in; they may take what is theirs. */
  leaving: z.number(),
  restored: z.number(),
  returned: z.number(),
});
export type UndoCounts = z.infer<typeof undoCounts>;

export const importRun = z.object({
  id,
  fileName: z.string(),
  madeAt: z.date(),
  madeBy: z.string().nullable(),
  status: z.enum(['preview', 'applied', 'undone']),
  complete: z.boolean(),
  columns: z.array(importColumn),
  notes: z.array(importNote),
  presence: z.array(presenceWord),
  encoding: importEncoding,
  /** Null where no date of the file could be meant in two ways. */
  dates: importDates.nullable(),
  counts: importCounts,
  /** True where so many would leave that the number must be typed. */
  mustConfirm: z.boolean(),
  appliedAt: z.date().nullable(),
  /** The last one applied, which alone can be undone. */
  isLast: z.boolean(),
  undone: undoCounts.nullable(),
});
export type ImportRun = z.infer<typeof importRun>;

export const importLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('faulty'),
    line: z.number(),
    reason: importReason,
    value: z.string(),
    isLeftOut: z.boolean(),
  }),
  z.object({
    kind: z.literal('added'),
    line: z.number(),
    name: z.string(),
    email: z.string(),
    unit: z.string(),
    site: z.string(),
  }),
  z.object({
    kind: z.literal('changed'),
    line: z.number(),
    name: z.string(),
    fields: z.array(z.object({ field: changedField, before: z.string(), after: z.string() })),
  }),
  z.object({
    kind: z.literal('waiting'),
    line: z.number(),
    name: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  z.object({
    kind: z.literal('perhaps'),
    key: z.string(),
    line: z.number(),
    name: z.string(),
    email: z.string(),
    before: z.object({ name: z.string(), email: z.string() }),
    shares: z.array(likeness),
    answer: z.enum(['same', 'two']).nullable(),
  }),
  z.object({
    kind: z.literal('gone'),
    name: z.string(),
    email: z.string(),
    why: z.enum(['not-in-file', 'address-recycled', 'not-active']),
  }),
]);
export type ImportLine = z.infer<typeof importLine>;
export const lineKind = z.enum(['faulty', 'perhaps', 'added', 'changed', 'waiting', 'gone']);
export type LineKind = z.infer<typeof lineKind>;

// In a form every value is text.
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');
const tags = ['imports'];
const from = z.coerce.number().int().min(0).max(1_000_000).default(0);

export const imports = {
  list: forStewardByToken
    .route({ method: 'GET', path: '/imports', summary: 'Imports of the last 30 days, newest first', tags })
    .output(z.object({ runs: z.array(importRun) })),
  template: forStewardByToken
    .route({ method: 'GET', path: '/imports/template', summary: 'An example file with every column', tags })
    .output(z.file()),
  preview: forStewardByToken
    .meta({ may: 'steward', body: IMPORT_LIMIT + BODY_MARGIN, form: 'files' })
    .route({
      method: 'POST',
      path: '/imports',
      summary: 'Read a CSV file and see what it would change; nothing changes yet',
      tags,
    })
    .input(
      z.object({
        file: z.file().max(IMPORT_LIMIT).optional(),
        text: z.string().max(IMPORT_LIMIT).optional(),
        fileName: z.string().max(200).optional(),
        /** One word for each column, in order; what is absent is recognised. */
        uses: z.array(columnUse).max(400).optional(),
        /** Words of status columns that mean "no longer here"; what is absent is recognised. */
        gone: z.array(z.string().max(80)).max(50).optional(),
        /** How the file is encoded; what is absent is guessed. */
        encoding: fileEncoding.optional(),
        /** What its dates with slashes begin with, where nothing in it decides. */
        dateOrder: dateOrder.optional(),
        /** Keys of pairs that are one person, and of those that are two. */
        same: z.array(z.string().max(400)).max(200).optional(),
        apart: z.array(z.string().max(400)).max(200).optional(),
        /** Whoever is not in it has left. */
        complete: flag.default(false),
      }),
    )
    .output(importRun),
  get: forStewardByToken
    .route({ method: 'GET', path: '/imports/{id}', summary: 'An import, in counts', tags })
    .input(z.object({ id }))
    .output(importRun),
  lines: forStewardByToken
    .route({
      method: 'GET',
      path: '/imports/{id}/lines',
      summary: 'What an import says, a hundred lines at a time',
      tags,
    })
    .input(z.object({ id, kind: lineKind, from }))
    .output(z.object({ lines: z.array(importLine), next: z.number().nullable() })),
  faults: forStewardByToken
    .route({ method: 'GET', path: '/imports/{id}/faults', summary: 'Every faulty line with its reason, as CSV', tags })
    .input(z.object({ id }))
    .output(z.file()),
  apply: forStewardByToken
    .route({ method: 'POST', path: '/imports/{id}/apply', summary: 'Carry a preview out, once', tags })
    .input(z.object({ id, confirm: z.coerce.number().int().min(0).optional() }))
    .output(importRun),
  undo: forStewardByToken
    .route({ method: 'POST', path: '/imports/{id}/undo', summary: 'Undo the last import', tags })
    .input(z.object({ id, confirm: z.coerce.number().int().min(0).optional() }))
    .output(importRun),
};
