import { Link } from '@tanstack/react-router';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './delivery.words.ts';

/** For stewards: where email is set up. */
export function ToMailSettings() {
  const t = useTranslation(en);
  const isSteward = useMe()?.person?.roles.includes('steward') ?? false;
  if (!isSteward) return null;
  return (
    <>
      {' '}
      <Link to="/organisation" search={{ part: 'mail' }}>
        {t('delivery.set-up')}
      </Link>
    </>
  );
}
