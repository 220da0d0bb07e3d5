/** What was asked for, as far as its state is shown. */
export interface Asked<T> {
  data: T | undefined;
  error: unknown;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  isFetching: boolean;
  refetch(): unknown;
}

/** Two as one: there once both are, failed as soon as one is; another try asks what failed. */
export function both<A, B>(one: Asked<A>, other: Asked<B>): Asked<[A, B]> {
  const all = [one, other];
  return {
    data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
    error: one.error ?? other.error,
    fetchStatus: all.find(({ fetchStatus }) => fetchStatus === 'paused')?.fetchStatus ?? one.fetchStatus,
    isFetching: all.some(({ isFetching }) => isFetching),
    refetch: () => all.filter(({ error }) => error).map(({ refetch }) => refetch()),
  };
}
