import { z } from 'zod';
import { forPerson } from './base.ts';
import { day, done, id, intention, language, personCard } from './common.ts';

/** A first contact carries a chosen phrase and never free text. */
export const phrase = z.enum(['curious', 'work-near', 'learn-from', 'welcome', 'share-interest', 'coffee']);
export type Phrase = z.infer<typeof phrase>;

export const answer = z.enum(['met', 'not-yet', 'cannot']);
export type Answer = z.infer<typeof answer>;

const common = z.object({
  kind: z.enum(['unit', 'site', 'interest', 'talent', 'passion', 'language', 'level']),
  text: z.string(),
});
export type Common = z.infer<typeof common>;

const summary = z.object({
  id,
  other: personCard,
  startedAt: z.date(),
  /** Ended for whatever reason: it always looks the same. */
  isEnded: z.boolean(),
  myAnswer: answer.nullable(),
  metOn: day.nullable(),
});
export type IntroductionSummary = z.infer<typeof summary>;

const details = summary.extend({
  about: z.string(),
  askMeAbout: z.array(z.string()),
  /** The intention the other chose to say aloud. */
  intention: intention.nullable(),
  common: z.array(common),
  different: z.array(common),
  guide: z.object({ opening: z.string(), questions: z.array(z.string()), closing: z.string() }),
  /** Three times that suit both, by working hours, zones and office days; empty where none does. */
  times: z.array(z.object({ at: z.date(), isInOffice: z.boolean() })),
  otherTimezone: z.string(),
});
export type IntroductionDetails = z.infer<typeof details>;

const tags = ['introductions'];

export const introductions = {
  hellos: forPerson
    .route({
      method: 'GET',
      path: '/hellos',
      summary: 'Hellos to me that wait, and mine; a no looks like silence',
      tags,
    })
    .output(
      z.object({
        received: z.array(
          z.object({ id, from: personCard, phrase, intention: intention.nullable(), askedAt: z.date() }),
        ),
        sent: z.array(
          z.object({ id, to: personCard, phrase, status: z.enum(['waiting', 'yes', 'quiet']), askedAt: z.date() }),
        ),
      }),
    ),
  sayHello: forPerson
    .route({ method: 'POST', path: '/hellos', summary: 'Say hello with a chosen phrase', tags })
    .input(z.object({ toId: id, phrase, intention: intention.optional() }))
    .output(z.object({ introductionId: id.nullable() })),
  answerHello: forPerson
    .route({
      method: 'POST',
      path: '/hellos/{id}/answer',
      summary: 'Yes, or not now; not now stays silent for 90 days',
      tags,
    })
    .input(z.object({ id, answer: z.enum(['yes', 'not-now']) }))
    .output(z.object({ introductionId: id.nullable() })),
  withdraw: forPerson
    .route({ method: 'DELETE', path: '/hellos/{id}', summary: 'Take my hello back while it waits', tags })
    .input(z.object({ id }))
    .output(done),
  list: forPerson
    .route({ method: 'GET', path: '/introductions', summary: 'My introductions, newest first', tags })
    .output(z.object({ introductions: z.array(summary) })),
  get: forPerson
    .route({ method: 'GET', path: '/introductions/{id}', summary: 'One introduction with its guide', tags })
    .input(z.object({ id, language: language.optional() }))
    .output(details),
  answer: forPerson
    .route({ method: 'POST', path: '/introductions/{id}/answer', summary: 'We met, not yet, or can’t this time', tags })
    .input(z.object({ id, answer, metOn: day.optional() }))
    .output(done),
  calendar: forPerson
    .route({
      method: 'GET',
      path: '/introductions/{id}/calendar.ics',
      summary: 'A calendar file for one of the times',
      tags,
      outputStructure: 'detailed',
    })
    .input(z.object({ id, at: z.coerce.date<Date>(), language: language.optional() }))
    .output(z.object({ headers: z.object({ 'cache-control': z.string() }), body: z.file() })),
};
