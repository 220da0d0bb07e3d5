import './cards.css';
import { useQuery } from '@tanstack/react-query';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AddressChange } from './address-change.tsx';
import { en } from './addresses.words.ts';

/** The address I sign in with, and one that waits for me. */
export function AddressCard() {
  const t = useTranslation(en);
  const mine = useQuery(api.addresses.mine.queryOptions());
  return (
    <Card>
      <h2 className="loam-title">{t('addresses.title')}</h2>
      <Answered query={mine} height={44}>
        {({ email, change }) => (
          <>
            <p className="loam-flush loam-anywhere">{t('addresses.mine', { email })}</p>
            {change ? (
              <div className="loam-further">
                <h3 className="access-waits">{t('addresses.waits')}</h3>
                <AddressChange email={email} change={change} />
              </div>
            ) : (
              <p className="loam-muted loam-measure access-none-waits">{t('addresses.none-waits')}</p>
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}
