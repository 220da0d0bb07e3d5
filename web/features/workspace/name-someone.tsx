import { Button, SegmentedControl, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role } from '#contract/common.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Problem, say } from './section.tsx';
import { en } from './workspace.words.ts';

interface Named {
  value: string;
  label: string;
}

/** Finds a person by name. */
function PersonField({ chosen, onChoose }: { chosen: Named | null; onChoose(person: Named | null): void }) {
  const t = useWords(en);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const isSearching = q.length > 0 && q !== chosen?.label;
  const found = useQuery(
    api.people.search.queryOptions({
      input: { q, limit: 8 },
      enabled: isSearching,
      placeholderData: keepPreviousData,
    }),
  );
  const people = found.data?.people ?? [];
  const detail = new Map(
    people.map(({ id, title, unitName }) => [id, [title, unitName].filter(Boolean).join(', ')] as const),
  );
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={t('workspace.person')}
      description={t('workspace.person-hint')}
      searchable
      data={chosen && !choices.some(({ value }) => value === chosen.value) ? [chosen, ...choices] : choices}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="loam-muted">{detail.get(option.value)}</span>
        </span>
      )}
      nothingFoundMessage={isSearching && found.isSuccess ? t('workspace.nobody-found') : undefined}
      searchValue={text}
      onSearchChange={setText}
      value={chosen?.value ?? null}
      onChange={(value, option) => onChoose(value && option ? { value, label: option.label } : null)}
    />
  );
}

/** Gives somebody a role. */
export function NameSomeone() {
  const t = useWords(en);
  const [person, setPerson] = useState<Named | null>(null);
  const [role, setRole] = useState<Role>('steward');
  const give = useMutation(
    api.access.giveRole.mutationOptions({
      onSuccess: () => {
        const name = person?.label ?? '';
        say(t(role === 'steward' ? 'workspace.named' : 'workspace.named-works-council', { name }));
        setPerson(null);
        return queryClient.invalidateQueries({ queryKey: api.access.roles.key() });
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
        <PersonField key={give.submittedAt} chosen={person} onChoose={setPerson} />
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
