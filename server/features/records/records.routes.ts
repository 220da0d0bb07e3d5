import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import { endpointsOf } from '#server/platform/endpoints.rules.ts';
import type { Records } from './records.ts';

const os = implement(contract.records).$context<RequestContext>().use(accessGuard);

export function recordsRoutes(records: Records) {
  return os.router({
    aboutMe: os.aboutMe.handler(({ context }) => records.aboutMe(caller(context))),
    exportMine: os.exportMine.handler(({ context, input }) => records.exportMine(caller(context), input.format)),
    deleteMe: os.deleteMe.handler(async ({ context, input }) => {
      await records.deleteMe(caller(context), input.confirm);
      return { done: true };
    }),
    promises: os.promises.handler(() => ({ groups: endpointsOf(contract) })),
  });
}
