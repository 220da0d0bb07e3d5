import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { AccessDoor } from '../access.ts';

const on = implement(contract.access).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export const tokensRoutes = (access: AccessDoor) => ({
  tokens: on.tokens.handler(async ({ context }) => ({ tokens: await access.tokens(caller(context)) })),
  makeToken: on.makeToken.handler(({ context, input }) => access.makeToken(caller(context), input?.name)),
  endToken: on.endToken.handler(async ({ context, input }) => {
    await access.endToken(caller(context), input.id);
    return DONE;
  }),
  endTokens: on.endTokens.handler(async ({ context }) => {
    await access.endTokens(caller(context));
    return DONE;
  }),
});
