import { useWords } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './access.words.ts';

export function SignInPage() {
  const t = useWords(en);
  return <PublicPage title={t('access.sign-in')}>{null}</PublicPage>;
}
