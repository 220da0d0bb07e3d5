import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role } from '#contract/common.ts';
import { type NamedPerson, PersonField } from '#web/features/people/people.tsx';
import { api, invalidate } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Problem, say } from './section.tsx';
import { en } from './workspace.words.ts';

/** Gives somebody a role. */
export function NameSomeone() {
  const t = useWords(en);
  const [person, setPerson] = useState<NamedPerson | null>(null);
  const [role, setRole] = useState<Role>('steward');
  const give = useMutation(
    api.access.giveRole.mutationOptions({
      onSuccess: () => {
        const name = person?.label ?? '';
        say(t(role === 'steward' ? 'workspace.named' : 'workspace.named-works-council', { name }));
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
        <h3 style={{ margin: 0 }}>{t('workspace.name-someone')}</h3>
        <PersonField
          key={give.submittedAt}
          label={t('workspace.person')}
          hint={t('workspace.person-hint')}
          nobody={t('workspace.nobody-found')}
          chosen={person}
          onChoose={setPerson}
        />
        <SegmentedControl
          aria-label={t('workspace.as')}
          style={{ justifySelf: 'start', alignSelf: 'start' }}
          data={[
            { value: 'steward', label: t('workspace.as-steward') },
            { value: 'works-council', label: t('workspace.as-works-council') },
          ]}
          value={role}
          onChange={setRole}
        />
        <div>
          <Button type="submit" disabled={!person} loading={give.isPending}>
            {t('workspace.name-them')}
          </Button>
        </div>
        <Problem error={give.error} />
      </Stack>
    </form>
  );
}
