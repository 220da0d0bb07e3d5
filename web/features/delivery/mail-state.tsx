import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Answered } from '#web/platform/answered.tsx';
import { api, type client, invalidate } from '#web/platform/api.ts';
import { formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './delivery.words.ts';

const refresh = () => invalidate(api.delivery.key());

type State = Awaited<ReturnType<typeof client.delivery.state>>;

/** What waits, left, came back or got lost, in sentences. */
const WAYS = { smtp: 'delivery.state', folder: 'delivery.state-folder', kept: 'delivery.state-kept' } as const;

function Counts({ state, way }: { state: State; way: keyof typeof WAYS }) {
  const t = useTranslation(en);
  const { waiting, sent, doubtful, failed, bounced, trouble, isSlow } = state;
  return (
    <>
      {trouble ? (
        <Alert role="status" mb="md">
          {t('delivery.state-trouble', {
            since: formatTime(trouble.since),
            why: t(`delivery.why-${trouble.reason}`),
          })}
        </Alert>
      ) : null}
      <p className="loam-measure">{t(WAYS[way], { waiting, sent, count: waiting + sent })}</p>
      {isSlow && !trouble ? <p className="loam-measure">{t('delivery.state-slow')}</p> : null}
      {doubtful > 0 ? <p className="loam-measure">{t('delivery.state-doubtful', { count: doubtful })}</p> : null}
      {failed > 0 ? <p className="loam-measure">{t('delivery.state-failed', { count: failed })}</p> : null}
      {bounced > 0 ? <p className="loam-measure">{t('delivery.state-bounced', { count: bounced })}</p> : null}
    </>
  );
}

function Again({ state }: { state: State }) {
  const t = useTranslation(en);
  const again = useMutation(api.delivery.sendAgain.mutationOptions({ onSuccess: refresh }));
  const isFailed = state.failed + state.bounced > 0;
  return (
    <>
      {isFailed || state.trouble ? (
        <Button loading={again.isPending} onClick={() => again.mutate({})}>
          {t(isFailed ? 'delivery.again' : 'delivery.try-now')}
        </Button>
      ) : null}
      <div role="status">
        {again.data ? <p className="loam-measure">{t('delivery.again-done', { count: again.data.again })}</p> : null}
      </div>
      <Problem error={again.error} />
    </>
  );
}

/** Outgoing email as counts, for stewards: why it waits, what failed, what was held back after a restore. */
export function MailStateCard() {
  const t = useTranslation(en);
  const state = useQuery(api.delivery.state.queryOptions({ refetchInterval: 15_000 }));
  const way = useQuery(api.delivery.way.queryOptions());
  const release = useMutation(api.delivery.releaseHeld.mutationOptions({ onSuccess: refresh }));
  return (
    <Answered query={state} height={120}>
      {(known) => (
        <Card>
          <h2>{t('delivery.state-title')}</h2>
          <Counts state={known} way={way.data?.way ?? 'smtp'} />
          <Again state={known} />
          {known.held > 0 ? (
            <Group mt="md">
              <p className="loam-measure">{t('delivery.state-held', { count: known.held })}</p>
              <Button loading={release.isPending} onClick={() => release.mutate({})}>
                {t('delivery.release')}
              </Button>
            </Group>
          ) : null}
          <Problem error={release.error} />
        </Card>
      )}
    </Answered>
  );
}
