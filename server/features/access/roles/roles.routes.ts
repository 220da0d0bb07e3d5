import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { AccessDoor } from '../access.ts';

const on = implement(contract.access).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export const rolesRoutes = (access: AccessDoor) => ({
  roles: on.roles.handler(async ({ context }) => ({ grants: await access.roles(caller(context)) })),
  giveRole: on.giveRole.handler(async ({ context, input }) => {
    await access.give(caller(context), input.personId, input.role);
    return DONE;
  }),
  confirmRole: on.confirmRole.handler(async ({ context, input }) => {
    await access.confirm(caller(context), input.personId);
    return DONE;
  }),
  takeRole: on.takeRole.handler(async ({ context, input }) => ({
    isOver: await access.take(caller(context), input.personId, input.role),
  })),
  confirmEnd: on.confirmEnd.handler(async ({ context, input }) => {
    await access.confirmEnd(caller(context), input.personId);
    return DONE;
  }),
  keepRole: on.keepRole.handler(async ({ context, input }) => {
    await access.keep(caller(context), input.personId);
    return DONE;
  }),
  layDownRole: on.layDownRole.handler(async ({ context }) => {
    await access.layDown(caller(context));
    return DONE;
  }),
});
