import { expect, it, vi } from 'vitest';
import { both, type QueryState } from './query-state.ts';

const there = (data: number): QueryState<number> => ({
  data,
  error: null,
  fetchStatus: 'idle',
  isFetching: false,
  refetch: vi.fn(),
});
const loading: QueryState<number> = { ...there(0), data: undefined, fetchStatus: 'fetching', isFetching: true };
const failed = (): QueryState<number> => ({ ...there(0), data: undefined, error: new Error('dead'), refetch: vi.fn() });

it('two are there once both are', () => {
  expect(both(there(1), there(2)).data).toEqual([1, 2]);
  expect(both(there(1), loading)).toMatchObject({ data: undefined, error: null, isFetching: true });
  expect(both(loading, there(1)).data).toBeUndefined();
  expect(both(both(there(0), there(2)), there(3)).data).toEqual([[0, 2], 3]);
});

it('one that failed is told at once, whatever the other does', () => {
  for (const other of [there(1), loading]) {
    expect(both(failed(), other).error).toEqual(new Error('dead'));
    expect(both(other, failed()).error).toEqual(new Error('dead'));
  }
});

it('one that waits for a connection is told, whichever it is', () => {
  const paused: QueryState<number> = { ...loading, fetchStatus: 'paused', isFetching: false };
  expect(both(paused, there(1)).fetchStatus).toBe('paused');
  expect(both(loading, paused).fetchStatus).toBe('paused');
});

it('another try asks what failed, and leaves alone what is there', () => {
  const [dead, alive] = [failed(), there(1)];
  both(both(alive, dead), alive).refetch();
  expect(dead.refetch).toHaveBeenCalledOnce();
  expect(alive.refetch).not.toHaveBeenCalled();
});

it('is underway while either is, and rests as the first does', () => {
  expect(both(there(1), there(2))).toMatchObject({ isFetching: false, fetchStatus: 'idle', error: null });
  expect(both(loading, there(2))).toMatchObject({ isFetching: true, fetchStatus: 'fetching' });
  expect(both(there(1), loading)).toMatchObject({ isFetching: true, fetchStatus: 'idle' });
});
