import { useWords } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './workspace.words.ts';

export function WelcomePage() {
  const t = useWords(en);
  return <PublicPage title={t('workspace.welcome')}>{null}</PublicPage>;
}
