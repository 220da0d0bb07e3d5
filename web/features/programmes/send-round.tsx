import { Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatLongDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './hosting.words.ts';
import { useSentences } from './sentences.ts';
import { refreshProgrammes } from './use-membership.ts';
import { refreshPreviews } from './use-preview.ts';

/** Sends the round after asking once more, or leaves it to the schedule. */
export function SendRound({ programme, people }: { programme: Programme; people: number | null }) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const { time } = useSentences();
  const isFolder = useIsFolder();
  const { id, nextOn, drawTime, status } = programme;
  const label = people === null ? t('hosting.send-plain') : t('hosting.send', { count: people });
  const send = useMutation(
    api.programmes.sendNow.mutationOptions({
      onSuccess: async () => {
        say(t(isFolder ? 'hosting.sent-folder' : 'hosting.sent'));
        const round = invalidate(api.introductions.key(), api.week.key());
        await Promise.all([refreshProgrammes(), refreshPreviews(id), round]);
        await navigate({ to: '/meet/programmes/$id/host', params: { id } });
      },
    }),
  );
  return (
    <div>
      <Group gap="lg">
        <AskedPress
          press={label}
          button={{ variant: 'filled' }}
          isPending={send.isPending}
          title={t('hosting.send-ask')}
          cancel={t('hosting.not-now')}
          onConfirm={() => send.mutate({ id })}
        >
          <p>{t('hosting.send-text')}</p>
          <MailNotice isAside />
          {nextOn ? <p className="loam-muted">{t('hosting.send-date', { day: formatLongDay(nextOn) })}</p> : null}
        </AskedPress>
        <span className="loam-muted">
          {status === 'running' && nextOn
            ? t('hosting.schedule', { day: formatLongDay(nextOn), time: time(drawTime) })
            : t('hosting.schedule-paused')}
        </span>
      </Group>
      <Problem error={send.error} />
    </div>
  );
}
