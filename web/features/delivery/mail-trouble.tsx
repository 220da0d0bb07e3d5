import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MailReason } from '#contract/delivery.ts';
import { api } from '#web/platform/api.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './delivery.words.ts';
import { ToMailSettings } from './to-mail-settings.tsx';

function Trouble({ reason }: { reason: MailReason }) {
  const t = useTranslation(en);
  return (
    <Alert role="status" mb="md" className="loam-measure">
      {t('delivery.waiting', { why: t(`delivery.why-${reason}`) })}
      <ToMailSettings />
    </Alert>
  );
}

/** All email waits, and why. */
export function MailTroubleNotice() {
  const state = useQuery(api.delivery.state.queryOptions({ staleTime: 30_000, refetchInterval: 60_000 }));
  const reason = state.data?.trouble?.reason;
  return reason ? <Trouble reason={reason} /> : null;
}
