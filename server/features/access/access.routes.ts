import { implement } from '@orpc/server';
import type { Language } from '#contract/common.ts';
import { contract } from '#contract/contract.ts';
import { askedLanguage } from '#server/platform/accept-language.rules.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { AccessDoor } from './access.ts';
import { entryRoutes } from './entry/entry.routes.ts';
import { rolesRoutes } from './roles/roles.routes.ts';
import { tokensRoutes } from './tokens/tokens.routes.ts';

export { addressesRoutes } from './addresses/addresses.routes.ts';

const os = implement({ session: contract.session, access: contract.access })
  .$context<RequestContext>()
  .use(accessGuard);
const DONE = { done: true } as const;

function setCookies(context: RequestContext, cookies: readonly string[]): typeof DONE {
  for (const cookie of cookies) context.resHeaders?.append('set-cookie', cookie);
  return DONE;
}

/** What the page says it speaks, else what the browser asks for. */
const languageOf = ({ headers }: RequestContext, input: { language?: Language | undefined }): Language =>
  input.language ?? askedLanguage(headers) ?? 'en';

export function sessionRoutes(access: AccessDoor) {
  const on = os.session;
  return on.router({
    me: on.me.handler(({ context }) => {
      const known = context.who && access.becomeKnown(context.headers, context.who);
      if (known) setCookies(context, [known]);
      return access.me(context.who);
    }),
    sendCode: on.sendCode.handler(async ({ context, input }) =>
      setCookies(context, [await access.sendCode(context, input.email, languageOf(context, input))]),
    ),
    enter: on.enter.handler(async ({ context, input }) =>
      setCookies(context, await access.enter(context, input.email, input.code)),
    ),
    list: on.list.handler(async ({ context }) => ({
      sessions: await access.sessions(caller(context)),
    })),
    end: on.end.handler(async ({ context, input }) => {
      await access.endSession(caller(context), input.id);
      return DONE;
    }),
    endOthers: on.endOthers.handler(async ({ context }) => {
      await access.endOtherSessions(caller(context));
      return DONE;
    }),
    passkeys: on.passkeys.handler(async ({ context }) => ({ passkeys: await access.passkeys(caller(context)) })),
    endPasskey: on.endPasskey.handler(async ({ context, input }) => {
      await access.endPasskey(caller(context), input.id);
      return DONE;
    }),
    declinePasskey: on.declinePasskey.handler(async ({ context }) => {
      await access.declinePasskey(caller(context));
      return DONE;
    }),
    privateAddress: on.privateAddress.handler(async ({ context }) => ({
      email: await access.privateAddress.get(caller(context)),
    })),
    askPrivateAddress: on.askPrivateAddress.handler(async ({ context, input }) => {
      const who = caller(context);
      await access.limit('privateCodes', who.personId);
      await access.limit('privateCodesPerDay', who.personId);
      return setCookies(context, [access.privateAddress.ask(who, input.email, languageOf(context, input))]);
    }),
    setPrivateAddress: on.setPrivateAddress.handler(async ({ context, input }) => {
      const who = caller(context);
      await access.limit('privateTries', who.personId);
      return setCookies(context, [await access.privateAddress.confirm(who, context.headers, input.code)]);
    }),
    forgetPrivateAddress: on.forgetPrivateAddress.handler(async ({ context }) => {
      await access.privateAddress.forget(caller(context));
      return DONE;
    }),
    signOut: on.signOut.handler(async ({ context }) => setCookies(context, await access.leave(context.headers))),
  });
}

export function accessRoutes(access: AccessDoor) {
  const on = os.access;
  return on.router({
    ...entryRoutes(access),
    join: on.join.handler(async ({ context, input }) =>
      setCookies(context, [await access.askToJoin(context, input, languageOf(context, input))]),
    ),
    ...rolesRoutes(access),
    ...tokensRoutes(access),
  });
}
