import './cards.css';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './addresses.words.ts';

interface Change {
  id: string;
  newEmail: string;
  askedBy: string | null;
  askedAt: string | Date;
}

/** An address that waits for me: who entered it, to confirm or to refuse. */
export function AddressChange({ email, change }: { email: string; change: Change }) {
  const t = useTranslation(en);
  const onSettled = () => invalidate(api.addresses.key(), api.session.key());
  const confirm = useMutation(
    api.addresses.confirm.mutationOptions({
      onSuccess: () => say(t('addresses.confirmed', { email: change.newEmail })),
      onSettled,
    }),
  );
  const refuse = useMutation(
    api.addresses.refuse.mutationOptions({ onSuccess: () => say(t('addresses.refused')), onSettled }),
  );
  const asked = { name: change.askedBy ?? '', email: change.newEmail, day: formatDay(change.askedAt) };
  return (
    <>
      <p className="loam-measure loam-anywhere access-asked">
        {t(change.askedBy ? 'addresses.asked-by' : 'addresses.asked', asked)}
      </p>
      <p className="loam-muted loam-measure loam-title-lead">{t('addresses.why')}</p>
      <Group gap="sm">
        <AskedPress
          press={t('addresses.confirm')}
          isPending={confirm.isPending}
          title={t('addresses.ask-confirm', { email: change.newEmail })}
          cancel={t('addresses.cancel')}
          onConfirm={() => confirm.mutate({ id: change.id })}
        >
          {t('addresses.ask-confirm-text', { old: email })}
        </AskedPress>
        <Button variant="plain" loading={refuse.isPending} onClick={() => refuse.mutate({ id: change.id })}>
          {t('addresses.refuse')}
        </Button>
      </Group>
      <MailNotice isAside />
      <Problem error={confirm.error ?? refuse.error} />
    </>
  );
}
