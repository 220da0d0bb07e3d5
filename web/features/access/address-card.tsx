import { useQuery } from '@tanstack/react-query';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AddressChange } from './address-change.tsx';
import { en } from './addresses.words.ts';

/** The address I sign in with, and one that waits for me. */
export function AddressCard() {
  const t = useWords(en);
  const mine = useQuery(api.addresses.mine.queryOptions());
  return (
    <Card>
      <h2 style={{ margin: '0 0 4px' }}>{t('addresses.title')}</h2>
      <Answered query={mine} height={44}>
        {({ email, change }) => (
          <>
            <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{t('addresses.mine', { email })}</p>
            {change ? (
              <div style={{ borderTop: '1px solid var(--loam-line)', marginTop: 20, paddingTop: 16 }}>
                <h3 style={{ margin: '0 0 8px', fontSize: '1.0625rem' }}>{t('addresses.waits')}</h3>
                <AddressChange email={email} change={change} />
              </div>
            ) : (
              <p className="loam-muted loam-measure" style={{ margin: '4px 0 0' }}>
                {t('addresses.none-waits')}
              </p>
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}
