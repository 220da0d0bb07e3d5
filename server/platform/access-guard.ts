import { os } from '@orpc/server';
import type { Access } from '#contract/base.ts';
import { errorOf, fail } from './errors.ts';
import { steadily } from './steady.ts';

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

type Answer = 'yes' | 'not-signed-in' | 'not-allowed' | 'access.token-imports-only';

/** Decides by the contract's word alone whether this caller may call at all. */
export function mayCall({ may, token }: Access, who: Who | null): Answer {
  // Before all else: what a token may not do it may not do as anybody either.
  if (who && who.sessionId === null && !token) return 'access.token-imports-only';
  if (may === 'anyone') return 'yes';
  if (!who) return 'not-signed-in';
  if (may === 'leaving') return 'yes';
  if (who.status === 'leaving' || who.status === 'alumni' || may === 'nobody') return 'not-allowed';
  if (may === 'person') return 'yes';
  return who.roles.includes(may) ? 'yes' : 'not-allowed';
}

/** Middleware of every endpoint: deny by default. */
export const accessGuard = os
  .$context<RequestContext>()
  .$meta<Access>({ may: 'nobody' })
  .middleware(async ({ context, next, procedure }) => {
    const { meta } = procedure['~orpc'];
    const work = async () => {
      const who = await context.identify();
      const answer = mayCall(meta, who);
      if (answer !== 'yes') throw errorOf(answer);
      return next({ context: { who } });
    };
    return meta.steady ? steadily(work) : work();
  });

/** The caller, where the contract says that there is one. */
export function caller(context: { who: Who | null }): Who {
  return context.who ?? fail('not-signed-in');
}
