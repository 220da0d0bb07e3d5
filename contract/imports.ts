import { z } from 'zod';
import { forSteward } from './base.ts';
import { id } from './common.ts';
import { IMPORT_LIMIT } from './limits.ts';

/** What a column of a file may say of a person. */
export const importField = z.enum([
  'email',
  'name',
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
  'name-missing',
  'too-long',
  'duplicate',
  'address-taken',
  'address-kept',
  'date',
  'time-zone',
  'manager-unknown',
  'manager-self',
]);
export type ImportReason = z.infer<typeof importReason>;

/** How a file was read, where it could have been read otherwise. */
export const importNote = z.enum(['windows-1252', 'utf-16', 'no-header', 'names-turned', 'day-first', 'month-first']);
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

export const importColumn = z.object({ header: z.string(), use: columnUse, samples: z.array(z.string()) });
export type ImportColumn = z.infer<typeof importColumn>;

export const importCounts = z.object({
  /** Lines that name a person, without the faulty ones. */
  people: z.number(),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
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
    kind: z.literal('gone'),
    name: z.string(),
    email: z.string(),
    why: z.enum(['not-in-file', 'address-recycled']),
  }),
]);
export type ImportLine = z.infer<typeof importLine>;
export const lineKind = z.enum(['faulty', 'added', 'changed', 'gone']);
export type LineKind = z.infer<typeof lineKind>;

// In a form every value is text.
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');
const tags = ['imports'];
const from = z.coerce.number().int().min(0).max(1_000_000).default(0);

export const imports = {
  list: forSteward
    .route({ method: 'GET', path: '/imports', summary: 'Imports of the last 30 days, newest first', tags })
    .output(z.object({ runs: z.array(importRun) })),
  template: forSteward
    .route({ method: 'GET', path: '/imports/template', summary: 'An example file with every column', tags })
    .output(z.file()),
  preview: forSteward
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
        /** Whoever is not in it has left. */
        complete: flag.default(false),
      }),
    )
    .output(importRun),
  get: forSteward
    .route({ method: 'GET', path: '/imports/{id}', summary: 'An import, in counts', tags })
    .input(z.object({ id }))
    .output(importRun),
  lines: forSteward
    .route({
      method: 'GET',
      path: '/imports/{id}/lines',
      summary: 'What an import says, a hundred lines at a time',
      tags,
    })
    .input(z.object({ id, kind: lineKind, from }))
    .output(z.object({ lines: z.array(importLine), next: z.number().nullable() })),
  faults: forSteward
    .route({ method: 'GET', path: '/imports/{id}/faults', summary: 'Every faulty line with its reason, as CSV', tags })
    .input(z.object({ id }))
    .output(z.file()),
  apply: forSteward
    .route({ method: 'POST', path: '/imports/{id}/apply', summary: 'Carry a preview out, once', tags })
    .input(z.object({ id, confirm: z.coerce.number().int().min(0).optional() }))
    .output(importRun),
  undo: forSteward
    .route({ method: 'POST', path: '/imports/{id}/undo', summary: 'Undo the last import', tags })
    .input(z.object({ id, confirm: z.coerce.number().int().min(0).optional() }))
    .output(importRun),
};
