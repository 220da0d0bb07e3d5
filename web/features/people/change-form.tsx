import { Autocomplete, Button, Group, Loader, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PersonPage as Person } from '#contract/people.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import type { Form } from '#web/platform/form.ts';
import { Problem } from '#web/platform/problem.tsx';
import { forgetMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { offerUndo, say } from '#web/ui/toasts.tsx';
import { en } from './by-hand.words.ts';
import { useChoices } from './entry-fields.tsx';
import { type PersonDraft, personChangeOf, personDraftOf } from './person-draft.ts';

const refresh = () => Promise.all([invalidate(api.people.key()), forgetMe()]);

function useChange(person: Person, onDone: () => void) {
  const t = useTranslation(en);
  const errorWords = useErrorMessage();
  const { site: sites } = useChoices();
  const back = useMutation(
    api.directory.changePerson.mutationOptions({
      onSuccess: () => say(t('by-hand.undone')),
      onError: (error) => say(errorWords(error)),
      onSettled: refresh,
    }),
  );
  const save = useMutation(api.directory.changePerson.mutationOptions());
  const submit = (draft: PersonDraft) => {
    const before = personDraftOf(person);
    const change = personChangeOf(before, draft, sites);
    if (Object.keys(change).length === 0) return onDone();
    const undo = { personId: person.id, ...personChangeOf(draft, before, sites) };
    const onSuccess = async () => {
      const name = draft.name.trim();
      offerUndo({ message: t('by-hand.saved', { name }), undo: t('by-hand.undo'), onUndo: () => back.mutate(undo) });
      await refresh();
      onDone();
    };
    return save.mutate({ personId: person.id, ...change }, { onSuccess });
  };
  return { submit, isSaving: save.isPending, error: save.error };
}

interface FieldsProps {
  form: Form<PersonDraft>;
  levels: string[];
}

function Fields({ form, levels }: FieldsProps) {
  const t = useTranslation(en);
  const choices = useChoices();
  return (
    <>
      <TextInput
        label={t('by-hand.name')}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {choices.unit.length > 0 ? (
        <NativeSelect
          size="md"
          label={t('by-hand.unit')}
          data={[{ value: '', label: t('by-hand.no-unit') }, ...choices.unit]}
          {...form.getInputProps('unitId')}
        />
      ) : null}
      <Autocomplete
        size="md"
        label={t('by-hand.site')}
        description={t('by-hand.site-hint')}
        data={choices.site.map(({ label }) => label)}
        maxLength={80}
        {...form.getInputProps('site')}
      />
      <Autocomplete
        size="md"
        label={t('by-hand.level')}
        description={t('by-hand.level-hint')}
        data={levels}
        maxLength={80}
        {...form.getInputProps('level')}
      />
    </>
  );
}

/** Name, unit, site and level of somebody, to change. */
export function ChangeForm({ person, onDone }: { person: Person; onDone(): void }) {
  const t = useTranslation(en);
  const filters = useQuery(api.people.filters.queryOptions());
  const whoIAm = useQuery(api.people.whoIAm.queryOptions());
  const form = useForm<PersonDraft>({ initialValues: personDraftOf(person) });
  const { submit, isSaving, error } = useChange(person, onDone);
  return (
    <Answered query={filters} loading={<Loader />}>
      {({ levels }) => (
        <form onSubmit={form.onSubmit(submit)}>
          <Stack>
            <p className="loam-muted unit-note">
              {t('by-hand.lead')} {whoIAm.data?.mayNamePlaces === false ? t('by-hand.by-file') : ''}
            </p>
            <Fields form={form} levels={levels} />
            <Problem error={error} />
            <Group justify="flex-end">
              <Button variant="plain" onClick={onDone}>
                {t('by-hand.cancel')}
              </Button>
              <Button type="submit" variant="filled" loading={isSaving}>
                {t('by-hand.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Answered>
  );
}
