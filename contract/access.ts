import { z } from 'zod';
import { forAnyone, forPerson, forSteward } from './base.ts';
import { done, id, language, line, role } from './common.ts';

const email = z.email().max(254);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
const token = z.string().max(120);
const name = line(120).min(1);

const grant = z.object({ personId: id, name: z.string(), role, isConfirmed: z.boolean() });
const joinLink = z.object({
  id,
  domain: z.string(),
  /** The unit that whoever joins becomes part of, if any. */
  unitName: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

const heldToken = z.object({
  id,
  name: z.string(),
  createdAt: z.date(),
  /** To the hour. */
  usedAt: z.date().nullable(),
  expiresAt: z.date(),
});

const invitations = ['invitations'];
const roles = ['roles'];
const tokens = ['tokens'];

export const access = {
  invite: forSteward
    .route({ method: 'POST', path: '/invitations', summary: 'Invite people by their addresses', tags: invitations })
    .input(z.object({ emails: z.array(email).min(1).max(200), unitId: id.optional() }))
    .output(z.object({ invited: z.number(), known: z.array(z.string()) })),
  links: forSteward
    .route({ method: 'GET', path: '/join-links', summary: 'Join links that hold', tags: invitations })
    .output(z.object({ links: z.array(joinLink) })),
  makeLink: forSteward
    .route({
      method: 'POST',
      path: '/join-links',
      summary: 'Make a join link for one e-mail domain; its address is shown once',
      tags: invitations,
    })
    .input(z.object({ domain, unitId: id.optional() }))
    .output(z.object({ id, url: z.string() })),
  endLink: forSteward
    .route({ method: 'DELETE', path: '/join-links/{id}', summary: 'End a join link', tags: invitations })
    .input(z.object({ id }))
    .output(done),
  link: forAnyone
    .route({
      method: 'GET',
      path: '/join/{token}',
      summary: 'Which organisation a join link leads to',
      tags: invitations,
    })
    .input(z.object({ token }))
    .output(z.object({ workspace: z.string(), domain: z.string() })),
  join: forAnyone
    .route({ method: 'POST', path: '/join/{token}', summary: 'Ask for a code with a join link', tags: invitations })
    .input(z.object({ token, name, email, language: language.optional() }))
    .output(done),
  roles: forPerson
    .route({ method: 'GET', path: '/roles', summary: 'Who holds which role', tags: roles })
    .output(z.object({ grants: z.array(grant) })),
  giveRole: forSteward
    .route({
      method: 'POST',
      path: '/roles',
      summary: 'Give a role; works council counts once a second person confirmed it',
      tags: roles,
    })
    .input(z.object({ personId: id, role }))
    .output(done),
  confirmRole: forPerson
    .route({
      method: 'POST',
      path: '/roles/confirm',
      summary: 'Confirm a works-council role, as the second person',
      tags: roles,
    })
    .input(z.object({ personId: id }))
    .output(done),
  takeRole: forSteward
    .route({ method: 'DELETE', path: '/roles/{personId}/{role}', summary: 'Take a role back', tags: roles })
    .input(z.object({ personId: id, role }))
    .output(done),
  tokens: forSteward
    .route({ method: 'GET', path: '/tokens', summary: 'My tokens that hold', tags: tokens })
    .output(z.object({ tokens: z.array(heldToken) })),
  makeToken: forSteward
    .route({
      method: 'POST',
      path: '/tokens',
      summary: 'Make a token for the command line; it is shown once and ends after 30 days',
      tags: tokens,
    })
    .input(z.object({ name: line(60).default('') }).optional())
    .output(z.object({ id, token: z.string(), expiresAt: z.date() })),
  endToken: forSteward
    .route({ method: 'DELETE', path: '/tokens/{id}', summary: 'End one of my tokens', tags: tokens })
    .input(z.object({ id }))
    .output(done),
  endTokens: forSteward
    .route({ method: 'DELETE', path: '/tokens', summary: 'End all my tokens', tags: tokens })
    .output(done),
};
