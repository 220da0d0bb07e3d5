import { Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { differingFacts, type OrganisationFacts } from './facts.ts';
import { OrganisationFields } from './organisation-fields.tsx';
import { SaveOrDiscard } from './save-or-discard.tsx';
import { en } from './workspace.words.ts';

function FactsForm({ saved }: { saved: OrganisationFacts }) {
  const t = useTranslation(en);
  const { value: changed, set: setChanged, clear } = useDraft<Partial<OrganisationFacts>>('organisation', {});
  const facts = { ...saved, ...changed };
  const differing = differingFacts(saved, facts);
  const isChanged = Object.keys(differing).length > 0;
  const change = useMutation(
    api.workspace.change.mutationOptions({
      onSuccess: async () => {
        await Promise.all([invalidate(api.workspace.get.key()), forgetMe()]);
        clear();
        say(t('workspace.saved'));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) change.mutate(differing);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <OrganisationFields facts={facts} onChange={(part) => setChanged({ ...changed, ...part })} />
        <Problem error={change.error} />
        {isChanged ? <SaveOrDiscard isSaving={change.isPending} onDiscard={clear} /> : null}
      </Stack>
    </form>
  );
}

/** Name, purpose, time zone and language, to change. */
export function FactsSection() {
  const t = useTranslation(en);
  const facts = useQuery(api.workspace.get.queryOptions());
  return (
    <Section title={t('workspace.facts')}>
      <Answered query={facts} height={260}>
        {(saved) => <FactsForm saved={saved} />}
      </Answered>
    </Section>
  );
}
