import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { OpenToIntroductionsQuestion } from '#web/features/boundaries/boundaries.tsx';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './introductions.words.ts';

/** "Introduce me to someone": asked, waiting, or resting. */
export function RequestCard() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const mine = useQuery(api.introductions.request.queryOptions());
  const limits = useQuery(api.boundaries.mine.queryOptions());
  const ask = useMutation(
    api.introductions.ask.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        await queryClient.invalidateQueries();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  const takeBack = useMutation(
    api.introductions.takeBack.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  if (!mine.data || !limits.data) return null;
  const { request, mayAskFrom } = mine.data;
  const isWaiting = request?.status === 'waiting';
  const pausedUntil = limits.data.pausedUntil;
  const isPaused = pausedUntil !== null && new Date(`${pausedUntil}T23:59:59`) > new Date();
  const text = (): string => {
    if (isPaused) return t('introductions.paused', { day: dayWords(pausedUntil) });
    if (isWaiting) return t('introductions.request-waits', { day: dayWords(request.until) });
    if (mayAskFrom) return t('introductions.request-later', { day: dayWords(new Date(mayAskFrom)) });
    return t(request ? 'introductions.request-rests' : 'introductions.request-text');
  };
  const error = ask.error ?? takeBack.error;
  return (
    <Card>
      <h2 style={{ fontSize: '1.25rem', margin: 0 }}>{t('introductions.request')}</h2>
      <p className="loam-muted loam-measure" aria-live="polite">
        {text()}
      </p>
      {error ? <p role="alert">{errorWords(error)}</p> : null}
      <Group>
        {isWaiting ? (
          <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({})}>
            {t('introductions.request-back')}
          </Button>
        ) : null}
        {!isWaiting && !isPaused && !mayAskFrom ? (
          <Button loading={ask.isPending} onClick={() => ask.mutate({})}>
            {t(request ? 'introductions.request-again' : 'introductions.request-ask')}
          </Button>
        ) : null}
      </Group>
      {isPaused ? null : <MailNotice isAside />}
      <OpenToIntroductionsQuestion />
    </Card>
  );
}
