import { z } from 'zod';
import { forAnyoneSteadily, forPerson, forSteward } from './base.ts';
import { day, done, emailAddress, id, language, line } from './common.ts';
import { mailReason, mailStage } from './delivery.ts';

const facts = z.object({ name: line(80).min(1), purpose: line(120), timezone: z.string().max(64), language });

/** Mail settings as they are entered; an absent password keeps the stored one only for the same server, port and name. */
const mailInput = z.object({
  host: line(253).min(1),
  port: z.number().int().min(1).max(65_535),
  secure: z.boolean(),
  user: line(254).optional(),
  password: z.string().max(500).optional(),
  from: emailAddress,
  /** A certificate authority of one's own to trust, in PEM. */
  ca: z
    .string()
    .max(20_000)
    .regex(/^\s*(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/)
    .optional(),
});

const mailShown = mailInput.omit({ password: true });

/** Whether a change of the mail settings holds at once, or waits for a second steward or a code from the console. */
const mailAnswer = z.object({ state: z.enum(['holds', 'waits']) });

/** How a test went: sent to my own address, written to a folder, or how far it came and why no further. */
const mailTest = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('sent'), to: z.string() }),
  z.object({ outcome: z.literal('folder') }),
  z.object({ outcome: z.literal('kept') }),
  z.object({ outcome: z.literal('refused'), stage: mailStage, reason: mailReason, reply: z.number().int() }),
]);

const mailProposal = z.object({
  id,
  /** What would hold; null where the settings would be forgotten. */
  mail: mailShown.nullable(),
  hasPassword: z.boolean(),
  by: z.object({ id, name: z.string() }),
  proposedAt: z.date(),
  lapsesAt: z.date(),
  /** Whether the caller is a second steward who may confirm it. */
  mayConfirm: z.boolean(),
  /** Names of the stewards who may confirm it. */
  confirmers: z.array(z.string()),
});

const mailState = z.object({
  mail: mailShown.nullable(),
  /** Whether a password is stored with the settings that hold. */
  hasPassword: z.boolean(),
  /** True while nobody but whoever set the organisation up ever signed in: a change then holds at once. */
  isAlone: z.boolean(),
  proposal: mailProposal.nullable(),
  /** The way that mail takes now: these settings, those of the server, or files in a folder. */
  uses: z.enum(['stored', 'server', 'folder']),
  /** Why not the stored settings; 'failing' also says what the mail server answered last. */
  trouble: z.object({ kind: z.enum(['unreadable', 'failing']), what: z.string(), at: z.date().nullable() }).nullable(),
});

/** The five things that an organisation stands on. */
export const overviewStep = z.enum(['people', 'mail', 'second-steward', 'works-council', 'backup']);
export type OverviewStep = z.infer<typeof overviewStep>;

/** Of these Loam cannot know whether they are settled elsewhere. */
const elsewhereStep = overviewStep.extract(['works-council', 'backup']);
export type ElsewhereStep = z.infer<typeof elsewhereStep>;

const overview = z.object({
  people: z.object({
    here: z.number().int(),
    /** Of these, who came by a directory file. */
    byFile: z.number().int(),
    /** Of these, whose address a steward wrote and who has not signed in. */
    invited: z.number().int(),
    units: z.number().int(),
    sites: z.number().int(),
  }),
  programmes: z.object({
    running: z.number().int(),
    next: z.object({ id, name: z.string(), on: day }).nullable(),
  }),
  /** 'works' and 'untested' by the settings that hold now; 'failing' while all mail waits. */
  mail: z.object({
    state: z.enum(['works', 'untested', 'failing', 'folder', 'kept']),
    testedAt: z.date().nullable(),
  }),
  backup: z.object({ madeAt: z.date().nullable() }),
  worksCouncil: z.enum(['named', 'nominated', 'nobody']),
  steps: z.array(
    z.object({
      step: overviewStep,
      isDone: z.boolean(),
      /** Since when a steward has said that it is settled elsewhere. */
      elsewhereSince: z.date().nullable(),
    }),
  ),
});
export type Overview = z.infer<typeof overview>;

const tags = ['workspace'];

export const workspace = {
  setUp: forAnyoneSteadily
    .route({
      method: 'POST',
      path: '/workspace/set-up',
      summary: 'Set the organisation up with the code that the server printed',
      tags,
    })
    .input(
      facts.extend({ code: z.string().max(40), steward: z.object({ name: line(120).min(1), email: emailAddress }) }),
    )
    .output(done),
  get: forPerson.route({ method: 'GET', path: '/workspace', summary: 'The organisation', tags }).output(facts),
  change: forSteward
    .route({ method: 'PATCH', path: '/workspace', summary: 'Change name, purpose, time zone or language', tags })
    .input(facts.partial())
    .output(done),
  overview: forSteward
    .route({
      method: 'GET',
      path: '/workspace/overview',
      summary: 'How the organisation stands, and which of five steps are done',
      tags,
    })
    .output(overview),
  sayElsewhere: forSteward
    .route({
      method: 'PUT',
      path: '/workspace/overview/elsewhere',
      summary: 'Say that a step is settled elsewhere, or no longer',
      tags,
    })
    .input(z.object({ step: elsewhereStep, isElsewhere: z.boolean() }))
    .output(done),
  mail: forSteward
    .route({ method: 'GET', path: '/workspace/mail', summary: 'How mail leaves', tags })
    .output(mailState),
  setMail: forSteward
    .route({
      method: 'PUT',
      path: '/workspace/mail',
      summary: 'Set how mail leaves; it waits for a second steward or a code from the console',
      tags,
    })
    .input(mailInput)
    .output(mailAnswer),
  clearMail: forSteward
    .route({
      method: 'DELETE',
      path: '/workspace/mail',
      summary: "Forget these mail settings, so that the server's own hold again; it waits like any other change",
      tags,
    })
    .output(mailAnswer),
  confirmMail: forSteward
    .route({
      method: 'POST',
      path: '/workspace/mail/proposal/{id}/confirm',
      summary: 'Confirm a proposed change as a second steward, or with a code from the console',
      tags,
    })
    .input(z.object({ id, code: z.string().max(40).optional() }))
    .output(done),
  withdrawMail: forSteward
    .route({ method: 'DELETE', path: '/workspace/mail/proposal/{id}', summary: 'Drop a proposed change', tags })
    .input(z.object({ id }))
    .output(done),
  testMail: forSteward
    .route({
      method: 'POST',
      path: '/workspace/mail/test',
      summary: 'Send a test email to my own address, by the settings given or by those that hold',
      tags,
    })
    .input(z.object({ mail: mailInput.optional() }).optional())
    .output(mailTest),
};

export type MailTest = z.infer<typeof mailTest>;
export type MailStateShown = z.infer<typeof mailState>;
export type MailAnswer = z.infer<typeof mailAnswer>['state'];
