import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { ProgrammesDoor } from './programmes.ts';

const os = implement(contract.programmes).$context<RequestContext>().use(accessGuard);
const done = { done: true as const };

export function programmesRoutes(programmes: ProgrammesDoor) {
  return os.router({
    list: os.list.handler(async ({ context }) => ({ programmes: await programmes.list(caller(context)) })),
    create: os.create.handler(({ context, input }) => programmes.create(caller(context), input)),
    get: os.get.handler(({ context, input }) => programmes.get(caller(context), input.id)),
    change: os.change.handler(({ context, input: { id, ...change } }) =>
      programmes.change(caller(context), id, change),
    ),
    link: os.link.handler(async ({ context, input }) => ({ url: await programmes.link(caller(context), input.id) })),
    renewLink: os.renewLink.handler(async ({ context, input }) => ({
      url: await programmes.renewLink(caller(context), input.id),
    })),
    byLink: os.byLink.handler(({ context, input }) => programmes.byLink(caller(context), input.token)),
    join: os.join.handler(({ context, input: { id, ...wanted } }) => programmes.join(caller(context), id, wanted)),
    choose: os.choose.handler(({ context, input: { id, ...choice } }) =>
      programmes.choose(caller(context), id, choice),
    ),
    leave: os.leave.handler(async ({ context, input }) => {
      await programmes.leave(caller(context), input.id);
      return done;
    }),
    invite: os.invite.handler(async ({ context, input }) => {
      await programmes.invite(caller(context), input.id);
      return done;
    }),
    inviteHost: os.inviteHost.handler(async ({ context, input }) => {
      await programmes.inviteHost(caller(context), input.id, input.personId);
      return done;
    }),
    importPairs: os.importPairs.handler(({ context, input }) =>
      programmes.importPairs(caller(context), input.id, input.text),
    ),
    preview: os.preview.handler(({ context, input: { id, ...whatIf }, signal }) =>
      programmes.preview(caller(context), id, { ...whatIf, signal }),
    ),
    sendNow: os.sendNow.handler(async ({ context, input }) => ({
      on: await programmes.sendNow(caller(context), input.id),
    })),
    host: os.host.handler(({ context, input }) => programmes.host(caller(context), input.id)),
  });
}
