import { z } from 'zod';
import { forAnyoneSteadily, forPerson } from './base.ts';
import { day, done, givenDay, givenInstant, id, intention, language, personCard } from './common.ts';

/** A first contact carries a chosen phrase and never free text. */
export const phrase = z.enum(['curious', 'work-near', 'learn-from', 'welcome', 'share-interest', 'coffee']);
export type Phrase = z.infer<typeof phrase>;

export const answer = z.enum(['met', 'not-yet', 'cannot']);
export type Answer = z.infer<typeof answer>;

/** How an introduction came about: two said yes, a round, somebody asked, or they wanted to meet again. */
export const introductionKind = z.enum(['hello', 'round', 'request', 'again']);
export type IntroductionKind = z.infer<typeof introductionKind>;

/** How often people who said "again" are reminded of each other. */
export const meetingEvery = z.enum(['fortnightly', 'monthly', 'quarterly']);
export type MeetingEvery = z.infer<typeof meetingEvery>;

const common = z.object({
  kind: z.enum(['unit', 'site', 'interest', 'talent', 'passion', 'language', 'level']),
  text: z.string(),
});
export type Common = z.infer<typeof common>;

/** How the time looks to me: none, pencilled in by Loam, asked of me, waiting for others, agreed by all. */
export const timeStand = z.enum(['none', 'pencilled', 'asked', 'waiting', 'agreed']);
export type TimeStand = z.infer<typeof timeStand>;

const time = z.object({
  /** The time that stands, the same in every mail and calendar; null while there is none. */
  at: z.date().nullable(),
  stand: timeStand,
  /** What somebody said yes to and not everybody did: another time, or the one that stands. */
  asked: z.object({ at: z.date(), byId: id, since: z.date(), yesIds: z.array(id) }).nullable(),
});
export type IntroductionTime = z.infer<typeof time>;

const summary = z.object({
  id,
  kind: introductionKind,
  /** Who is in it beside me; of one that ended, who was. */
  others: z.array(personCard),
  programme: z.object({ id, name: z.string() }).nullable(),
  roundOn: day.nullable(),
  startedAt: z.date(),
  /** Ended for whatever reason: it always looks the same. */
  isEnded: z.boolean(),
  myAnswer: answer.nullable(),
  metOn: day.nullable(),
  /** Whether I may still ask for somebody else, unasked why. */
  maySwap: z.boolean(),
  /** Null once it ended or they met. */
  time: time.nullable(),
  /** What I said to "again?"; nobody else sees it. */
  again: z.boolean().nullable(),
  /** Everybody in it said "again". */
  isMutual: z.boolean(),
});
export type IntroductionSummary = z.infer<typeof summary>;

/** What one of the others shows to me. */
const words = z.object({
  personId: id,
  about: z.string(),
  askMeAbout: z.array(z.string()),
  /** The intention they chose to say aloud. */
  intention: intention.nullable(),
  common: z.array(common),
  different: z.array(common),
  timezone: z.string(),
});
export type MemberWords = z.infer<typeof words>;

const details = summary.extend({
  words: z.array(words),
  /** Why these people: one sentence, and up to three words. */
  why: z.object({ sentence: z.string(), chips: z.array(z.string()) }),
  guide: z.object({ opening: z.string(), questions: z.array(z.string()), closing: z.string() }),
  /** Up to three times to choose from, by what everybody shows of their hours and by my own introductions alone. */
  times: z.array(
    z.object({
      at: z.date(),
      isInOffice: z.boolean(),
      /** Somebody's usual hours end before or begin after it; offered only where nothing else is. */
      isOutside: z.boolean(),
    }),
  ),
  /** The reminder that people who said "again" agreed on. */
  rhythm: z.object({ every: meetingEvery, nextOn: day }).nullable(),
});
export type IntroductionDetails = z.infer<typeof details>;

const request = z.object({
  id,
  askedAt: z.date(),
  /** It waits until then for somebody who is open to it; then it rests. */
  until: day,
  status: z.enum(['waiting', 'lapsed']),
});
export type IntroductionRequest = z.infer<typeof request>;

const token = z.object({ token: z.string().max(200) });

/** What a link in a mail lets its receiver press, without a name. */
const press = z.object({
  kind: z.enum(['met', 'skip', 'never-invite']),
  /** What holds now; "closed" where nothing is to be pressed any more. */
  state: z.enum(['open', 'met', 'not-yet', 'on', 'closed']),
  /** Whether one press, without signing in, still takes it back. */
  mayUndo: z.boolean(),
});
export type PressState = z.infer<typeof press>;
export const pressed = z.enum(['met', 'not-yet', 'on', 'undo']);
export type Pressed = z.infer<typeof pressed>;

const tags = ['introductions'];
const one = z.object({ id });

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
      summary: 'Yes, or not now; not now stays silent for 90 days, and can be undone for a minute',
      tags,
    })
    .input(z.object({ id, answer: z.enum(['yes', 'not-now', 'undo']) }))
    .output(z.object({ introductionId: id.nullable() })),
  withdraw: forPerson
    .route({ method: 'DELETE', path: '/hellos/{id}', summary: 'Take my hello back while it waits', tags })
    .input(one)
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
    .input(z.object({ id, answer, metOn: givenDay.optional() }))
    .output(done),
  swap: forPerson
    .route({
      method: 'POST',
      path: '/introductions/{id}/swap',
      summary: 'Somebody else, please: once a round, unasked why',
      tags,
    })
    .input(one)
    .output(done),
  calendar: forPerson
    .route({
      method: 'GET',
      path: '/introductions/{id}/calendar.ics',
      summary: 'The calendar file of its time; once it ended, the one that takes the entry away',
      tags,
      outputStructure: 'detailed',
    })
    .input(z.object({ id, language: language.optional() }))
    .output(z.object({ headers: z.object({ 'cache-control': z.string() }), body: z.file() })),
  chooseTime: forPerson
    .route({
      method: 'PUT',
      path: '/introductions/{id}/time',
      summary: 'Propose one of the times on offer, or say yes to the one that is asked for',
      tags,
    })
    .input(z.object({ id, at: givenInstant }))
    .output(done),
  takeTimeBack: forPerson
    .route({
      method: 'DELETE',
      path: '/introductions/{id}/time',
      summary: 'Take back what I said to a time that is not agreed yet',
      tags,
    })
    .input(one)
    .output(done),
  again: forPerson
    .route({
      method: 'POST',
      path: '/introductions/{id}/again',
      summary: 'Whether I would like to meet again; nobody learns it unless everybody does',
      tags,
    })
    .input(z.object({ id, again: z.boolean() }))
    .output(done),
  next: forPerson
    .route({
      method: 'POST',
      path: '/introductions/{id}/next',
      summary: 'After a mutual "again": a second conversation, or one with a third person; null where nobody is free',
      tags,
    })
    .input(z.object({ id, with: z.enum(['us', 'third']) }))
    .output(z.object({ introductionId: id.nullable() })),
  setRhythm: forPerson
    .route({
      method: 'PUT',
      path: '/introductions/{id}/rhythm',
      summary: 'After a mutual "again": a gentle reminder now and then',
      tags,
    })
    .input(z.object({ id, every: meetingEvery }))
    .output(done),
  endRhythm: forPerson
    .route({ method: 'DELETE', path: '/introductions/{id}/rhythm', summary: 'End the reminder, for everybody', tags })
    .input(one)
    .output(done),
  request: forPerson
    .route({
      method: 'GET',
      path: '/introductions/requests',
      summary: 'My request to be introduced to someone, while it waits or rests',
      tags,
    })
    .output(
      z.object({
        request: request.nullable(),
        /** When I may ask again; null is now. */
        mayAskFrom: z.date().nullable(),
      }),
    ),
  ask: forPerson
    .route({
      method: 'POST',
      path: '/introductions/requests',
      summary: 'Introduce me to someone who is open to it; null while nobody is found',
      tags,
    })
    .output(z.object({ introductionId: id.nullable() })),
  takeBack: forPerson
    .route({ method: 'DELETE', path: '/introductions/requests', summary: 'Take my request back while it waits', tags })
    .output(done),
  pressState: forAnyoneSteadily
    .route({ method: 'GET', path: '/press/{token}', summary: 'What a link in a mail lets press; no names', tags })
    .input(token)
    .output(press),
  press: forAnyoneSteadily
    .route({
      method: 'POST',
      path: '/press/{token}',
      summary: 'One press from a mail, signed in or not; it can be undone for seven days',
      tags,
    })
    .input(token.extend({ answer: pressed }))
    .output(press),
};
