import { z } from 'zod';
import { forWorksCouncil } from './base.ts';
import { givenInstant } from './common.ts';

export const log = {
  read: forWorksCouncil
    .route({ method: 'GET', path: '/log', summary: 'Privileged changes, newest first', tags: ['log'] })
    .input(z.object({ before: givenInstant.optional() }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            id: z.string(),
            at: z.date(),
            who: z.string().nullable(),
            action: z.string(),
            about: z.record(z.string(), z.unknown()),
          }),
        ),
      }),
    ),
};
