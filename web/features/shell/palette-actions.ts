import { useNavigate } from '@tanstack/react-router';
import { chooseLanguage, currentLanguage, useTranslation } from '#web/platform/words.ts';
import type { Hit } from './palette-hits.ts';
import { en } from './shell.words.ts';
import { useIsDark, useSignOut } from './use-presses.ts';

/** What can be done from anywhere. A pause is chosen on its page: it ends introductions under way. */
export function useActions(): Hit[] {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { isDark, turn } = useIsDark();
  const settings = (part: string) => () => void navigate({ to: '/settings', search: { part } });
  const actions: [keyof typeof en, () => void][] = [
    ['shell.act-pause', settings('boundaries')],
    ['shell.act-note', () => void navigate({ to: '/notebook' })],
    [isDark ? 'shell.act-light' : 'shell.act-dark', turn],
    ['shell.language', () => chooseLanguage(currentLanguage() === 'de' ? 'en' : 'de')],
    ['shell.act-export', settings('data')],
    ['shell.sign-out', signOut],
  ];
  return actions.map(([words, open]) => ({ key: words, label: t(words), kind: t('shell.action'), open }));
}
