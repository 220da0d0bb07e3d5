import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { MailNotice, useIsFolder } from '#web/features/delivery/delivery.tsx';
import { type NamedPerson, PersonField } from '#web/features/people/people.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { AskedPress } from '#web/ui/confirm.tsx';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './hosting.words.ts';
import { InviteAudience } from './invite-audience.tsx';
import { PastPairs } from './past-pairs.tsx';
import type { Hosted } from './shapes.ts';

/** Whom to bring in: the audience, whoever has the link, those of an earlier tool, the next host. */
export function HostPeople({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const { programme } = hosted;
  const { id, audience, status } = programme;
  return (
    <Stack gap={20}>
      {status === 'ended' ? null : (
        <>
          {audience === 'link' ? null : (
            <Section title={t('hosting.invite')} lead={t('hosting.invite-text')}>
              <InviteAudience programme={programme} />
            </Section>
          )}
          <ShareLink id={id} />
          <Section title={t('hosting.past')} lead={t('hosting.past-text')}>
            <PastPairs id={id} />
          </Section>
        </>
      )}
      <Section title={t('hosting.colleague')} lead={t('hosting.colleague-text')}>
        <InviteHost id={id} />
      </Section>
    </Stack>
  );
}

function ShareLink({ id }: { id: string }) {
  const t = useTranslation(en);
  const clipboard = useClipboard({ timeout: 4000 });
  const link = useQuery(api.programmes.link.queryOptions({ input: { id } }));
  const renew = useMutation(
    api.programmes.renewLink.mutationOptions({
      onSuccess: (made) => {
        queryClient.setQueryData(api.programmes.link.queryKey({ input: { id } }), made);
        say(t('hosting.renewed'));
      },
    }),
  );
  return (
    <Section title={t('hosting.link')} lead={t('hosting.link-text')}>
      <Answered query={link} height={44}>
        {({ url }) => (
          <Group align="end" gap="sm">
            <TextInput
              label={t('hosting.link-label')}
              value={url}
              readOnly
              flex="1 1 260px"
              miw={0}
              classNames={{ input: 'programmes-code' }}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button onClick={() => clipboard.copy(url)}>
              {t(clipboard.copied ? 'hosting.copied' : 'hosting.copy')}
            </Button>
            <AskedPress
              press={t('hosting.renew')}
              button={{ variant: 'plain' }}
              isPending={renew.isPending}
              title={t('hosting.renew-ask')}
              cancel={t('hosting.not-now')}
              onConfirm={() => renew.mutate({ id })}
            >
              {t('hosting.renew-text')}
            </AskedPress>
          </Group>
        )}
      </Answered>
      <Problem error={renew.error} />
    </Section>
  );
}

function InviteHost({ id }: { id: string }) {
  const t = useTranslation(en);
  const { value: person, set: setPerson, clear } = useDraft<NamedPerson | null>(`host.${id}`, null);
  const isFolder = useIsFolder();
  const ask = useMutation(
    api.programmes.inviteHost.mutationOptions({
      onSuccess: () => {
        say(t(isFolder ? 'hosting.asked-folder' : 'hosting.asked', { name: person?.label ?? '' }));
        clear();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person) ask.mutate({ id, personId: person.value });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md" align="stretch" maw={420}>
        <PersonField
          key={ask.submittedAt}
          label={t('hosting.person')}
          hint={t('hosting.person-hint')}
          nobody={t('hosting.nobody')}
          chosen={person}
          onChoose={setPerson}
        />
        <div>
          <Button type="submit" disabled={!person} loading={ask.isPending}>
            {person ? t('hosting.ask-them', { name: person.label }) : t('hosting.ask-someone')}
          </Button>
        </div>
        <MailNotice isAside />
        <Problem error={ask.error} />
      </Stack>
    </form>
  );
}
