import './hello-form.css';
import { Button, Chip, Group, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Intention } from '#contract/common.ts';
import type { Phrase } from '#contract/introductions.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { say } from '#web/ui/toasts.tsx';
import { en } from './introductions.words.ts';
import { refreshIntroductions } from './refresh.ts';
import type { Greeted } from './shapes.ts';

const PHRASES = valuesOf<Phrase>({
  ...{ curious: 1, 'work-near': 1, 'learn-from': 1 },
  ...{ welcome: 1, 'share-interest': 1, coffee: 1 },
});
const INTENTIONS = valuesOf<Intention>({ learn: 1, 'be-understood': 1, explore: 1, help: 1 });

interface Chosen {
  phrase: Phrase;
  intention: Intention | '';
}

/** What I say, and what I hope for; loaded when somebody wants to say hello. */
export function HelloForm({ person, onDone }: { person: Greeted; onDone(): void }) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const isFolder = useIsFolder();
  const { name } = person;
  const draft = useDraft<Chosen>(`hello.${person.id}`, { phrase: 'curious', intention: '' });
  const { phrase, intention } = draft.value;
  const greet = useMutation(
    api.introductions.sayHello.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        draft.clear();
        onDone();
        const sent = isFolder ? 'introductions.sent-folder' : 'introductions.sent';
        say(t(introductionId ? 'introductions.mutual' : sent, { name }));
        await refreshIntroductions();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  return (
    <Stack>
      <Radio.Group
        label={t('introductions.phrase')}
        value={phrase}
        onChange={(value) => draft.set({ intention, phrase: PHRASES.find((each) => each === value) ?? 'curious' })}
      >
        <Stack gap="xs" mt="xs">
          {PHRASES.map((each) => (
            <Radio key={each} value={each} label={t(`introductions.phrase.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <fieldset className="hello-hopes">
        <legend>{t('introductions.intention')}</legend>
        <Chip.Group
          value={intention}
          onChange={(value) => draft.set({ phrase, intention: INTENTIONS.find((each) => each === value) ?? '' })}
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
      <p className="loam-muted loam-flush">{t('introductions.shared', { name })}</p>
      <p className="loam-flush">{t('introductions.honest')}</p>
      <MailNotice isAside />
      <Problem error={greet.error} />
      <Group justify="flex-end">
        <Button variant="plain" onClick={onDone}>
          {t('introductions.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={greet.isPending}
          onClick={() => greet.mutate({ toId: person.id, phrase, ...(intention ? { intention } : {}) })}
        >
          {t('introductions.send')}
        </Button>
      </Group>
    </Stack>
  );
}
