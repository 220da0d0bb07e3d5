import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, type RequestContext } from '#server/platform/access-guard.ts';
import type { AccessDoor } from './access.ts';

const os = implement(contract.session).$context<RequestContext>().use(accessGuard);

export function sessionRoutes(access: AccessDoor) {
  return os.router({
    me: os.me.handler(({ context }) => access.me(context.who)),
    signOut: os.signOut.handler(async ({ context }) => {
      for (const cookie of await access.leave(context.headers)) context.resHeaders?.append('set-cookie', cookie);
      return { done: true };
    }),
  });
}
