import { contract } from 'virtual:contract';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache } from '@tanstack/react-query';
import { errorCode, isFinal } from './errors.ts';
import { FreshQueryClient } from './fresh-query-client.ts';
import { base } from './place.ts';

const link = new OpenAPILink(contract, { url: `${location.origin}${base}/api` });

/** The API as functions: `await client.people.search({ q })`. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link);

/** The same for react-query: `useQuery(api.people.search.queryOptions({ input: { q } }))`. */
export const api = createTanstackQueryUtils(client);

/** A session that ended elsewhere shows in the next answer; who I am is then asked anew. */
function noticeEnd(error: unknown): void {
  if (errorCode(error) === 'not-signed-in') {
    void queryClient.invalidateQueries({ queryKey: api.session.me.key(), refetchType: 'all' });
  }
}

export const queryClient = new FreshQueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    // Offline a press fails at once, and says so, instead of acting when nobody expects it any more.
    mutations: { networkMode: 'always' },
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && !isFinal(error) },
  },
});
