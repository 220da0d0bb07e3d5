import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './imports.words.ts';

export function ImportsPage() {
  const t = useWords(en);
  return <Page title={t('imports.title')}>{null}</Page>;
}
