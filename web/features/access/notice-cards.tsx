import './cards.css';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, type client, invalidate } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toasts.tsx';
import { AddressChange } from './address-change.tsx';
import { en } from './addresses.words.ts';
import { addPasskey } from './passkey.ts';

interface Asked {
  id: string;
  name: string;
  oldEmail: string;
  newEmail: string;
}

function AgreeNotice({ change }: { change: Asked }) {
  const t = useTranslation(en);
  const agree = useMutation(
    api.addresses.agree.mutationOptions({
      onSuccess: () => say(t('addresses.agreed', { name: change.name })),
      onSettled: () => invalidate(api.addresses.key()),
    }),
  );
  const { name, oldEmail: old, newEmail: email } = change;
  return (
    <Card>
      <h2 className="access-notice">{t('addresses.agree-title', { name })}</h2>
      <p className="loam-measure loam-anywhere loam-title-lead">{t('addresses.agree-text', { name, email, old })}</p>
      <Button loading={agree.isPending} onClick={() => agree.mutate({ id: change.id })}>
        {t('addresses.agree')}
      </Button>
      <MailNotice isAside />
      <Problem error={agree.error} />
    </Card>
  );
}

function PasskeyOffer() {
  const t = useTranslation(en);
  const add = useMutation({
    mutationFn: () => addPasskey(''),
    onSuccess: () => say(t('addresses.offer-added')),
    onSettled: forgetMe,
  });
  const decline = useMutation(
    api.session.declinePasskey.mutationOptions({
      onSuccess: () => say(t('addresses.offer-declined')),
      onSettled: forgetMe,
    }),
  );
  return (
    <Card>
      <h2 className="access-notice">{t('addresses.offer-title')}</h2>
      <p className="loam-muted loam-measure loam-title-lead">{t('addresses.offer-text')}</p>
      <Group gap="sm">
        <Button loading={add.isPending} onClick={() => add.mutate()}>
          {t('addresses.offer-add')}
        </Button>
        <Button variant="plain" loading={decline.isPending} onClick={() => decline.mutate({})}>
          {t('addresses.offer-later')}
        </Button>
      </Group>
      <Problem error={add.error} words={t('addresses.offer-failed')} />
      <Problem error={decline.error} />
    </Card>
  );
}

interface NoticeCardsProps {
  mine: Awaited<ReturnType<typeof client.addresses.mine>> | undefined;
  changes: readonly Asked[];
  offersPasskey: boolean;
}

/** What wants my answer: an address that waits, a colleague's address, a passkey. */
export function NoticeCards({ mine, changes, offersPasskey }: NoticeCardsProps) {
  const t = useTranslation(en);
  return (
    <>
      {mine?.change ? (
        <Card>
          <h2 className="access-notice">{t('addresses.waits')}</h2>
          <AddressChange email={mine.email} change={mine.change} />
        </Card>
      ) : null}
      {changes.map((change) => (
        <AgreeNotice key={change.id} change={change} />
      ))}
      {offersPasskey ? <PasskeyOffer /> : null}
    </>
  );
}
