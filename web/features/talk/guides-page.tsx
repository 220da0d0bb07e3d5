import { Button } from '@mantine/core';
import { BackLink } from '#web/platform/back-link.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { GuideList } from './talk.tsx';
import { en } from './talk.words.ts';

/** The guides, for anybody. */
export function GuidesPage() {
  const t = useTranslation(en);
  return (
    <PublicPage
      isWide
      title={t('talk.guides-title')}
      lead={t('talk.guides-lead')}
      above={<BackLink to="/">{t('talk.home')}</BackLink>}
    >
      <p>
        <Button onClick={() => window.print()}>{t('talk.print')}</Button>
      </p>
      <GuideList />
    </PublicPage>
  );
}
