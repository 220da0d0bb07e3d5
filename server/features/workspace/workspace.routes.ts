import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Overview } from '#contract/workspace.ts';
import type { AccessDoor } from '#server/features/access/access.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import { accessGuard, caller, type RequestContext, type Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { WorkspaceDoor } from './workspace.ts';

const os = implement(contract.workspace).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export interface WorkspaceRoutes {
  workspace: WorkspaceDoor;
  access: AccessDoor;
  delivery: Delivery;
  programmes: { standing(who: Who): Promise<Overview['programmes']> };
  /** The sample organisation is never set up by hand. */
  isSample: boolean;
}

/** How the organisation stands, gathered from those who know. */
async function overviewOf({ workspace, delivery, programmes }: WorkspaceRoutes, who: Who): Promise<Overview> {
  const { workspaceId } = who;
  const [way, mark, state, standing] = await Promise.all([
    delivery.wayOf(workspaceId),
    delivery.markOf(workspaceId),
    delivery.state(who),
    programmes.standing(who),
  ]);
  const mail = { way, mark, isFailing: state.trouble !== null };
  return workspace.overview(who, { mail, programmes: standing });
}

export function workspaceRoutes(doors: WorkspaceRoutes) {
  const { workspace, access, delivery, isSample } = doors;
  return os.router({
    setUp: os.setUp.handler(async ({ context, input }) => {
      if (isSample) fail('workspace.already-set-up');
      const email = await workspace.setUp(input);
      for (const cookie of await access.enterAs(email, context.headers))
        context.resHeaders?.append('set-cookie', cookie);
      return DONE;
    }),
    get: os.get.handler(({ context }) => workspace.get(caller(context))),
    change: os.change.handler(async ({ context, input }) => {
      await workspace.change(caller(context), input);
      return DONE;
    }),
    overview: os.overview.handler(({ context }) => overviewOf(doors, caller(context))),
    sayElsewhere: os.sayElsewhere.handler(async ({ context, input }) => {
      await workspace.sayElsewhere(caller(context), input.step, input.isElsewhere);
      return DONE;
    }),
    mail: os.mail.handler(async ({ context }) => {
      const who = caller(context);
      return { ...(await workspace.mail(who)), ...(await delivery.wayNow(who.workspaceId)) };
    }),
    setMail: os.setMail.handler(async ({ context, input }) => ({
      state: await workspace.setMail(caller(context), input),
    })),
    clearMail: os.clearMail.handler(async ({ context }) => ({ state: await workspace.clearMail(caller(context)) })),
    confirmMail: os.confirmMail.handler(async ({ context, input }) => {
      const who = caller(context);
      if (input.code !== undefined) await access.limit('mailCodeTries', who.personId);
      await workspace.confirmMail(who, input.id, input.code);
      return DONE;
    }),
    withdrawMail: os.withdrawMail.handler(async ({ context, input }) => {
      await workspace.withdrawMail(caller(context), input.id);
      return DONE;
    }),
    testMail: os.testMail.handler(async ({ context, input }) => {
      const who = caller(context);
      await access.limit('mailTests', who.personId);
      const own = await workspace.ownAddress(who);
      await access.limit('mailTestsPerDay', who.workspaceId);
      const settings = input?.mail && (await workspace.trial(who, input.mail));
      const to = { name: own.name, address: own.email };
      const result = await delivery.sendTest(who, to, { language: own.language, settings });
      const mark = result.outcome === 'sent' ? await delivery.markOf(who.workspaceId, settings) : null;
      if (mark) await workspace.noteMailTested(who, mark);
      return result;
    }),
  });
}
