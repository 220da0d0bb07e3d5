import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './week.words.ts';

export function TodayPage() {
  const t = useWords(en);
  return <Page title={t('week.title')}>{null}</Page>;
}
