import { z } from 'zod';
import { forAnyone, forPerson, forSteward } from './base.ts';
import { done, language, line } from './common.ts';

const email = z.email().max(254);

const facts = z.object({ name: line(80).min(1), purpose: line(120), timezone: z.string().max(64), language });

/** Mail settings as they are entered; an absent password keeps the one that is stored. */
const mailInput = z.object({
  host: line(253).min(1),
  port: z.number().int().min(1).max(65_535),
  secure: z.boolean(),
  user: line(254).optional(),
  password: z.string().max(500).optional(),
  from: email,
});

const tags = ['workspace'];

export const workspace = {
  setUp: forAnyone
    .route({
      method: 'POST',
      path: '/workspace/set-up',
      summary: 'Set the organisation up with the code that the server printed',
      tags,
    })
    .input(facts.extend({ code: z.string().max(40), steward: z.object({ name: line(120).min(1), email }) }))
    .output(done),
  get: forPerson.route({ method: 'GET', path: '/workspace', summary: 'The organisation', tags }).output(facts),
  change: forSteward
    .route({ method: 'PATCH', path: '/workspace', summary: 'Change name, purpose, time zone or language', tags })
    .input(facts.partial())
    .output(done),
  mail: forSteward
    .route({ method: 'GET', path: '/workspace/mail', summary: 'How mail leaves', tags })
    .output(z.object({ mail: mailInput.omit({ password: true }).nullable() })),
  setMail: forSteward
    .route({ method: 'PUT', path: '/workspace/mail', summary: 'Set how mail leaves', tags })
    .input(mailInput)
    .output(done),
  clearMail: forSteward
    .route({
      method: 'DELETE',
      path: '/workspace/mail',
      summary: "Forget these mail settings; the server's own hold again",
      tags,
    })
    .output(done),
  testMail: forSteward
    .route({ method: 'POST', path: '/workspace/mail/test', summary: 'Send a test mail to myself', tags })
    .output(done),
};
