import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LANGUAGE_CHOICES } from '#web/platform/language-choices.ts';
import { useTranslation } from '#web/platform/words.ts';
import type { OrganisationFacts } from './facts.ts';
import { en } from './workspace.words.ts';

const PURPOSE_LENGTH = 120;

interface FieldsProps {
  facts: OrganisationFacts;
  onChange(change: Partial<OrganisationFacts>): void;
}

/** All zones the browser knows, and the one in use where it is called otherwise. */
function useZones(current: string): string[] {
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  return zones.includes(current) ? zones : [current, ...zones];
}

/** Name, purpose, time zone and language of an organisation. */
export function OrganisationFields({ facts, onChange }: FieldsProps) {
  const t = useTranslation(en);
  const zones = useZones(facts.timezone);
  const left = PURPOSE_LENGTH - facts.purpose.length;
  return (
    <>
      <TextInput
        label={t('workspace.name')}
        required
        withAsterisk={false}
        maxLength={80}
        autoComplete="organization"
        value={facts.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('workspace.purpose')}
        description={`${t('workspace.purpose-hint')}${left <= 30 ? ` ${t('workspace.left', { count: left })}.` : ''}`}
        maxLength={PURPOSE_LENGTH}
        value={facts.purpose}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
      />
      <div className="workspace-pair">
        <Select
          label={t('workspace.timezone')}
          description={t('workspace.timezone-hint')}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          nothingFoundMessage={t('workspace.no-timezone')}
          value={facts.timezone}
          onChange={(timezone) => timezone && onChange({ timezone })}
        />
        <Select
          label={t('workspace.language')}
          description={t('workspace.language-hint')}
          data={LANGUAGE_CHOICES}
          allowDeselect={false}
          value={facts.language}
          onChange={(language) => language && onChange({ language })}
        />
      </div>
    </>
  );
}
