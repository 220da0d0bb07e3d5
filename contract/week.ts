import { z } from 'zod';
import { forPerson } from './base.ts';
import { personCard } from './common.ts';

/** Why somebody is suggested; the web app has the words. */
export const why = z.object({
  code: z.enum([
    'met-on',
    'again',
    'manager',
    'report',
    'group',
    'unit',
    'workspace',
    'shared-interest',
    'shared-talent',
    'other-interest',
    'other-talent',
    'other-site',
    'other-level',
    'newcomer',
    'untrodden',
    'other-unit',
    'not-met',
    'both-care',
    'both-bring',
    'one-can',
    'each-own',
    'pair-levels',
    'pair-newcomer',
    'pair-units',
    'pair',
  ]),
  /** A day, an interest, a unit or a group, as the code needs it. */
  text: z.string().nullable(),
  /** The same of the second of two people, where the code needs both. */
  other: z.string().nullable(),
});
export type Why = z.infer<typeof why>;

/** One small step. */
export const step = z.enum([
  'ask-how-it-went',
  'ask-about-weekend',
  'ask-what-they-work-on',
  'say-hello',
  'welcome',
  'introduce',
]);
export type Step = z.infer<typeof step>;

const suggestion = z.object({
  person: personCard,
  why,
  step,
  /** Which days they are in the office, where I know them and they show it; 1 is Monday. */
  officeDays: z.array(z.number().int()),
  /** Their address, where I met them or work with them. */
  email: z.string().nullable(),
});
export type Suggestion = z.infer<typeof suggestion>;
const pair = z.object({ people: z.tuple([personCard, personCard]), why, step });
export type PairSuggestion = z.infer<typeof pair>;

const myWeek = z.object({
  /** The ISO week, '2026-W48'. */
  week: z.string(),
  /** Nobody else is here yet. */
  isAlone: z.boolean(),
  /** My own office days, to say when both are in. */
  officeDays: z.array(z.number().int()),
  nurture: z.array(suggestion),
  hardlyKnow: z.array(suggestion),
  shouldKnow: z.array(suggestion),
  connect: z.array(pair),
});
export type Week = z.infer<typeof myWeek>;

export const week = {
  get: forPerson
    .route({
      method: 'GET',
      path: '/week',
      summary: 'My people this week: a few for each kind, the first shown, the others to swap',
      tags: ['week'],
    })
    .output(myWeek),
};
