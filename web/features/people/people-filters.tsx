import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { languageChoices } from './languages.ts';
import { en } from './people.words.ts';

/** What the address says of the directory. */
export interface DirectorySearch {
  q?: string;
  unit?: string;
  site?: string;
  level?: string;
  language?: string;
  interest?: string;
}

interface FiltersProps {
  search: DirectorySearch;
  onChange(change: { [Key in keyof DirectorySearch]: string | undefined }): void;
}

/** Text that follows the address, and changes it once typing rests. */
function Typed({
  label,
  icon,
  value,
  onRest,
}: {
  label: string;
  icon?: boolean;
  value: string;
  onRest(text: string): void;
}) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const rest = useDebouncedCallback(onRest, 200);
  return (
    <TextInput
      type="search"
      placeholder={label}
      aria-label={label}
      value={text}
      maxLength={60}
      {...(icon ? { leftSection: <IconSearch size={18} stroke={1.5} aria-hidden /> } : {})}
      onChange={(event) => {
        setText(event.currentTarget.value);
        rest(event.currentTarget.value.trim());
      }}
    />
  );
}

/** Search and filters in one line. */
export function PeopleFilters({ search, onChange }: FiltersProps) {
  const t = useWords(en);
  const filters = useQuery(api.people.filters.queryOptions({ staleTime: 300_000 }));
  const { sites = [], levels = [] } = filters.data ?? {};
  const choice = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('people.clear') },
    comboboxProps: { radius: 10 },
  };
  return (
    <search className="people-filters">
      <Typed label={t('people.search')} icon value={search.q ?? ''} onRest={(q) => onChange({ q })} />
      {sites.length > 1 ? (
        <Select
          {...choice}
          aria-label={t('people.site')}
          placeholder={t('people.any-site')}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.site ?? null}
          onChange={(site) => onChange({ site: site ?? undefined })}
        />
      ) : null}
      {levels.length > 1 ? (
        <Select
          {...choice}
          aria-label={t('people.level')}
          placeholder={t('people.any-level')}
          data={levels}
          value={search.level ?? null}
          onChange={(level) => onChange({ level: level ?? undefined })}
        />
      ) : null}
      <Select
        {...choice}
        aria-label={t('people.language')}
        placeholder={t('people.any-language')}
        data={languageChoices()}
        searchable
        value={search.language ?? null}
        onChange={(language) => onChange({ language: language ?? undefined })}
      />
      <Typed
        label={t('people.any-interest')}
        value={search.interest ?? ''}
        onRest={(interest) => onChange({ interest })}
      />
    </search>
  );
}
