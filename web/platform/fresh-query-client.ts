import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Keeps no answer from before a change. A query asked for the first time while something is invalidated is, by itself,
 * not asked again: its answer, which may be older than the change, would stay.
 */
export class FreshQueryClient extends QueryClient {
  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    await this.cancelQueries({
      ...(filters?.queryKey && { queryKey: filters.queryKey }),
      type: 'active',
      fetchStatus: 'fetching',
      predicate: ({ state }) => state.data === undefined,
    });
    await super.invalidateQueries(filters, options);
  }
}
