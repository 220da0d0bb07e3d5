import { forAnyone, forLeaving } from './base.ts';
import { z } from 'zod';
import { done, id, language, role } from './common.ts';

export const me = z.object({
  sample: z.boolean(),
  workspace: z.object({ id, name: z.string(), purpose: z.string() }).nullable(),
  person: z
    .object({
      id,
      name: z.string(),
      plantSeed: z.string(),
      photoUrl: z.string().nullable(),
      unitName: z.string().nullable(),
      siteName: z.string().nullable(),
      roles: z.array(role),
      status: z.enum(['active', 'away', 'leaving', 'alumni']),
      language: language.nullable(),
    })
    .nullable(),
});

export type Me = z.infer<typeof me>;

export const session = {
  me: forAnyone.route({ method: 'GET', path: '/me', summary: 'Who I am here; works signed out too', tags: ['session'] }).output(me),
  signOut: forLeaving.route({ method: 'POST', path: '/session/end', summary: 'End this session', tags: ['session'] }).output(done),
};
