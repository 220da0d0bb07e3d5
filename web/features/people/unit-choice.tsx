import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './by-hand.words.ts';
import { unitPaths } from './units.ts';

interface UnitChoiceProps {
  value: string;
  /** How it shares a row with others. */
  flex?: string;
  onChange(unitId: string): void;
}

/** Which unit new people become part of; nothing while the organisation has no units. */
export function UnitChoice({ value, flex, onChange }: UnitChoiceProps) {
  const t = useTranslation(en);
  const units = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  if (!units.data || units.data.units.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      {...(flex ? { flex } : {})}
      label={t('by-hand.unit-of-new')}
      data={[{ value: '', label: t('by-hand.unit-none') }, ...unitPaths(units.data.units)]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
