import { z } from 'zod';
import { forAnyone, forPerson, forSteward } from './base.ts';
import { done, id } from './common.ts';

const token = z.object({ token: z.string().max(100) });

const mailChoice = z.object({
  mail: z.enum(['on', 'off']),
  /** Whether one press, without signing in, still brings mail back. */
  mayUndo: z.boolean(),
});

const myMail = z.object({
  mail: z.enum(['on', 'off']),
  /** Messages to me that may not have arrived by mail. */
  uncertain: z.array(
    z.object({ id, subject: z.string(), writtenAt: z.date(), may: z.enum(['have-arrived', 'not-have-arrived']) }),
  ),
});

const mailState = z.object({
  waiting: z.number().int(),
  sent: z.number().int(),
  doubtful: z.number().int(),
  failed: z.number().int(),
  /** Waits for a steward after a restore. */
  held: z.number().int(),
});

export type MailChoice = z.infer<typeof mailChoice>;
export type MyMail = z.infer<typeof myMail>;
export type MailState = z.infer<typeof mailState>;

const tags = ['delivery'];

export const delivery = {
  openStop: forAnyone
    .route({
      method: 'GET',
      path: '/mail/{token}',
      summary: 'Where the link below a mail leads',
      tags,
      successStatus: 302,
      outputStructure: 'detailed',
    })
    .input(token)
    .output(z.object({ status: z.literal(302), headers: z.object({ location: z.string() }) })),
  stop: forAnyone
    .route({ method: 'POST', path: '/mail/{token}', summary: 'Turn mail off with one press, signed in or not', tags })
    .input(token)
    .output(mailChoice),
  stopState: forAnyone
    .route({
      method: 'GET',
      path: '/mail/{token}/state',
      summary: 'Whether mail is on for the receiver of a link',
      tags,
    })
    .input(token)
    .output(mailChoice),
  undoStop: forAnyone
    .route({
      method: 'POST',
      path: '/mail/{token}/undo',
      summary: 'Bring mail back within seven days, signed in or not',
      tags,
    })
    .input(token)
    .output(mailChoice),
  mine: forPerson
    .route({
      method: 'GET',
      path: '/delivery/mine',
      summary: 'Whether I get mail, and what may not have arrived',
      tags,
    })
    .output(myMail),
  choose: forPerson
    .route({ method: 'PUT', path: '/delivery/mine', summary: 'Turn mail to me on or off', tags })
    .input(z.object({ mail: z.enum(['on', 'off']) }))
    .output(done),
  state: forSteward
    .route({ method: 'GET', path: '/delivery/state', summary: 'How many messages wait, left or failed', tags })
    .output(mailState),
  releaseHeld: forSteward
    .route({ method: 'POST', path: '/delivery/release-held', summary: 'Let mail go that waited after a restore', tags })
    .output(z.object({ released: z.number().int() })),
};
