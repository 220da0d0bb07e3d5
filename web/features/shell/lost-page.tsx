import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useContext, useEffect } from 'react';
import { errorCode, useErrorMessage } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useTitle } from '#web/ui/page.tsx';
import { Around, Brand } from './frame.tsx';
import { en } from './shell.words.ts';

/** For an address that leads nowhere. */
export function LostPage() {
  const t = useTranslation(en);
  useTitle(t('shell.not-found'));
  return (
    <>
      <header className="loam-public-top">
        <Brand />
      </header>
      <main className="loam-lost">
        <EmptyState title={t('shell.not-found')} picture="roots" level={1}>
          <p>{t('shell.not-found-text')}</p>
          <Link to="/">{t('shell.home')}</Link>
        </EmptyState>
      </main>
    </>
  );
}

/** For a page that failed: what happened, and another try; without a connection it comes back with it. */
export function BrokenPage({ error, reset }: { error: unknown; reset(): void }) {
  const t = useTranslation(en);
  const words = useErrorMessage();
  const Place = useContext(Around) ? 'div' : 'main';
  useTitle(t('shell.broken'));
  const isCutOff = errorCode(error) === 'offline';
  // Code that could not be loaded is asked for anew by a new page alone; what was typed is kept.
  const again = useCallback(() => (isCutOff ? location.reload() : reset()), [isCutOff, reset]);
  useEffect(() => {
    if (!isCutOff) return undefined;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isCutOff, again]);
  return (
    <Place className="loam-lost">
      <div role="alert">
        <EmptyState title={t('shell.broken')} picture="roots" level={1}>
          <p>{words(error)}</p>
          <Button variant="filled" onClick={again}>
            {t('shell.again')}
          </Button>
        </EmptyState>
      </div>
    </Place>
  );
}
