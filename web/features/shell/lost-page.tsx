import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useTitle } from '#web/ui/page.tsx';
import { Brand } from './frame.tsx';
import { en } from './shell.words.ts';

/** For an address that leads nowhere. */
export function LostPage() {
  const t = useWords(en);
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

/** For a page that failed: what happened, and another try. */
export function BrokenPage({ error, reset }: { error: unknown; reset(): void }) {
  const t = useWords(en);
  const words = useErrorWords();
  return (
    <div className="loam-lost" role="alert">
      <EmptyState title={t('shell.broken')} picture="roots" level={1}>
        <p>{words(error)}</p>
        <Button variant="filled" onClick={reset}>
          {t('shell.again')}
        </Button>
      </EmptyState>
    </div>
  );
}
