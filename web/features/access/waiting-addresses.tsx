import './cards.css';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ReleaseNeeds } from '#contract/addresses.ts';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { type NamedPerson, PersonField } from '#web/features/people/people.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './addresses.words.ts';

interface Change {
  id: string;
  personId: string;
  name: string;
  oldEmail: string;
  newEmail: string;
  told: number;
  releasableFrom: string | Date | null;
  needs: ReleaseNeeds;
  colleague: string | null;
}

function ReleaseForm({ id, onDone }: { id: string; onDone(): void }) {
  const t = useTranslation(en);
  const { value: colleague, set: setColleague, clear } = useDraft<NamedPerson | null>(`release.${id}`, null);
  const release = useMutation(
    api.addresses.release.mutationOptions({
      onSuccess: () => {
        const message = t('addresses.asked-colleague', { name: colleague?.label ?? '' });
        say(message);
        clear();
        onDone();
      },
      onSettled: () => invalidate(api.addresses.key()),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (colleague) release.mutate({ id, colleagueId: colleague.value });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" align="flex-start" mt="sm">
        <PersonField
          label={t('addresses.colleague')}
          hint={t('addresses.colleague-hint')}
          nobody={t('addresses.nobody')}
          chosen={colleague}
          onChoose={setColleague}
        />
        <Button type="submit" disabled={!colleague} loading={release.isPending}>
          {t('addresses.ask-colleague')}
        </Button>
        <Problem error={release.error} />
      </Stack>
    </form>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const t = useTranslation(en);
  const [isOpen, setOpen] = useState(false);
  const { name, needs, told, colleague, releasableFrom } = change;
  const day = releasableFrom ? formatDay(releasableFrom) : '';
  return (
    <li className="access-change">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div className="loam-anywhere">
          <Link to="/people/$personId" params={{ personId: change.personId }}>
            {name}
          </Link>
          <div>
            <span className="loam-muted">{change.oldEmail}</span> <span aria-hidden>→</span> {change.newEmail}
          </div>
          <div className="loam-muted">{t(`addresses.needs-${needs}`, { told, day, name: colleague ?? '' })}</div>
        </div>
        {needs === 'request' && !isOpen ? (
          <Button size="sm" aria-label={t('addresses.release-of', { name })} onClick={() => setOpen(true)}>
            {t('addresses.release')}
          </Button>
        ) : null}
      </Group>
      {isOpen ? <ReleaseForm id={change.id} onDone={() => setOpen(false)} /> : null}
    </li>
  );
}

/** For stewards: addresses that wait, and what each still needs; nothing where none waits. */
export function WaitingAddressesCard() {
  const t = useTranslation(en);
  const waiting = useQuery(api.addresses.waiting.queryOptions());
  // Most organisations have none: nothing stands there while it loads.
  if (!waiting.error && !waiting.data?.changes.length) return null;
  return (
    <Card>
      <h2 className="loam-title">{t('addresses.waiting-title')}</h2>
      <p className="loam-muted loam-measure access-lead">{t('addresses.waiting-lead')}</p>
      <MailNotice isAside />
      <Answered query={waiting}>
        {({ changes, total }) => (
          <>
            <ul className="loam-rows loam-list">
              {changes.map((change) => (
                <ChangeRow key={change.id} change={change} />
              ))}
            </ul>
            {total > changes.length ? (
              <p className="loam-muted">{t('addresses.more', { count: total - changes.length })}</p>
            ) : null}
          </>
        )}
      </Answered>
    </Card>
  );
}
