import { z } from 'zod';
import { forAnyone, forAnyoneSteadily, forLeaving, forPerson, forPersonSteadily } from './base.ts';
import { done, emailAddress, id, language, role } from './common.ts';

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
      /** True from the second sign-in by a code on, without a passkey, until declined. */
      passkeyOffer: z.boolean(),
      /** Whether the welcome waits to be answered or skipped. */
      isNew: z.boolean(),
    })
    .nullable(),
});

/** How somebody signed in: a typed code, a passkey, the set-up, a code from the server's console, a described person of the sample, a token. */
export const sessionHow = z.enum(['code', 'passkey', 'set-up', 'console', 'sample', 'token']);
export type SessionHow = z.infer<typeof sessionHow>;

export type Me = z.infer<typeof me>;

/** As typed or pasted: case, blanks and hyphens are forgiven. */
const code = z.string().max(40);
const tags = ['session'];

export const session = {
  me: forAnyone.route({ method: 'GET', path: '/me', summary: 'Who I am here; works signed out too', tags }).output(me),
  sendCode: forAnyoneSteadily
    .route({
      method: 'POST',
      path: '/session/code',
      summary: 'Ask for a code by mail; the answer never tells whether the address is known',
      tags,
    })
    .input(z.object({ email: emailAddress, language: language.optional() }))
    .output(done),
  enter: forAnyoneSteadily
    .route({
      method: 'POST',
      path: '/session',
      summary: 'Sign in with the typed code, in the browser that asked for it',
      tags,
    })
    .input(z.object({ email: emailAddress, code }))
    .output(done),
  list: forLeaving
    .route({ method: 'GET', path: '/sessions', summary: 'All sessions and tokens in my name', tags })
    .output(
      z.object({
        sessions: z.array(
          z.object({ id: z.string(), device: z.string(), how: sessionHow, since: z.date(), isThis: z.boolean() }),
        ),
      }),
    ),
  end: forLeaving
    .route({ method: 'DELETE', path: '/sessions/{id}', summary: 'End one of my sessions', tags })
    .input(z.object({ id: z.string().max(100) }))
    .output(done),
  endOthers: forLeaving
    .route({ method: 'DELETE', path: '/sessions', summary: 'End all of my sessions and tokens but this one', tags })
    .output(done),
  passkeys: forLeaving
    .route({ method: 'GET', path: '/passkeys', summary: 'All passkeys in my name', tags })
    .output(
      z.object({ passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.date().nullable() })) }),
    ),
  endPasskey: forLeaving
    .route({ method: 'DELETE', path: '/passkeys/{id}', summary: 'Remove one of my passkeys', tags })
    .input(z.object({ id: z.string().max(100) }))
    .output(done),
  declinePasskey: forPerson
    .route({ method: 'POST', path: '/passkeys/decline', summary: 'Do not offer me a passkey any more', tags })
    .output(done),
  privateAddress: forPerson
    .route({
      method: 'GET',
      path: '/session/private-address',
      summary: 'The address by which I can still fetch what is mine after leaving',
      tags,
    })
    .output(z.object({ email: z.string().nullable() })),
  askPrivateAddress: forPersonSteadily
    .route({ method: 'POST', path: '/session/private-address/code', summary: 'Send a code to a private address', tags })
    .input(z.object({ email: emailAddress, language: language.optional() }))
    .output(done),
  setPrivateAddress: forPersonSteadily
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
