import './sections.css';
import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role } from '#contract/common.ts';
import { type NamedPerson, PersonField } from '#web/features/people/people.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { say } from '#web/ui/toasts.tsx';
import { en } from './roles.words.ts';

/** Gives somebody a role. */
export function NameSomeone() {
  const t = useTranslation(en);
  const [person, setPerson] = useState<NamedPerson | null>(null);
  const [role, setRole] = useState<Role>('steward');
  const give = useMutation(
    api.access.giveRole.mutationOptions({
      onSuccess: () => {
        const name = person?.label ?? '';
        say(t(role === 'steward' ? 'roles.named' : 'roles.named-works-council', { name }));
        setPerson(null);
        return invalidate(api.access.roles.key());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person) give.mutate({ personId: person.value, role });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <h3 className="loam-flush">{t('roles.name-someone')}</h3>
        <PersonField
          key={give.submittedAt}
          label={t('roles.person')}
          hint={t('roles.person-hint')}
          nobody={t('roles.nobody-found')}
          chosen={person}
          onChoose={setPerson}
        />
        <SegmentedControl
          aria-label={t('roles.as')}
          className="access-start"
          data={[
            { value: 'steward', label: t('roles.as-steward') },
            { value: 'works-council', label: t('roles.as-works-council') },
          ]}
          value={role}
          onChange={setRole}
        />
        <div>
          <Button type="submit" disabled={!person} loading={give.isPending}>
            {t('roles.name-them')}
          </Button>
        </div>
        <Problem error={give.error} />
      </Stack>
    </form>
  );
}
