import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { Delivery } from './delivery.ts';

const os = implement(contract.delivery).$context<RequestContext>().use(accessGuard);

export function deliveryRoutes(delivery: Delivery) {
  return os.router({
    openStop: os.openStop.handler(({ input }) => ({
      status: 302 as const,
      headers: { location: delivery.stopPage(input.token) },
    })),
    stop: os.stop.handler(({ input }) => delivery.stopByLink(input.token)),
    stopState: os.stopState.handler(({ input }) => delivery.stateByLink(input.token)),
    undoStop: os.undoStop.handler(({ input }) => delivery.undoByLink(input.token)),
    mine: os.mine.handler(({ context }) => delivery.mine(caller(context))),
    choose: os.choose.handler(async ({ context, input }) => {
      await delivery.choose(caller(context), input.mail);
      return { done: true };
    }),
    state: os.state.handler(({ context }) => delivery.state(caller(context))),
    way: os.way.handler(async ({ context }) => ({ way: await delivery.wayOf(context.who?.workspaceId ?? null) })),
    sendAgain: os.sendAgain.handler(async ({ context }) => ({ again: await delivery.sendAgain(caller(context)) })),
    releaseHeld: os.releaseHeld.handler(async ({ context }) => ({
      released: await delivery.releaseHeld(caller(context)),
    })),
  });
}
