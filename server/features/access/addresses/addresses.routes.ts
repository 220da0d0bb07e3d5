import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { AddressDoor } from '../access.ts';

const os = implement(contract.addresses).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function addressesRoutes(addresses: AddressDoor) {
  return os.router({
    mine: os.mine.handler(({ context }) => addresses.mine(caller(context))),
    confirm: os.confirm.handler(async ({ context, input }) => {
      await addresses.confirm(caller(context), input.id);
      return DONE;
    }),
    refuse: os.refuse.handler(async ({ context, input }) => {
      await addresses.refuse(caller(context), input.id);
      return DONE;
    }),
    waiting: os.waiting.handler(({ context }) => addresses.waiting(caller(context))),
    release: os.release.handler(async ({ context, input }) => {
      await addresses.release(caller(context), input.id, input.colleagueId);
      return DONE;
    }),
    toAgree: os.toAgree.handler(({ context }) => addresses.toAgree(caller(context))),
    agree: os.agree.handler(async ({ context, input }) => {
      await addresses.agree(caller(context), input.id);
      return DONE;
    }),
  });
}
