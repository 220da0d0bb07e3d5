import { createRouterClient, implement, type Router } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { Database } from '#server/platform/database.ts';

const { addresses, boundaries, introductions, session, week } = contract;

/** What the home page asks, as the endpoints themselves: each decides for itself what may be seen. */
export type TodayProcedures = Router<
  {
    me: typeof session.me;
    week: typeof week.get;
    boundaries: typeof boundaries.mine;
    hellos: typeof introductions.hellos;
    introductions: typeof introductions.list;
    address: typeof addresses.mine;
    addressesToAgree: typeof addresses.toAgree;
  },
  RequestContext
>;

const os = implement(contract.today).$context<RequestContext>().use(accessGuard);

export function todayRoutes(db: Pick<Database, 'readTogether'>, procedures: TodayProcedures) {
  return os.router({
    get: os.get.handler(async ({ context }) => {
      const ask = createRouterClient(procedures, { context });
      return db.readTogether(caller(context), async () => {
        const [me, week, boundaries, hellos, introductions, address, addressesToAgree] = await Promise.all([
          ask.me(),
          ask.week(),
          ask.boundaries(),
          ask.hellos(),
          ask.introductions(),
          ask.address(),
          ask.addressesToAgree(),
        ]);
        return { me, week, boundaries, hellos, introductions, address, addressesToAgree };
      });
    }),
  });
}
