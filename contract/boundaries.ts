import { z } from 'zod';
import { forPerson } from './base.ts';
import { day, done, givenDay, id } from './common.ts';

/** How often somebody is introduced at most, over all programmes. */
export const ownRhythm = z.enum(['weekly', 'fortnightly', 'monthly', 'quarterly']);
export type OwnRhythm = z.infer<typeof ownRhythm>;

const limits = z.object({
  /** Null until I was asked; counts as no. */
  hellos: z.boolean().nullable(),
  pausedUntil: day.nullable(),
  /** Open to be introduced to somebody who asks for someone; null until I was asked, counts as no. */
  introductions: z.boolean().nullable(),
  /** Null: as often as the programmes I join. */
  rhythm: ownRhythm.nullable(),
  neverInvite: z.boolean(),
});
export type Limits = z.infer<typeof limits>;

const tags = ['boundaries'];

export const boundaries = {
  mine: forPerson.route({ method: 'GET', path: '/boundaries', summary: 'My limits', tags }).output(limits),
  change: forPerson
    .route({ method: 'PATCH', path: '/boundaries', summary: 'Change my limits; they hold at once', tags })
    .input(
      z.object({
        hellos: z.boolean().optional(),
        pausedUntil: givenDay.nullable().optional(),
        introductions: z.boolean().optional(),
        rhythm: ownRhythm.nullable().optional(),
        neverInvite: z.boolean().optional(),
      }),
    )
    .output(done),
  blocks: forPerson
    .route({ method: 'GET', path: '/boundaries/blocks', summary: 'Whom I blocked; nobody else can read this', tags })
    .output(z.object({ people: z.array(z.object({ id, name: z.string() })) })),
  block: forPerson
    .route({
      method: 'POST',
      path: '/boundaries/blocks/{personId}',
      summary: 'Block somebody: silent, symmetric, total',
      tags,
    })
    .input(z.object({ personId: id }))
    .output(done),
  unblock: forPerson
    .route({ method: 'DELETE', path: '/boundaries/blocks/{personId}', summary: 'Lift my block', tags })
    .input(z.object({ personId: id }))
    .output(done),
};
