import { Checkbox, Stack } from '@mantine/core';
import type { PresenceWord } from '#contract/imports.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

interface ImportPresenceProps {
  words: readonly PresenceWord[];
  /** Absent where the file is not at hand any more. */
  onChange: ((gone: string[]) => void) | undefined;
}

/** Which words of the file's status columns mean that somebody is here: asked, with what was understood. */
export function ImportPresence({ words, onChange }: ImportPresenceProps) {
  const t = useTranslation(en);
  if (words.length === 0) return null;
  const toggle = (word: string) => {
    const gone = words.filter((each) => (each.word === word ? each.isHere : !each.isHere)).map((each) => each.word);
    // An empty list would be left out of the form, and mean "as recognised".
    onChange?.(gone.length > 0 ? gone : ['']);
  };
  return (
    <Card label={t('imports.presence')}>
      <p className="loam-measure">{t('imports.presence-lead')}</p>
      <Stack gap={12} mt={12} role="group" aria-label={t('imports.presence')}>
        {words.map(({ word, people, isHere }) => (
          <Checkbox
            key={word}
            checked={isHere}
            disabled={!onChange}
            onChange={() => toggle(word)}
            label={word}
            description={t(isHere ? 'imports.presence-here' : 'imports.presence-gone', { people })}
          />
        ))}
      </Stack>
    </Card>
  );
}
