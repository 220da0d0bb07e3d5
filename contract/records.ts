import { z } from 'zod';
import { forAnyone, forLeaving, forPerson } from './base.ts';
import { done } from './common.ts';

const words = z.object({ en: z.string(), de: z.string() });

const storedTable = z.object({
  table: z.string(),
  title: words,
  purpose: words,
  basis: words,
  retention: words,
  readers: words,
  /** How many rows there are about me; null where rows are not about anybody, or telling would tell of others. */
  rows: z.number().int().nullable(),
  columns: z.array(z.object({ column: z.string(), what: words })),
});

const endpoint = z.object({
  method: z.string(),
  path: z.string(),
  summary: z.string(),
  may: z.enum(['nobody', 'anyone', 'leaving', 'person', 'steward', 'works-council']),
});

export type StoredTable = z.infer<typeof storedTable>;
export type Endpoint = z.infer<typeof endpoint>;

const tags = ['records'];

export const records = {
  aboutMe: forPerson
    .route({
      method: 'GET',
      path: '/records/about-me',
      summary: 'What is stored about me, from the register of every column',
      tags,
    })
    .output(z.object({ tables: z.array(storedTable) })),
  exportMine: forLeaving
    .route({
      method: 'GET',
      path: '/records/export',
      summary: 'Everything of mine as a file: a page to read, JSON, CSV or calendar',
      tags,
    })
    .input(z.object({ format: z.enum(['html', 'json', 'csv', 'ics']).default('json') }))
    .output(z.file()),
  deleteMe: forPerson
    .route({
      method: 'POST',
      path: '/records/delete-me',
      summary: 'Delete me, for good; my name is typed to confirm',
      tags,
    })
    .input(z.object({ confirm: z.string().max(200) }))
    .output(done),
  promises: forAnyone
    .route({
      method: 'GET',
      path: '/records/promises',
      summary: 'Every endpoint and who may call it, from the permission code',
      tags,
    })
    .output(z.object({ groups: z.array(z.object({ tag: z.string(), endpoints: z.array(endpoint) })) })),
};
