import { z } from 'zod';
import { forAnyoneSteadily, forPerson, forSteward } from './base.ts';
import { done, emailAddress, emailDomain, id, language, line, role } from './common.ts';

const token = z.string().max(120);
const name = line(120).min(1);

/** What waits for a second person: a works-council role, or its end. */
export const waitingRole = z.object({
  what: z.enum(['role', 'end']),
  by: z.string(),
  isMine: z.boolean(),
  at: z.date(),
  /** Why the caller may not confirm it; null where they may. */
  whyNot: z.enum(['access.two-people', 'access.signed-in-later', 'access.same-making']).nullable(),
  /** Whether anybody here can be the second person at the moment. */
  isPossible: z.boolean(),
});
export type WaitingRole = z.infer<typeof waitingRole>;

const grant = z.object({
  personId: id,
  name: z.string(),
  role,
  isConfirmed: z.boolean(),
  waiting: waitingRole.nullable(),
});
const joinLink = z.object({
  id,
  domain: z.string(),
  /** The unit that whoever joins becomes part of, if any. */
  unitName: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

/** 'added': here by a steward's word, and not told; 'written': to a folder, not sent; 'bounced': the mail server took none for this address. */
export const invitationState = z.enum(['added', 'waiting', 'invited', 'written', 'bounced', 'not-sent', 'joined']);

const invitation = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  unit: z.string().nullable(),
  by: z.string().nullable(),
  sentAt: z.date().nullable(),
  state: invitationState,
  mayAgain: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

const allInvitations = z.object({
  byName: z.array(invitation),
  directory: z.object({
    /** Everybody here who came by a file. */
    people: z.number().int(),
    hasInvited: z.boolean(),
    canInvite: z.boolean(),
    canRemind: z.boolean(),
    bounced: z.array(z.object({ personId: id, name: z.string(), email: z.string() })),
  }),
});
export type Invitations = z.infer<typeof allInvitations>;

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
    .input(z.object({ emails: z.array(emailAddress).min(1).max(200), unitId: id.optional() }))
    .output(z.object({ invited: z.number(), known: z.array(z.string()) })),
  invitations: forSteward
    .route({
      method: 'GET',
      path: '/invitations',
      summary: 'Whom stewards invited by their address, one by one; those of the directory as a whole',
      tags: invitations,
    })
    .output(allInvitations),
  inviteDirectory: forSteward
    .route({
      method: 'POST',
      path: '/invitations/directory',
      summary: 'Invite everybody from the directory who never signed in, once; or remind those invited a week ago',
      tags: invitations,
    })
    .input(z.object({ isReminder: z.boolean() }))
    .output(done),
  inviteAgain: forSteward
    .route({
      method: 'POST',
      path: '/invitations/{personId}/again',
      summary: 'Send an invitation again, or for the first time to somebody who was added',
      tags: invitations,
    })
    .input(z.object({ personId: id }))
    .output(done),
  withdrawInvitation: forSteward
    .route({
      method: 'DELETE',
      path: '/invitations/{personId}',
      summary: 'Withdraw an invitation; who never came is no longer in the directory',
      tags: invitations,
    })
    .input(z.object({ personId: id }))
    .output(done),
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
    .input(z.object({ domain: emailDomain, unitId: id.optional() }))
    .output(z.object({ id, url: z.string() })),
  endLink: forSteward
    .route({ method: 'DELETE', path: '/join-links/{id}', summary: 'End a join link', tags: invitations })
    .input(z.object({ id }))
    .output(done),
  link: forAnyoneSteadily
    .route({
      method: 'GET',
      path: '/join/{token}',
      summary: 'Which organisation a join link leads to',
      tags: invitations,
    })
    .input(z.object({ token }))
    .output(z.object({ workspace: z.string(), domain: z.string() })),
  join: forAnyoneSteadily
    .route({ method: 'POST', path: '/join/{token}', summary: 'Ask for a code with a join link', tags: invitations })
    .input(z.object({ token, name, email: emailAddress, language: language.optional() }))
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
    .route({
      method: 'DELETE',
      path: '/roles/{personId}/{role}',
      summary:
        'Take a role back; the end of a works-council role is proposed, and it holds until a second person confirms',
      tags: roles,
    })
    .input(z.object({ personId: id, role }))
    .output(z.object({ isOver: z.boolean() })),
  confirmEnd: forPerson
    .route({
      method: 'POST',
      path: '/roles/confirm-end',
      summary: 'Confirm the end of a works-council role, as the second person',
      tags: roles,
    })
    .input(z.object({ personId: id }))
    .output(done),
  keepRole: forSteward
    .route({
      method: 'POST',
      path: '/roles/keep',
      summary: 'Take the proposal back that a works-council role ends',
      tags: roles,
    })
    .input(z.object({ personId: id }))
    .output(done),
  layDownRole: forPerson
    .route({
      method: 'DELETE',
      path: '/roles/mine/works-council',
      summary: 'Lay my works-council role down',
      tags: roles,
    })
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
