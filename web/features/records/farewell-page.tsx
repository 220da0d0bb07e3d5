import { Link } from '@tanstack/react-router';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './records.words.ts';

/** The last page: what is gone, and what is left where. */
export function FarewellPage() {
  const t = useTranslation(en);
  return (
    <PublicPage title={t('records.farewell')} lead={t('records.farewell-lead')}>
      <p className="loam-measure">{t('records.farewell-device')}</p>
      <p className="loam-measure">{t('records.farewell-import')}</p>
      <Link to="/trust">{t('records.farewell-trust')}</Link>
    </PublicPage>
  );
}
