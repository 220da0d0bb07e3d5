import { Button, Skeleton } from '@mantine/core';
import { onlineManager, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { en } from './answered.words.ts';
import { useErrorWords } from './errors.ts';
import { useWords } from './words.ts';

type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'fetchStatus' | 'isFetching' | 'refetch'>;

interface AnsweredProps<T> {
  query: Asked<T>;
  /** How high the place is while it loads. */
  height?: number;
  children(data: T): ReactNode;
}

/** What was asked for, in one of its states: loading, not reached, failed with another try, or there. */
export function Answered<T>({ query, height = 240, children }: AnsweredProps<T>) {
  const t = useWords(en);
  const words = useErrorWords();
  const { data, error, fetchStatus, isFetching, refetch } = query;
  const again = (
    <Button size="sm" loading={isFetching} onClick={() => void refetch()}>
      {t('answered.again')}
    </Button>
  );
  if (data !== undefined) {
    return (
      <>
        {error ? (
          <p className="loam-notice" role="alert">
            {t('answered.old')} {again}
          </p>
        ) : null}
        {children(data)}
      </>
    );
  }
  if (error || fetchStatus === 'paused') {
    return (
      <div className="loam-notice" role="alert">
        <p>{error ? words(error) : t('answered.offline-nothing')}</p>
        {again}
      </div>
    );
  }
  return (
    <div role="status" aria-label={t('answered.loading')}>
      <Skeleton height={height} radius={14} />
    </div>
  );
}

const useOnline = (): boolean =>
  useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );

/** Said on every page while the device is offline. */
export function OfflineNotice() {
  const t = useWords(en);
  const isOnline = useOnline();
  return (
    <div role="status" className="loam-offline" hidden={isOnline}>
      {isOnline ? null : t('answered.offline')}
    </div>
  );
}
