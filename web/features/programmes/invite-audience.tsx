import { useMutation } from '@tanstack/react-query';
import type { Programme } from '#contract/programmes.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './hosting.words.ts';
import { refreshProgrammes } from './use-membership.ts';

/** Invites everybody the programme is for, after asking once more. */
export function InviteAudience({ programme, isPrimary }: { programme: Programme; isPrimary?: boolean }) {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  const { id, audience, unit } = programme;
  const invite = useMutation(
    api.programmes.invite.mutationOptions({
      onSuccess: () => {
        say(t(isFolder ? 'hosting.invited-folder' : 'hosting.invited'));
        return refreshProgrammes();
      },
    }),
  );
  const toUnit = unit ? t('hosting.invite-unit', { unit: unit.name }) : t('hosting.invite');
  const label = audience === 'everyone' ? t('hosting.invite-everyone') : toUnit;
  return (
    <>
      <AskedPress
        press={label}
        {...(isPrimary ? { button: { variant: 'filled' } } : {})}
        isPending={invite.isPending}
        title={t('hosting.invite-ask')}
        cancel={t('hosting.not-now')}
        onConfirm={() => invite.mutate({ id })}
      >
        {t('hosting.invite-ask-text')}
        <MailNotice isAside />
      </AskedPress>
      <Problem error={invite.error} />
    </>
  );
}
