import { useWords } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { en } from './workspace.words.ts';

export function OrganisationPage() {
  const t = useWords(en);
  return <Page title={t('workspace.organisation')}>{null}</Page>;
}
