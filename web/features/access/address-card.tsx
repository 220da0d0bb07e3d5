import { Alert, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AddressChange } from './address-change.tsx';
import { en } from './addresses.words.ts';

/** The address I sign in with, and one that waits for me. */
export function AddressCard() {
  const t = useWords(en);
  const words = useErrorWords();
  const mine = useQuery(api.addresses.mine.queryOptions());
  const change = mine.data?.change;
  return (
    <Card>
      <h2 style={{ margin: '0 0 4px' }}>{t('addresses.title')}</h2>
      {mine.isPending ? <Skeleton height={44} radius={10} /> : null}
      {mine.error ? <Alert role="alert">{words(mine.error)}</Alert> : null}
      {mine.data ? (
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{t('addresses.mine', { email: mine.data.email })}</p>
      ) : null}
      {mine.data && !change ? (
        <p className="loam-muted loam-measure" style={{ margin: '4px 0 0' }}>
          {t('addresses.none-waits')}
        </p>
      ) : null}
      {mine.data && change ? (
        <div style={{ borderTop: '1px solid var(--loam-line)', marginTop: 20, paddingTop: 16 }}>
          <h3 style={{ margin: '0 0 8px', fontSize: '1.0625rem' }}>{t('addresses.waits')}</h3>
          <AddressChange email={mine.data.email} change={change} />
        </div>
      ) : null}
    </Card>
  );
}
