import './sections.css';
import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './shown-once.words.ts';

/** Something that is shown once, to be copied. */
export function ShownOnce({ label, text }: { label: string; text: string }) {
  const t = useTranslation(en);
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <Group align="end" gap="sm" mt="md" wrap="nowrap">
      <TextInput
        label={label}
        value={text}
        readOnly
        flex={1}
        miw={0}
        classNames={{ input: 'access-code-text' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => clipboard.copy(text)}>
        {t(clipboard.copied ? 'shown-once.copied' : 'shown-once.copy')}
      </Button>
    </Group>
  );
}
