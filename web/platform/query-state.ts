/** What was asked for, as far as its state is shown. */
export interface QueryState<T> {
  data: T | undefined;
  error: unknown;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  isFetching: boolean;
  refetch(): unknown;
}

/** Two as one: there once both are, failed as soon as one is; another try asks what failed. */
export function both<A, B>(one: QueryState<A>, other: QueryState<B>): QueryState<[A, B]> {
  const queries = [one, other];
  return {
    data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
    error: one.error ?? other.error,
    fetchStatus: queries.find(({ fetchStatus }) => fetchStatus === 'paused')?.fetchStatus ?? one.fetchStatus,
    isFetching: queries.some(({ isFetching }) => isFetching),
    refetch: () => queries.filter(({ error }) => error).map(({ refetch }) => refetch()),
  };
}
