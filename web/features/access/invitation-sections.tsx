import { Answered } from '#web/platform/answered.tsx';
import './sections.css';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Confirm } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { AddPerson } from './add-person.tsx';
import { DirectoryInvitations } from './directory-invitations.tsx';
import { en } from './invitations.words.ts';

interface Row {
  personId: string;
  name: string;
  email: string;
  unit: string | null;
  sentAt: string | null;
  state: 'added' | 'waiting' | 'invited' | 'bounced' | 'written' | 'not-sent' | 'joined';
  mayAgain: boolean;
}

const refresh = () => invalidate(api.access.invitations.key(), api.people.key());

function InvitationRow({ row, onAgain, onWithdraw }: { row: Row; onAgain(): void; onWithdraw(): void }) {
  const t = useTranslation(en);
  const { personId, name, email, unit, state, sentAt, mayAgain } = row;
  const again = state === 'added' ? 'first' : 'again';
  return (
    <Group component="li" justify="space-between" align="start" gap="xs" py="xs">
      <div className="loam-anywhere loam-grow">
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
        <div className="loam-muted">{[email, unit].filter(Boolean).join(' · ')}</div>
        <div className="loam-muted">{t(`invitations.${state}`, { day: sentAt ? formatDay(sentAt) : '' })}</div>
      </div>
      {state === 'joined' ? null : (
        <Group gap={4}>
          {mayAgain ? (
            <Button size="sm" aria-label={t(`invitations.${again}-of`, { name })} onClick={onAgain}>
              {t(`invitations.${again}`)}
            </Button>
          ) : null}
          <Button variant="plain" size="sm" aria-label={t('invitations.withdraw-of', { name })} onClick={onWithdraw}>
            {t('invitations.withdraw')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function ByName({ rows }: { rows: readonly Row[] }) {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  const [asked, setAsked] = useState<Row | null>(null);
  const again = useMutation(api.access.inviteAgain.mutationOptions({ onSettled: refresh }));
  const withdraw = useMutation(api.access.withdrawInvitation.mutationOptions({ onSettled: refresh }));
  const name = asked?.name ?? '';
  return (
    <>
      <ul className="access-list loam-rows" aria-label={t('invitations.list')}>
        {rows.map((row) => (
          <InvitationRow
            key={row.personId}
            row={row}
            onAgain={() =>
              again.mutate(
                { personId: row.personId },
                {
                  onSuccess: () =>
                    say(t(isFolder ? 'invitations.sent-folder' : 'invitations.sent', { name: row.name })),
                },
              )
            }
            onWithdraw={() => setAsked(row)}
          />
        ))}
      </ul>
      <Problem error={again.error ?? withdraw.error} />
      <Confirm
        opened={asked !== null}
        title={t('invitations.ask')}
        confirm={t('invitations.withdraw')}
        cancel={t('invitations.keep')}
        onConfirm={() => {
          if (asked)
            withdraw.mutate(
              { personId: asked.personId },
              { onSuccess: () => say(t('invitations.withdrawn', { name: asked.name })) },
            );
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {t('invitations.ask-text', { name })}
      </Confirm>
    </>
  );
}

/** Who was invited and what became of it; who can be added; the directory's invitations as a whole. */
export function InvitationSections() {
  const t = useTranslation(en);
  const invitations = useQuery(api.access.invitations.queryOptions());
  return (
    <>
      <Answered query={invitations} height={120}>
        {({ byName, directory }) => (
          <>
            {byName.length > 0 ? (
              <Section title={t('invitations.title')} lead={t('invitations.lead')}>
                <MailNotice isAside />
                <ByName rows={byName} />
              </Section>
            ) : null}
            {directory.people > 0 ? <DirectoryInvitations directory={directory} /> : null}
          </>
        )}
      </Answered>
      <AddPerson onAdded={refresh} />
    </>
  );
}
