import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useDraft } from '#web/platform/draft.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { en } from './week.words.ts';

interface Props {
  personId: string;
  /** Where a press of mine made it appear. */
  isFocused?: boolean;
  onKeep(line: string): void;
  onNothing?: () => void;
}

/** One line for next time, which stays on this device. */
export function NextTime({ personId, isFocused = false, onKeep, onNothing }: Props) {
  const t = useTranslation(en);
  const { value: line, set: setLine, clear } = useDraft(`next-time.${personId}`, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!line.trim()) return;
    onKeep(line);
    clear();
  };
  const keepNothing = () => {
    clear();
    onNothing?.();
  };
  return (
    <form onSubmit={submit} className="week-next-time">
      <TextInput
        label={t('week.next-time')}
        maxLength={300}
        autoFocus={isFocused}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" disabled={!line.trim()}>
          {t('week.keep')}
        </Button>
        {onNothing ? (
          <Button variant="plain" onClick={keepNothing}>
            {t('week.nothing')}
          </Button>
        ) : null}
        <Audience who="me">{t('week.only-me-here')}</Audience>
      </Group>
    </form>
  );
}
