import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Limits } from '#contract/boundaries.ts';
import { OpenToIntroductionsQuestion } from '#web/features/boundaries/boundaries.tsx';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { refreshIntroductions } from '#web/features/introductions/introductions.tsx';
import { api, type client } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './meet.words.ts';

interface RequestProps {
  mine: Awaited<ReturnType<typeof client.introductions.request>>;
  limits: Limits;
}

/** "Introduce me to someone": asked, waiting, or resting. */
export function RequestCard({ mine, limits }: RequestProps) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const ask = useMutation(
    api.introductions.ask.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        await refreshIntroductions();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  const takeBack = useMutation(api.introductions.takeBack.mutationOptions({ onSuccess: () => refreshIntroductions() }));
  const { request, mayAskFrom } = mine;
  const isWaiting = request?.status === 'waiting';
  const pausedUntil = limits.pausedUntil;
  const isPaused = pausedUntil !== null && new Date(`${pausedUntil}T23:59:59`) > new Date();
  const text = (): string => {
    if (isPaused) return t('meet.paused', { day: formatDay(pausedUntil) });
    if (isWaiting) return t('meet.request-waits', { day: formatDay(request.until) });
    if (mayAskFrom) return t('meet.request-later', { day: formatDay(new Date(mayAskFrom)) });
    return t(request ? 'meet.request-rests' : 'meet.request-text');
  };
  return (
    <Card>
      <h2 className="meet-request">{t('meet.request')}</h2>
      <p className="loam-muted loam-measure" aria-live="polite">
        {text()}
      </p>
      <Group>
        {isWaiting ? (
          <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({})}>
            {t('meet.request-back')}
          </Button>
        ) : null}
        {!isWaiting && !isPaused && !mayAskFrom ? (
          <Button loading={ask.isPending} onClick={() => ask.mutate({})}>
            {t(request ? 'meet.request-again' : 'meet.request-ask')}
          </Button>
        ) : null}
      </Group>
      {isPaused ? null : <MailNotice isAside />}
      <Problem error={ask.error ?? takeBack.error} />
      <OpenToIntroductionsQuestion />
    </Card>
  );
}
