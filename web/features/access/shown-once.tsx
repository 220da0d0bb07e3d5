import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useWords } from '#web/platform/words.ts';
import { en } from './shown-once.words.ts';

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
        {t(clipboard.copied ? 'shown-once.copied' : 'shown-once.copy')}
      </Button>
    </Group>
  );
}
