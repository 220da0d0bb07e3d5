import './people.css';
import { Alert, Button, Group, Loader, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { WhoIAm } from '#contract/people.ts';
import { safeNext } from '#web/features/access/access.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { forgetMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './entry.words.ts';
import { changeOf, draftOf, EntryFields, isUnknown, useChoices } from './entry-fields.tsx';

const route = getRouteApi('/open/hello');

function useLeaving() {
  const navigate = route.useNavigate();
  const { next } = route.useSearch();
  return useMutation(
    api.people.sayWhoIAm.mutationOptions({
      onSuccess: async () => {
        await Promise.all([forgetMe(), queryClient.invalidateQueries({ queryKey: api.people.key() })]);
        await navigate({ href: safeNext(next) });
      },
    }),
  );
}

function HelloForm({ saved }: { saved: WhoIAm }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const choices = useChoices();
  const [typed, setTyped] = useState<Partial<ReturnType<typeof draftOf>>>({});
  const [interests, setInterests] = useState<string[]>([]);
  const leave = useLeaving();
  const draft = { ...draftOf(saved, choices), ...typed };
  const isWrong = isUnknown(saved, draft.unit, choices.unit) || isUnknown(saved, draft.site, choices.site);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    leave.mutate({ ...changeOf(saved, draft, choices), ...(interests.length > 0 && { interests }), isWelcomed: true });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <EntryFields
          saved={saved}
          draft={draft}
          choices={choices}
          onChange={(change) => setTyped({ ...typed, ...change })}
        />
        <TagsInput
          size="md"
          label={t('entry.interests')}
          description={t('entry.interests-hint')}
          placeholder={interests.length === 0 ? t('entry.words-hint') : ''}
          value={interests}
          maxTags={20}
          acceptValueOnBlur
          onChange={(next) => setInterests(next.map((word) => word.trim().slice(0, 60)).filter(Boolean))}
        />
        <Audience who="everyone">{t('entry.readers')}</Audience>
        {leave.error ? <Alert role="alert">{errorWords(leave.error)}</Alert> : null}
        <Group gap="sm">
          <Button type="submit" variant="filled" loading={leave.isPending}>
            {t('entry.save')}
          </Button>
          <Button variant="plain" disabled={leave.isPending} onClick={() => leave.mutate({ isWelcomed: true })}>
            {t('entry.skip')}
          </Button>
        </Group>
        <p className="loam-muted" style={{ margin: 0 }}>
          {t('entry.nothing-starts')}
        </p>
      </Stack>
    </form>
  );
}

/** One screen after the first sign-in: who I am, where, and what I like to talk about. */
export function HelloPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const { data: saved, error } = useQuery(api.people.whoIAm.queryOptions());
  const isNamed = saved && saved.nameFrom !== 'address';
  const title = isNamed ? t('entry.title', { name: saved.name }) : t('entry.title-plain');
  return (
    <PublicPage title={title} lead={t('entry.lead')}>
      {error ? <Alert role="alert">{errorWords(error)}</Alert> : null}
      {saved ? <HelloForm saved={saved} /> : null}
      {saved || error ? null : <Loader role="status" aria-label={t('entry.loading')} />}
    </PublicPage>
  );
}
