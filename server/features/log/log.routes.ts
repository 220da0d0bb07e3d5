import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { LogDoor } from './log.ts';

const os = implement(contract.log).$context<RequestContext>().use(accessGuard);

export function logRoutes(log: LogDoor) {
  return os.router({
    read: os.read.handler(async ({ context, input }) => ({ entries: await log.read(caller(context), input.before) })),
  });
}
