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
    chooseTime: os.chooseTime.handler(async ({ context, input }) => {
      await introductions.chooseTime(caller(context), input.id, input.at);
      return DONE;
    }),
    takeTimeBack: os.takeTimeBack.handler(async ({ context, input }) => {
      await introductions.takeTimeBack(caller(context), input.id);
      return DONE;
    }),
    again: os.again.handler(async ({ context, input }) => {
      await introductions.again(caller(context), input.id, input.again);
      return DONE;
    }),
    next: os.next.handler(async ({ context, input }) => ({
      introductionId: await introductions.next(caller(context), input.id, input.with),
    })),
    setRhythm: os.setRhythm.handler(async ({ context, input }) => {
      await introductions.setRhythm(caller(context), input.id, input.every);
      return DONE;
    }),
    endRhythm: os.endRhythm.handler(async ({ context, input }) => {
      await introductions.endRhythm(caller(context), input.id);
      return DONE;
    }),
    request: os.request.handler(({ context }) => introductions.request(caller(context))),
    ask: os.ask.handler(async ({ context }) => ({ introductionId: await introductions.ask(caller(context)) })),
    takeBack: os.takeBack.handler(async ({ context }) => {
      await introductions.takeBack(caller(context));
      return DONE;
    }),
    pressState: os.pressState.handler(({ input }) => introductions.pressState(input.token)),
    press: os.press.handler(({ input }) => introductions.press(input.token, input.answer)),
    calendar: os.calendar.handler(async ({ context, input }) => ({
      headers: { 'cache-control': 'private, no-store' },
      body: await introductions.calendar(caller(context), input.id, input.language),
    })),
  });
}
