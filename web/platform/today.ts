import { api, client, queryClient } from './api.ts';

/** Asks once for all that the home page shows; whatever that did not bring, its sections ask for themselves. */
export async function loadToday(): Promise<void> {
  const me = api.session.me.queryOptions().queryKey;
  const known = queryClient.getQueryData(me);
  // Before anybody is known the server's frame tells whether a session was named (server/platform/http.ts).
  const isInside = known ? known.person !== null : document.documentElement.dataset.frame === 'inside';
  const week = api.week.get.queryOptions().queryKey;
  if (!isInside || queryClient.getQueryData(week)) return;
  const today = await client.today.get({}).catch(() => undefined);
  if (!today) return;
  queryClient.setQueryData(me, today.me);
  queryClient.setQueryData(week, today.week);
  queryClient.setQueryData(api.boundaries.mine.queryOptions().queryKey, today.boundaries);
  queryClient.setQueryData(api.introductions.hellos.queryOptions().queryKey, today.hellos);
  queryClient.setQueryData(api.introductions.list.queryOptions().queryKey, today.introductions);
  queryClient.setQueryData(api.addresses.mine.queryOptions().queryKey, today.address);
  queryClient.setQueryData(api.addresses.toAgree.queryOptions().queryKey, today.addressesToAgree);
}
