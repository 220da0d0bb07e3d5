import { Button, Group } from '@mantine/core';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './workspace.words.ts';

/** Below a changed form: keep the change, or let it go. */
export function SaveOrDiscard({ isSaving, onDiscard }: { isSaving: boolean; onDiscard(): void }) {
  const t = useTranslation(en);
  return (
    <Group gap="sm">
      <Button type="submit" variant="filled" loading={isSaving}>
        {t('workspace.save')}
      </Button>
      <Button variant="plain" onClick={onDiscard}>
        {t('workspace.discard')}
      </Button>
    </Group>
  );
}
