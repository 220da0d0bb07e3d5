import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { IntroductionsDoor } from './introductions.ts';

const os = implement(contract.introductions).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function introductionsRoutes(introductions: IntroductionsDoor) {
  return os.router({
    hellos: os.hellos.handler(({ context }) => introductions.hellos(caller(context))),
    sayHello: os.sayHello.handler(async ({ context, input }) => ({
      introductionId: await introductions.sayHello(caller(context), input),
    })),
    answerHello: os.answerHello.handler(async ({ context, input }) => ({
      introductionId: await introductions.answerHello(caller(context), input.id, input.answer),
    })),
    withdraw: os.withdraw.handler(async ({ context, input }) => {
      await introductions.withdraw(caller(context), input.id);
      return DONE;
    }),
    list: os.list.handler(async ({ context }) => ({ introductions: await introductions.list(caller(context)) })),
    get: os.get.handler(({ context, input }) => introductions.get(caller(context), input.id, input.language)),
    answer: os.answer.handler(async ({ context, input }) => {
      await introductions.answer(caller(context), input.id, input);
      return DONE;
    }),
    swap: os.swap.handler(async ({ context, input }) => {
      await introductions.swap(caller(context), input.id);
      return DONE;
    }),
    calendar: os.calendar.handler(async ({ context, input }) => ({
      headers: { 'cache-control': 'private, no-store' },
      body: await introductions.calendar(caller(context), input.id, input),
    })),
  });
}
