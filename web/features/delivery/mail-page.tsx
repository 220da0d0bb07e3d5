import { Button, Group, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { errorCode } from '#web/platform/errors.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './delivery.words.ts';

const route = getRouteApi('/open/mail/$token');

/** Where the link below a mail leads: one press, no name, no signing in. */
export function MailPage() {
  const t = useTranslation(en);
  const { token } = route.useParams();
  const state = api.delivery.stopState.queryOptions({ input: { token } });
  const found = useQuery(state);
  const { data, error } = found;
  const onSuccess = (answer: typeof data) => queryClient.setQueryData(state.queryKey, answer);
  const stop = useMutation(api.delivery.stop.mutationOptions({ onSuccess }));
  const undo = useMutation(api.delivery.undoStop.mutationOptions({ onSuccess }));
  const home = <Link to="/">{t('delivery.home')}</Link>;

  if (error && errorCode(error) === 'not-found') {
    return (
      <PublicPage title={t('delivery.unknown')} lead={t('delivery.unknown-lead')}>
        {home}
      </PublicPage>
    );
  }
  const isOff = data?.mail === 'off';
  return (
    <PublicPage
      title={t(isOff ? 'delivery.page-off' : 'delivery.page-on')}
      lead={t(isOff ? 'delivery.page-off-lead' : 'delivery.page-on-lead')}
    >
      <Problem error={stop.error ?? undo.error} />
      <Answered query={found} loading={<Skeleton height={44} width={180} radius={10} />}>
        {({ mail, mayUndo }) =>
          mail === 'off' ? (
            <p className="loam-measure">{t(mayUndo ? 'delivery.undo-lead' : 'delivery.later')}</p>
          ) : (
            <Button variant="filled" loading={stop.isPending} onClick={() => stop.mutate({ token })}>
              {t('delivery.stop')}
            </Button>
          )
        }
      </Answered>
      <Group gap={20} mt={20}>
        {isOff && data.mayUndo ? (
          <Button loading={undo.isPending} onClick={() => undo.mutate({ token })}>
            {t('delivery.undo')}
          </Button>
        ) : null}
        {home}
      </Group>
    </PublicPage>
  );
}
