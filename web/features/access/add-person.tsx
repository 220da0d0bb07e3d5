import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { UnitChoice } from '#web/features/people/people.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useWords } from '#web/platform/words.ts';
import { Section } from '#web/ui/section.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './invitations.words.ts';

const NOBODY = { name: '', email: '' };

/** Adds somebody by hand, who is told nothing. */
export function AddPerson({ onAdded }: { onAdded(): unknown }) {
  const t = useWords(en);
  const [person, setPerson] = useState(NOBODY);
  const [unitId, setUnitId] = useState('');
  const add = useMutation(
    api.directory.addPerson.mutationOptions({
      onSuccess: () => {
        say(t('invitations.done-add', { name: person.name.trim() }));
        setPerson(NOBODY);
        return onAdded();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name: person.name.trim(), email: person.email.trim(), ...(unitId ? { unitId } : {}) });
  };
  return (
    <Section title={t('invitations.add')} lead={t('invitations.add-lead')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('invitations.name')}
            required
            withAsterisk={false}
            maxLength={120}
            value={person.name}
            onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('invitations.email')}
            type="email"
            required
            withAsterisk={false}
            maxLength={254}
            value={person.email}
            onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
          />
          <UnitChoice value={unitId} onChange={setUnitId} />
          <Problem error={add.error} />
          <div>
            <Button type="submit" loading={add.isPending}>
              {t('invitations.do-add')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
