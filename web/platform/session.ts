import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/session.ts';
import { api, queryClient } from './api.ts';

/** Who I am here; undefined while it loads. */
export function useMe(): Me | undefined {
  return useQuery(api.session.me.queryOptions({ staleTime: 60_000 })).data;
}

/** Who I am, for guards of routes. */
export const loadMe = (): Promise<Me> =>
  queryClient.ensureQueryData(api.session.me.queryOptions({ staleTime: 60_000 }));

/** To be called after anything that changes who I am; asks anew, so that the guards of routes know it too. */
export const forgetMe = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: api.session.key(), refetchType: 'all' });
