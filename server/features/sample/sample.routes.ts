import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, type RequestContext } from '#server/platform/access-guard.ts';
import type { SampleDoor } from './sample.ts';

const os = implement(contract.sample).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function sampleRoutes(sample: SampleDoor) {
  return os.router({
    people: os.people.handler(async ({ input }) => ({ people: await sample.people(input.language) })),
    enter: os.enter.handler(async ({ context, input }) => {
      const cookies = await sample.enter(input.personId, context.ip, input.language);
      for (const cookie of cookies) context.resHeaders?.append('set-cookie', cookie);
      return DONE;
    }),
    reset: os.reset.handler(async ({ context, input }) => {
      await sample.reset(context.ip, input.language);
      return DONE;
    }),
  });
}
