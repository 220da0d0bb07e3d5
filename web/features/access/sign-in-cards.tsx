import './cards.css';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SessionHow } from '#contract/session.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './access.words.ts';
import { AddressCard } from './address-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PrivateAddressCard } from './private-address-card.tsx';

interface Session {
  id: string;
  device: string;
  how: SessionHow;
  since: string | Date;
  isThis: boolean;
}

function SessionRow({ session, onEnd }: { session: Session; onEnd(): void }) {
  const t = useTranslation(en);
  const device = session.device || t(session.how === 'token' ? 'access.token' : 'access.unknown-device');
  const how = t(`access.how-${session.how}`);
  return (
    <Group justify="space-between" wrap="nowrap" py="sm">
      <span>
        {device}{' '}
        <span className="loam-muted">
          · {how} · {t('access.since', { time: formatTime(session.since) })}
        </span>
      </span>
      {session.isThis ? (
        <span className="loam-chip access-this">{t('access.this-one')}</span>
      ) : (
        <Button variant="plain" size="sm" flex="none" aria-label={t('access.end-of', { device })} onClick={onEnd}>
          {t('access.end')}
        </Button>
      )}
    </Group>
  );
}

function SessionsCard() {
  const t = useTranslation(en);
  const list = useQuery(api.session.list.queryOptions());
  const end = useMutation(
    api.session.end.mutationOptions({
      onSuccess: () => say(t('access.ended')),
      onSettled: () => invalidate(api.session.list.key()),
    }),
  );
  const endOthers = useMutation(
    api.session.endOthers.mutationOptions({
      onSuccess: () => say(t('access.ended-others')),
      onSettled: () => invalidate(api.session.list.key()),
    }),
  );
  return (
    <Card>
      <h2 className="loam-title">{t('access.sessions')}</h2>
      <p className="loam-muted access-lead">{t('access.sessions-lead')}</p>
      <Answered query={list} height={44}>
        {({ sessions }) => (
          <>
            <div className="loam-rows">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} onEnd={() => end.mutate({ id: session.id })} />
              ))}
            </div>
            {sessions.some(({ isThis }) => !isThis) ? (
              <Button mt="sm" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
                {t('access.end-others')}
              </Button>
            ) : null}
          </>
        )}
      </Answered>
      <Problem error={end.error ?? endOthers.error} />
    </Card>
  );
}

/** How and where I am signed in. */
export function SignInCards() {
  return (
    <Stack gap={20}>
      <AddressCard />
      <PasskeysCard />
      <SessionsCard />
      <PrivateAddressCard />
    </Stack>
  );
}
