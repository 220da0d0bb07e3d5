import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { WhoIAm } from '#contract/people.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { both } from '#web/platform/query-state.ts';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { Card } from '#web/ui/card.tsx';
import { focusWrong } from '#web/ui/focus.ts';
import { say } from '#web/ui/toasts.tsx';
import { en } from './entry.words.ts';
import { type Choices, type EntryDraft, entryChangeOf, entryDraftOf, isUnknown } from './entry-draft.ts';
import { EntryFields, useChoicesState } from './entry-fields.tsx';

function EntryForm({ saved, choices }: { saved: WhoIAm; choices: Choices }) {
  const t = useTranslation(en);
  const { value: typed, set: setTyped, clear } = useDraft<Partial<EntryDraft>>('entry', {});
  const save = useMutation(
    api.people.sayWhoIAm.mutationOptions({
      onSuccess: async () => {
        await Promise.all([forgetMe(), invalidate(api.people.key())]);
        clear();
        say(t('entry.saved'));
      },
    }),
  );
  const draft = { ...entryDraftOf(saved, choices), ...typed };
  const change = entryChangeOf(saved, draft, choices);
  const isWrong = isUnknown(saved, draft.unit, choices.unit) || isUnknown(saved, draft.site, choices.site);
  const isTyped = Object.keys(typed).length > 0 && Object.keys(change).length > 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWrong) focusWrong(event.currentTarget);
    else if (isTyped) save.mutate(change);
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="xs">
        <EntryFields
          saved={saved}
          draft={draft}
          choices={choices}
          onChange={(part) => setTyped({ ...typed, ...part })}
        />
        <Audience who="everyone">{t('entry.readers')}</Audience>
        <Problem error={save.error} />
        {isTyped ? (
          <Group gap="sm">
            <Button type="submit" variant="filled" loading={save.isPending}>
              {t('entry.keep')}
            </Button>
            <Button variant="plain" onClick={clear}>
              {t('entry.discard')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
}

/** My name, unit and site, in the settings. */
export function EntryCard() {
  const t = useTranslation(en);
  const mine = useQuery(api.people.whoIAm.queryOptions());
  const choices = useChoicesState();
  return (
    <Card label={t('entry.card')}>
      <Answered query={both(mine, choices)}>{([saved, known]) => <EntryForm saved={saved} choices={known} />}</Answered>
    </Card>
  );
}
