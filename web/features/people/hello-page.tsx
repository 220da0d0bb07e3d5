import './people.css';
import { Button, Group, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { WhoIAm } from '#contract/people.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { safeNext } from '#web/platform/next.ts';
import { Problem } from '#web/platform/problem.tsx';
import { both } from '#web/platform/query-state.ts';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { focusWrong } from '#web/ui/focus.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './entry.words.ts';
import { type Choices, type EntryDraft, entryChangeOf, entryDraftOf, isUnknown } from './entry-draft.ts';
import { EntryFields, useChoicesState } from './entry-fields.tsx';

const route = getRouteApi('/open/hello');

function useLeaving(onLeft: () => void) {
  const navigate = route.useNavigate();
  const { next } = route.useSearch();
  return useMutation(
    api.people.sayWhoIAm.mutationOptions({
      onSuccess: async () => {
        onLeft();
        await Promise.all([forgetMe(), invalidate(api.people.key())]);
        await navigate({ href: safeNext(next) });
      },
    }),
  );
}

function HelloForm({ saved, choices }: { saved: WhoIAm; choices: Choices }) {
  const t = useTranslation(en);
  const first = useDraft<{ typed: Partial<EntryDraft>; interests: string[] }>('hello', { typed: {}, interests: [] });
  const { typed, interests } = first.value;
  const leave = useLeaving(first.clear);
  const draft = { ...entryDraftOf(saved, choices), ...typed };
  const isWrong = isUnknown(saved, draft.unit, choices.unit) || isUnknown(saved, draft.site, choices.site);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWrong) focusWrong(event.currentTarget);
    else
      leave.mutate({
        ...entryChangeOf(saved, draft, choices),
        ...(interests.length > 0 && { interests }),
        isWelcomed: true,
      });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <EntryFields
          saved={saved}
          draft={draft}
          choices={choices}
          onChange={(change) => first.set({ typed: { ...typed, ...change }, interests })}
        />
        <TagsInput
          size="md"
          label={t('entry.interests')}
          description={t('entry.interests-hint')}
          placeholder={interests.length === 0 ? t('entry.words-hint') : ''}
          value={interests}
          maxTags={20}
          acceptValueOnBlur
          onChange={(next) =>
            first.set({ typed, interests: next.map((word) => word.trim().slice(0, 60)).filter(Boolean) })
          }
        />
        <Audience who="everyone">{t('entry.readers')}</Audience>
        <Problem error={leave.error} />
        <Group gap="sm">
          <Button type="submit" variant="filled" loading={leave.isPending}>
            {t('entry.save')}
          </Button>
          <Button variant="plain" disabled={leave.isPending} onClick={() => leave.mutate({ isWelcomed: true })}>
            {t('entry.skip')}
          </Button>
        </Group>
        <p className="loam-muted loam-flush">{t('entry.nothing-starts')}</p>
      </Stack>
    </form>
  );
}

/** One screen after the first sign-in: who I am, where, and what I like to talk about. */
export function HelloPage() {
  const t = useTranslation(en);
  const mine = useQuery(api.people.whoIAm.queryOptions());
  const choices = useChoicesState();
  const isNamed = mine.data && mine.data.nameFrom !== 'address';
  const title = isNamed ? t('entry.title', { name: mine.data.name }) : t('entry.title-plain');
  return (
    <PublicPage title={title} lead={t('entry.lead')}>
      <Answered query={both(mine, choices)}>{([saved, known]) => <HelloForm saved={saved} choices={known} />}</Answered>
    </PublicPage>
  );
}
