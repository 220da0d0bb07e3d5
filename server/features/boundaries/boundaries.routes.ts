import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { Boundaries } from './boundaries.ts';

const os = implement(contract.boundaries).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function boundariesRoutes(boundaries: Boundaries) {
  return os.router({
    mine: os.mine.handler(({ context }) => boundaries.mine(caller(context))),
    change: os.change.handler(async ({ context, input }) => {
      await boundaries.change(caller(context), input);
      return DONE;
    }),
    blocks: os.blocks.handler(async ({ context }) => ({ people: await boundaries.blocks(caller(context)) })),
    block: os.block.handler(async ({ context, input }) => {
      await boundaries.block(caller(context), input.personId);
      return DONE;
    }),
    unblock: os.unblock.handler(async ({ context, input }) => {
      await boundaries.unblock(caller(context), input.personId);
      return DONE;
    }),
  });
}
