import { z } from 'zod';
import { forWorksCouncil } from './base.ts';

export const log = {
  read: forWorksCouncil
    .route({ method: 'GET', path: '/log', summary: 'Privileged changes, newest first', tags: ['log'] })
    .input(z.object({ before: z.coerce.date().optional() }))
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
