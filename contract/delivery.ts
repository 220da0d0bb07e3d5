import { z } from 'zod';
import { forAnyoneSteadily, forPerson, forSteward } from './base.ts';
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

/** How far a message came before it was refused, in the order of the conversation. */
export const mailStage = z.enum(['connect', 'tls', 'greeting', 'sign-in', 'sender', 'receiver', 'message']);

/** Why a mail server did not take a message; never an address or a text of its own. */
export const mailReason = z.enum([
  'no-such-name',
  'not-reached',
  'no-answer',
  'no-mail-server',
  'hung-up',
  'tls-first',
  'tls-later',
  'tls-none',
  'tls-failed',
  'certificate',
  'sign-in',
  'sender',
  'relay',
  'busy',
  'letters',
  'refused',
]);

const mailState = z.object({
  waiting: z.number().int(),
  sent: z.number().int(),
  doubtful: z.number().int(),
  failed: z.number().int(),
  /** Their address was refused. */
  bounced: z.number().int(),
  /** Waits for a steward after a restore. */
  held: z.number().int(),
  /** Why all mail waits: the mail server takes none. */
  trouble: z.object({ stage: mailStage, reason: mailReason, since: z.date(), nextAt: z.date() }).nullable(),
  /** The mail server asked for patience. */
  isSlow: z.boolean(),
});

/** Where messages go: to a mail server, into a folder on the server, or nowhere in the sample organisation. */
const mailWay = z.object({ way: z.enum(['smtp', 'folder', 'kept']) });

export type MailChoice = z.infer<typeof mailChoice>;
export type MyMail = z.infer<typeof myMail>;
export type MailState = z.infer<typeof mailState>;
export type MailStage = z.infer<typeof mailStage>;
export type MailReason = z.infer<typeof mailReason>;
export type MailWay = z.infer<typeof mailWay>['way'];

const tags = ['delivery'];

export const delivery = {
  openStop: forAnyoneSteadily
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
  stop: forAnyoneSteadily
    .meta({ may: 'anyone', form: 'mail-button' })
    .route({ method: 'POST', path: '/mail/{token}', summary: 'Turn mail off with one press, signed in or not', tags })
    .input(token)
    .output(mailChoice),
  stopState: forAnyoneSteadily
    .route({
      method: 'GET',
      path: '/mail/{token}/state',
      summary: 'Whether mail is on for the receiver of a link',
      tags,
    })
    .input(token)
    .output(mailChoice),
  undoStop: forAnyoneSteadily
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
  way: forAnyoneSteadily
    .route({ method: 'GET', path: '/delivery/way', summary: 'Whether messages are sent, or written to a folder', tags })
    .output(mailWay),
  sendAgain: forSteward
    .route({
      method: 'POST',
      path: '/delivery/send-again',
      summary: 'Send once more what could not be delivered, and try a mail server again that was in trouble',
      tags,
    })
    .output(z.object({ again: z.number().int() })),
  releaseHeld: forSteward
    .route({ method: 'POST', path: '/delivery/release-held', summary: 'Let mail go that waited after a restore', tags })
    .output(z.object({ released: z.number().int() })),
};
