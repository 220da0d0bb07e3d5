import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './workspace.words.ts';

/** A card with a heading and a sentence that says what it is for. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Card>
      <h2 style={{ margin: lead ? '0 0 4px' : '0 0 16px' }}>{title}</h2>
      {lead ? (
        <p className="loam-muted loam-measure" style={{ margin: '0 0 16px' }}>
          {lead}
        </p>
      ) : null}
      {children}
    </Card>
  );
}

export { Problem } from '#web/platform/problem.tsx';
export { say } from '#web/ui/toasts.tsx';

/** Something that is shown once, to be copied. */
export function ShownOnce({ label, text }: { label: string; text: string }) {
  const t = useWords(en);
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <Group align="end" gap="sm" mt="md" wrap="nowrap">
      <TextInput
        label={label}
        value={text}
        readOnly
        style={{ flex: 1, minWidth: 0 }}
        styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: '0.875rem' } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => clipboard.copy(text)}>
        {t(clipboard.copied ? 'workspace.copied' : 'workspace.copy')}
      </Button>
    </Group>
  );
}

/** Below a changed form: keep the change, or let it go. */
export function SaveOrDiscard({ isSaving, onDiscard }: { isSaving: boolean; onDiscard(): void }) {
  const t = useWords(en);
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
