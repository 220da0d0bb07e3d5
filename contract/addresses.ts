import { z } from 'zod';
import { forPerson, forSteward } from './base.ts';
import { done, id } from './common.ts';

/** Who proposed another address for somebody. */
const addressSource = z.enum(['import', 'steward', 'directory']);

/** What a release still waits for. */
const releaseNeeds = z.enum(['mail', 'days', 'request', 'colleague']);
export type ReleaseNeeds = z.infer<typeof releaseNeeds>;

const askedChange = z.object({
  id,
  newEmail: z.string(),
  source: addressSource,
  askedBy: z.string().nullable(),
  askedAt: z.date(),
});

const waitingChange = askedChange.extend({
  personId: id,
  name: z.string(),
  oldEmail: z.string(),
  /** How many of the two mails to the old address have left. */
  told: z.number().int(),
  /** From when two people may release it; null until the first mail has left. */
  releasableFrom: z.date().nullable(),
  needs: releaseNeeds,
  /** The colleague who was asked to agree. */
  colleague: z.string().nullable(),
});
export type WaitingChange = z.infer<typeof waitingChange>;

const tags = ['addresses'];

export const addresses = {
  mine: forPerson
    .route({
      method: 'GET',
      path: '/addresses/mine',
      summary: 'The address I sign in with, and one that waits for me',
      tags,
    })
    .output(z.object({ email: z.string(), change: askedChange.nullable() })),
  confirm: forPerson
    .route({
      method: 'POST',
      path: '/addresses/{id}/confirm',
      summary: 'Sign in with the new address from now on; other sessions and tokens end',
      tags,
    })
    .input(z.object({ id }))
    .output(done),
  refuse: forPerson
    .route({ method: 'POST', path: '/addresses/{id}/refuse', summary: 'Keep my address', tags })
    .input(z.object({ id }))
    .output(done),
  waiting: forSteward
    .route({
      method: 'GET',
      path: '/addresses/waiting',
      summary: 'Changes that wait for the person, and what a release still needs',
      tags,
    })
    .output(z.object({ changes: z.array(waitingChange), total: z.number().int() })),
  release: forSteward
    .route({
      method: 'POST',
      path: '/addresses/{id}/release',
      summary: 'Ask a colleague, no steward, to agree to the release of a change',
      tags,
    })
    .input(z.object({ id, colleagueId: id }))
    .output(done),
  toAgree: forPerson
    .route({
      method: 'GET',
      path: '/addresses/to-agree',
      summary: 'Changes whose release I am asked to agree to',
      tags,
    })
    .output(z.object({ changes: z.array(waitingChange) })),
  agree: forPerson
    .route({
      method: 'POST',
      path: '/addresses/{id}/agree',
      summary: 'Agree to the release, as the colleague who was named',
      tags,
    })
    .input(z.object({ id }))
    .output(done),
};
