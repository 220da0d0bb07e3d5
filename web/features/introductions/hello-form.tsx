import { Button, Chip, Group, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Intention } from '#contract/common.ts';
import type { Phrase } from '#contract/introductions.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import type { Greeted } from './introductions.tsx';
import { en } from './introductions.words.ts';

const PHRASES = [
  'curious',
  'work-near',
  'learn-from',
  'welcome',
  'share-interest',
  'coffee',
] as const satisfies readonly Phrase[];
const INTENTIONS = ['learn', 'be-understood', 'explore', 'help'] as const satisfies readonly Intention[];

/** What I say, and what I hope for; loaded when somebody wants to say hello. */
export function HelloForm({ person, onDone }: { person: Greeted; onDone(): void }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const { name } = person;
  const [phrase, setPhrase] = useState<Phrase>('curious');
  const [intention, setIntention] = useState<Intention | ''>('');
  const say = useMutation(
    api.introductions.sayHello.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        onDone();
        notifications.show({ message: t(introductionId ? 'introductions.mutual' : 'introductions.sent', { name }) });
        await queryClient.invalidateQueries();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  return (
    <Stack>
      <Radio.Group
        label={t('introductions.phrase')}
        value={phrase}
        onChange={(value) => setPhrase(PHRASES.find((each) => each === value) ?? 'curious')}
      >
        <Stack gap="xs" mt="xs">
          {PHRASES.map((each) => (
            <Radio key={each} value={each} label={t(`introductions.phrase.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={{ fontWeight: 500, marginBottom: 8 }}>{t('introductions.intention')}</legend>
        <Chip.Group
          value={intention}
          onChange={(value) => setIntention(INTENTIONS.find((each) => each === value) ?? '')}
        >
          <Group gap="xs">
            <Chip value="">{t('introductions.intention.none')}</Chip>
            {INTENTIONS.map((each) => (
              <Chip key={each} value={each}>
                {t(`introductions.intention.${each}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <p className="loam-muted" style={{ margin: 0 }}>
        {t('introductions.shared', { name })}
      </p>
      <p style={{ margin: 0 }}>{t('introductions.honest')}</p>
      {say.isError ? <p role="alert">{errorWords(say.error)}</p> : null}
      <Group justify="flex-end">
        <Button variant="plain" onClick={onDone}>
          {t('introductions.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={say.isPending}
          onClick={() => say.mutate({ toId: person.id, phrase, ...(intention ? { intention } : {}) })}
        >
          {t('introductions.send')}
        </Button>
      </Group>
    </Stack>
  );
}
