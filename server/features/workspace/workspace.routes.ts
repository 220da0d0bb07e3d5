import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { AccessDoor } from '#server/features/access/access.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { WorkspaceDoor } from './workspace.ts';

const os = implement(contract.workspace).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export interface WorkspaceRoutes {
  workspace: WorkspaceDoor;
  access: AccessDoor;
  delivery: Delivery;
  /** The sample organisation is never set up by hand. */
  isSample: boolean;
}

export function workspaceRoutes({ workspace, access, delivery, isSample }: WorkspaceRoutes) {
  return os.router({
    setUp: os.setUp.handler(async ({ context, input }) => {
      if (isSample) fail('workspace.already-set-up');
      await access.limit('setUpTries', context.ip);
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
    mail: os.mail.handler(async ({ context }) => ({ mail: await workspace.mail(caller(context)) })),
    setMail: os.setMail.handler(async ({ context, input }) => {
      await workspace.setMail(caller(context), input);
      return DONE;
    }),
    clearMail: os.clearMail.handler(async ({ context }) => {
      await workspace.clearMail(caller(context));
      return DONE;
    }),
    testMail: os.testMail.handler(async ({ context }) => {
      const own = await workspace.ownAddress(caller(context));
      const settings = await workspace.settingsOf(caller(context).workspaceId);
      await delivery
        .sendTest({ name: own.name, address: own.email }, own.language ?? 'en', settings)
        .catch(() => fail('workspace.mail-failed'));
      return DONE;
    }),
  });
}
