import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';

/** A person as one is chosen from a list: id and name. */
export interface NamedPerson {
  value: string;
  label: string;
}

interface PersonFieldProps {
  label: string;
  hint: string;
  /** What the list says where nobody is found. */
  nobody: string;
  chosen: NamedPerson | null;
  onChoose(person: NamedPerson | null): void;
}

/** Finds a person by name. */
export function PersonField({ label, hint, nobody, chosen, onChoose }: PersonFieldProps) {
  const words = useErrorMessage();
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
  const none = found.error ? words(found.error) : found.isSuccess ? nobody : undefined;
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={label}
      description={hint}
      searchable
      data={chosen && !choices.some(({ value }) => value === chosen.value) ? [chosen, ...choices] : choices}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="loam-muted">{detail.get(option.value)}</span>
        </span>
      )}
      nothingFoundMessage={isSearching ? none : undefined}
      searchValue={text}
      onSearchChange={setText}
      value={chosen?.value ?? null}
      onChange={(value, option) => onChoose(value && option ? { value, label: option.label } : null)}
    />
  );
}
