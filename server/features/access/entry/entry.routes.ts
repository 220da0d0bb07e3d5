import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { AccessDoor } from '../access.ts';

const on = implement(contract.access).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export const entryRoutes = ({ entry, limit }: Pick<AccessDoor, 'entry' | 'limit'>) => ({
  invite: on.invite.handler(async ({ context, input }) => {
    const who = caller(context);
    await limit('invitationsPerDay', who.workspaceId, input.emails.length);
    return entry.invite(who, input.emails, input.unitId);
  }),
  invitations: on.invitations.handler(({ context }) => entry.invitations(caller(context))),
  inviteDirectory: on.inviteDirectory.handler(async ({ context, input }) => {
    const who = caller(context);
    await limit('directoryInvitations', who.workspaceId);
    await entry.inviteDirectory(who, input.isReminder);
    return DONE;
  }),
  inviteAgain: on.inviteAgain.handler(async ({ context, input }) => {
    const who = caller(context);
    await limit('invitationsPerDay', who.workspaceId);
    await entry.inviteAgain(who, input.personId);
    return DONE;
  }),
  withdrawInvitation: on.withdrawInvitation.handler(async ({ context, input }) => {
    await entry.withdraw(caller(context), input.personId);
    return DONE;
  }),
  links: on.links.handler(async ({ context }) => ({ links: await entry.links(caller(context)) })),
  makeLink: on.makeLink.handler(({ context, input }) => entry.makeLink(caller(context), input.domain, input.unitId)),
  endLink: on.endLink.handler(async ({ context, input }) => {
    await entry.endLink(caller(context), input.id);
    return DONE;
  }),
  link: on.link.handler(async ({ input }) => {
    const { workspace, domain } = await entry.link(input.token);
    return { workspace, domain };
  }),
});
