import { Button, Skeleton } from '@mantine/core';
import { onlineManager } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { en } from './answered.words.ts';
import { isFinal, isGone, useErrorMessage } from './errors.ts';
import type { QueryState } from './query-state.ts';
import { useTranslation } from './words.ts';

interface AnsweredProps<T> {
  query: QueryState<T>;
  /** How high the place is while it loads. */
  height?: number;
  /** What stands there while it loads, where its shape is another. */
  loading?: ReactNode;
  /** What stands there where what was asked for does not exist. */
  gone?: ReactNode;
  children(data: T): ReactNode;
}

/** What was asked for, in one of its states: loading, not reached, failed with another try, or there. */
export function Answered<T>({ query, height = 240, loading, gone, children }: AnsweredProps<T>) {
  const t = useTranslation(en);
  const words = useErrorMessage();
  const { data, fetchStatus, isFetching, refetch } = query;
  const error = useLasting(query);
  const failed = (what: string) => (
    <div className="loam-notice" role="alert">
      <p>{isFetching ? t('answered.trying') : what}</p>
      {isFinal(error) ? null : (
        <Button size="sm" loading={isFetching} onClick={() => void refetch()}>
          {t('answered.again')}
        </Button>
      )}
    </div>
  );
  if (data !== undefined) {
    return (
      <>
        {error ? failed(t('answered.old')) : null}
        {children(data)}
      </>
    );
  }
  if (fetchStatus === 'paused') {
    return (
      <p className="loam-notice" role="alert">
        {t('answered.offline-nothing')}
      </p>
    );
  }
  if (error) return gone && isGone(error) ? gone : failed(words(error));
  return (
    <div role="status" aria-label={t('answered.loading')}>
      {loading ?? <Skeleton height={height} radius={14} />}
    </div>
  );
}

/** The error of a query; while it is tried again, it stays in sight with the button that was pressed. */
function useLasting({ error, isFetching }: QueryState<unknown>): unknown {
  const [last, setLast] = useState<unknown>(null);
  const lasting = error ?? (isFetching && !isFinal(last) ? last : null);
  if (lasting !== last) setLast(lasting);
  return lasting;
}

const useOnline = (): boolean =>
  useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );

/** Said on every page while the device is offline. */
export function OfflineNotice() {
  const t = useTranslation(en);
  const isOnline = useOnline();
  return (
    <div role="status" className="loam-offline" hidden={isOnline}>
      {isOnline ? null : t('answered.offline')}
    </div>
  );
}
