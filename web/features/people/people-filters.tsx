import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useTranslation } from '#web/platform/words.ts';
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

interface OneOfProps {
  label: string;
  /** What the list says while nothing is chosen. */
  any: string;
  choices: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** The browser's own list: light, and at home on every phone. */
function OneOf({ label, any, choices, value, onChange }: OneOfProps) {
  return (
    <NativeSelect
      size="md"
      aria-label={label}
      data={[{ value: '', label: any }, ...choices]}
      value={value ?? ''}
      data-empty={value ? undefined : true}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

/** Search and filters in one line. */
export function PeopleFilters({ search, onChange }: FiltersProps) {
  const t = useTranslation(en);
  const filters = useQuery(api.people.filters.queryOptions({ staleTime: 300_000 }));
  const { sites = [], levels = [] } = filters.data ?? {};
  return (
    <search className="people-filters">
      <Typed label={t('people.search')} icon value={search.q ?? ''} onRest={(q) => onChange({ q })} />
      {sites.length > 1 ? (
        <OneOf
          label={t('people.site')}
          any={t('people.any-site')}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.site}
          onChange={(site) => onChange({ site })}
        />
      ) : null}
      {levels.length > 1 ? (
        <OneOf
          label={t('people.level')}
          any={t('people.any-level')}
          choices={levels.map((level) => ({ value: level, label: level }))}
          value={search.level}
          onChange={(level) => onChange({ level })}
        />
      ) : null}
      <OneOf
        label={t('people.language')}
        any={t('people.any-language')}
        choices={languageChoices()}
        value={search.language}
        onChange={(language) => onChange({ language })}
      />
      <Typed
        label={t('people.any-interest')}
        value={search.interest ?? ''}
        onRest={(interest) => onChange({ interest })}
      />
    </search>
  );
}
