import { Button } from '@mantine/core';
import { useTranslation } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { GuideList } from './talk.tsx';
import { en } from './talk.words.ts';

/** The guides, for somebody signed in. */
export function TalkPage() {
  const t = useTranslation(en);
  return (
    <Page title={t('talk.title')} lead={t('talk.lead')}>
      <p>
        <Button onClick={() => window.print()}>{t('talk.print')}</Button>
      </p>
      <GuideList />
    </Page>
  );
}
