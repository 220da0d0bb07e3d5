import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import * as verbs from './addresses.ts';

const os = implement(contract.addresses).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function addressesRoutes(deps: verbs.Deps) {
  return os.router({
    mine: os.mine.handler(({ context }) => verbs.myAddress(deps, caller(context))),
    confirm: os.confirm.handler(async ({ context, input }) => {
      await verbs.confirmChange(deps, caller(context), input.id);
      return DONE;
    }),
    refuse: os.refuse.handler(async ({ context, input }) => {
      await verbs.refuseChange(deps, caller(context), input.id);
      return DONE;
    }),
    waiting: os.waiting.handler(({ context }) => verbs.waitingChanges(deps, caller(context))),
    release: os.release.handler(async ({ context, input }) => {
      await verbs.askRelease(deps, caller(context), input.id, input.colleagueId);
      return DONE;
    }),
    toAgree: os.toAgree.handler(({ context }) => verbs.changesToAgree(deps, caller(context))),
    agree: os.agree.handler(async ({ context, input }) => {
      await verbs.agreeToRelease(deps, caller(context), input.id);
      return DONE;
    }),
  });
}
