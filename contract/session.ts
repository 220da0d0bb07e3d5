import { z } from 'zod';
import { forAnyone, forLeaving, forPerson } from './base.ts';
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

const email = z.email().max(254);
const code = z.string().regex(/^\d{6}$/);
const tags = ['session'];

export const session = {
  me: forAnyone.route({ method: 'GET', path: '/me', summary: 'Who I am here; works signed out too', tags }).output(me),
  sendCode: forAnyone
    .route({
      method: 'POST',
      path: '/session/code',
      summary: 'Ask for a code by mail; the answer never tells whether the address is known',
      tags,
    })
    .input(z.object({ email, language: language.optional() }))
    .output(done),
  enter: forAnyone
    .route({
      method: 'POST',
      path: '/session',
      summary: 'Sign in with the typed code, in the browser that asked for it',
      tags,
    })
    .input(z.object({ email, code }))
    .output(done),
  list: forLeaving.route({ method: 'GET', path: '/sessions', summary: 'Where I am signed in', tags }).output(
    z.object({
      sessions: z.array(z.object({ id: z.string(), device: z.string(), since: z.date(), isThis: z.boolean() })),
    }),
  ),
  end: forLeaving
    .route({ method: 'DELETE', path: '/sessions/{id}', summary: 'End one of my sessions', tags })
    .input(z.object({ id: z.string().max(100) }))
    .output(done),
  privateAddress: forPerson
    .route({
      method: 'GET',
      path: '/session/private-address',
      summary: 'The address by which I can still fetch what is mine after leaving',
      tags,
    })
    .output(z.object({ email: z.string().nullable() })),
  askPrivateAddress: forPerson
    .route({ method: 'POST', path: '/session/private-address/code', summary: 'Send a code to a private address', tags })
    .input(z.object({ email, language: language.optional() }))
    .output(done),
  setPrivateAddress: forPerson
    .route({
      method: 'PUT',
      path: '/session/private-address',
      summary: 'Keep the private address that the typed code was sent to',
      tags,
    })
    .input(z.object({ code }))
    .output(done),
  forgetPrivateAddress: forPerson
    .route({ method: 'DELETE', path: '/session/private-address', summary: 'Forget my private address', tags })
    .output(done),
  signOut: forLeaving.route({ method: 'POST', path: '/session/end', summary: 'End this session', tags }).output(done),
};
