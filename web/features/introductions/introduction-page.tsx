import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './introductions.words.ts';

export function IntroductionPage() {
  const t = useWords(en);
  return <Page title={t('introductions.one')}>{null}</Page>;
}
