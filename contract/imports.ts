import { z } from 'zod';
import { forSteward } from './base.ts';
import { done, id } from './common.ts';

/** What a column of a directory file may hold. */
export const importField = z.enum([
  'externalId',
  'email',
  'name',
  'firstName',
  'lastName',
  'title',
  'unit',
  'division',
  'department',
  'team',
  'site',
  'manager',
  'level',
  'joinedOn',
  'awayUntil',
  'timezone',
  'groups',
  'languages',
  'interests',
]);
export type ImportField = z.infer<typeof importField>;

/** Why a line is left out; the others are not held up by it. */
export const fault = z.enum([
  'no-email',
  'bad-email',
  'no-name',
  'cells',
  'twice',
  'bad-date',
  'bad-timezone',
  'address-taken',
  'no-key',
]);
export type Fault = z.infer<typeof fault>;

const counts = z.object({ created: z.number(), changed: z.number(), gone: z.number(), same: z.number(), faulty: z.number() });

export const importPreview = z.object({
  id,
  columns: z.array(z.object({ name: z.string(), field: importField.nullable() })),
  counts,
  /** The number to type first, where more than one in ten would leave. */
  confirm: z.number().nullable(),
  /** The first 200 of each, faulty lines first. */
  faulty: z.array(z.object({ line: z.number(), reason: fault, text: z.string() })),
  created: z.array(z.object({ line: z.number(), name: z.string(), email: z.string() })),
  changed: z.array(z.object({ line: z.number(), name: z.string(), changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })) })),
  gone: z.array(z.object({ name: z.string(), email: z.string() })),
});
export type ImportPreview = z.infer<typeof importPreview>;

const tags = ['imports'];

export const imports = {
  preview: forSteward
    .route({ method: 'POST', path: '/imports', summary: 'Read a directory file and say what it would change; nothing changes yet', tags })
    .input(
      z.object({
        text: z.string().max(11_000_000),
        /** Column → field; columns left out are ignored. Recognised by themselves when absent. */
        mapping: z.record(z.string().max(200), importField).optional(),
        /** This file is the complete directory: who is missing has gone. */
        complete: z.boolean(),
      }),
    )
    .output(importPreview),
  apply: forSteward
    .route({ method: 'POST', path: '/imports/{id}/apply', summary: 'Apply a preview', tags })
    .input(z.object({ id, confirm: z.number().int().optional() }))
    .output(counts),
  undo: forSteward
    .route({ method: 'POST', path: '/imports/{id}/undo', summary: 'Undo the last import', tags })
    .input(z.object({ id }))
    .output(done),
  list: forSteward
    .route({ method: 'GET', path: '/imports', summary: 'Imports so far, newest first', tags })
    .output(
      z.object({
        imports: z.array(z.object({ id, at: z.date(), status: z.enum(['applied', 'undone']), counts, mayUndo: z.boolean() })),
      }),
    ),
};
