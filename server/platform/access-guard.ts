import { os } from '@orpc/server';
import type { Access, May } from '#contract/base.ts';
import { errorOf, fail } from './errors.ts';

/** The person behind a request, read from the database at every request. */
export interface Who {
  readonly workspaceId: string;
  readonly personId: string;
  readonly status: 'active' | 'away' | 'leaving' | 'alumni';
  readonly roles: readonly ('steward' | 'works-council')[];
  /** The session's id, or null where a token of the command line was used. */
  readonly sessionId: string | null;
}

export interface RequestContext {
  readonly headers: Headers;
  readonly ip: string;
  /** Headers of the answer, for cookies. */
  readonly resHeaders?: Headers;
  identify(): Promise<Who | null>;
}

/** Decides by the contract's word alone whether this caller may call at all. */
export function mayCall(may: May, who: Who | null): 'yes' | 'not-signed-in' | 'not-allowed' {
  if (may === 'anyone') return 'yes';
  if (!who) return 'not-signed-in';
  if (may === 'leaving') return 'yes';
  if (who.status === 'leaving' || may === 'nobody') return 'not-allowed';
  if (may === 'person') return 'yes';
  return who.roles.includes(may) ? 'yes' : 'not-allowed';
}

/** Middleware of every endpoint: deny by default. */
export const accessGuard = os
  .$context<RequestContext>()
  .$meta<Access>({ may: 'nobody' })
  .middleware(async ({ context, next, procedure }) => {
    const who = await context.identify();
    const answer = mayCall(procedure['~orpc'].meta.may, who);
    if (answer !== 'yes') throw errorOf(answer);
    return next({ context: { who } });
  });

/** The caller, where the contract says that there is one. */
export function caller(context: { who: Who | null }): Who {
  return context.who ?? fail('not-signed-in');
}
