import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/session.ts';
import { api, client, queryClient } from './api.ts';

/** Who I am here; undefined while it loads. */
export function useMe(): Me | undefined {
  return useQuery(api.session.me.queryOptions({ staleTime: 60_000 })).data;
}

/** Who I am, for guards of routes. */
export const loadMe = (): Promise<Me> =>
  queryClient.ensureQueryData(api.session.me.queryOptions({ staleTime: 60_000 }));

/** Email speaks the language that somebody reads here, once it is known. */
export async function keepLanguage(language: 'en' | 'de', isChosen: boolean): Promise<void> {
  const { person } = await loadMe();
  if (!person || person.language === language || (person.language !== null && !isChosen)) return;
  // Whoever is leaving, or cut off for a moment, reads on all the same.
  await client.people.saveSettings({ language }).catch(() => undefined);
}

/** To be called after anything that changes who I am; asks anew, so that the guards of routes know it too. */
export const forgetMe = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: api.session.key(), refetchType: 'all' });
