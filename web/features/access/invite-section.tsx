import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { UnitChoice } from '#web/features/people/people.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatList } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { en } from './invite.words.ts';
import { MOST_ADDRESSES, readAddresses } from './read-addresses.ts';

const SHOWN = 5;

function useInviteWords() {
  const t = useTranslation(en);
  const isFolder = useIsFolder();
  return ({ invited, known }: { invited: number; known: string[] }): string => {
    const done = t(isFolder ? 'invite.invited-folder' : 'invite.invited', { count: invited });
    if (known.length === 0) return done;
    const names = formatList(known.length > SHOWN ? [...known.slice(0, SHOWN), '…'] : known);
    return `${done} ${t('invite.known', { count: known.length, names })}`;
  };
}

/** What stands below the field while somebody pastes. */
function Reading({ found, unread }: { found: string[]; unread: string[] }) {
  const t = useTranslation(en);
  return (
    <div role="status" className="loam-muted">
      {t('invite.addresses-found', { count: found.length })}
      {found.length > MOST_ADDRESSES ? ` ${t('invite.addresses-many', { most: MOST_ADDRESSES })}` : null}
      {unread.length > 0 ? ` ${t('invite.addresses-unread', { words: unread.slice(0, SHOWN).join(', ') })}` : null}
    </div>
  );
}

/** Paste addresses, press once. */
export function InviteSection() {
  const t = useTranslation(en);
  const sentence = useInviteWords();
  const [text, setText] = useState('');
  const [unitId, setUnitId] = useState('');
  const { found, unread } = readAddresses(text);
  const now = found.slice(0, MOST_ADDRESSES);
  const invite = useMutation(
    api.access.invite.mutationOptions({
      onSuccess: () => {
        setText(found.slice(MOST_ADDRESSES).join('\n'));
        return invalidate(api.access.invitations.key());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (now.length > 0) invite.mutate({ emails: now, ...(unitId ? { unitId } : {}) });
  };
  return (
    <Section title={t('invite.title')} lead={t('invite.lead')}>
      <MailNotice />
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('invite.addresses')}
            description={t('invite.addresses-hint')}
            minRows={3}
            maxRows={12}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              invite.reset();
            }}
          />
          {text.trim() ? <Reading found={found} unread={unread} /> : null}
          <UnitChoice value={unitId} onChange={setUnitId} />
          {invite.data ? (
            <Alert color="leaf" role="status">
              {sentence(invite.data)}
            </Alert>
          ) : null}
          <Problem error={invite.error} />
          <Group gap="xl">
            <Button type="submit" variant="filled" disabled={now.length === 0} loading={invite.isPending}>
              {now.length === 0 ? t('invite.invite-none') : t('invite.invite', { count: now.length })}
            </Button>
            <Link to="/organisation/import">{t('invite.import')}</Link>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
