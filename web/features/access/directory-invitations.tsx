import './sections.css';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invitations } from '#contract/access.ts';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './invitations.words.ts';

/** Invites whoever came by a file, in one action and without names. */
export function DirectoryInvitations({ directory }: { directory: Invitations['directory'] }) {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  const [asked, setAsked] = useState<'directory' | 'remind' | null>(null);
  const { people, hasInvited, canInvite, canRemind, bounced } = directory;
  const invite = useMutation(
    api.access.inviteDirectory.mutationOptions({
      onSuccess: () => say(t(isFolder ? 'invitations.directory-sent-folder' : 'invitations.directory-sent')),
      onSettled: () => invalidate(api.access.invitations.key()),
    }),
  );
  return (
    <Section title={t('invitations.directory')} lead={t('invitations.directory-lead', { count: people })}>
      {hasInvited ? <p className="access-state">{t('invitations.directory-state')}</p> : null}
      <Group gap="sm">
        {canInvite ? (
          <Button loading={invite.isPending} onClick={() => setAsked('directory')}>
            {t('invitations.directory-invite')}
          </Button>
        ) : null}
        {canRemind ? (
          <Button loading={invite.isPending} onClick={() => setAsked('remind')}>
            {t('invitations.directory-remind')}
          </Button>
        ) : null}
      </Group>
      <Problem error={invite.error} />
      {bounced.length > 0 ? (
        <>
          <p>{t('invitations.directory-bounced')}</p>
          <ul className="loam-anywhere">
            {bounced.map(({ personId, name, email }) => (
              <li key={personId}>
                {name} · {email}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Confirm
        opened={asked !== null}
        title={t('invitations.directory-ask')}
        confirm={t('invitations.directory-go')}
        cancel={t('invitations.directory-cancel')}
        onConfirm={() => {
          invite.mutate({ isReminder: asked === 'remind' });
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {t(asked === 'remind' ? 'invitations.remind-ask-text' : 'invitations.directory-ask-text')}
        <MailNotice isAside />
      </Confirm>
    </Section>
  );
}
