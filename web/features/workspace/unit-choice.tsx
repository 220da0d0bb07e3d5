import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { en } from './workspace.words.ts';

/** Every unit with a name that tells it from others of the same name. */
function pathsOf(units: readonly { id: string; parentId: string | null; name: string }[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (id: string | null, depth = 0): string[] => {
    const unit = id === null || depth > 8 ? undefined : byId.get(id);
    return unit ? [...pathOf(unit.parentId, depth + 1), unit.name] : [];
  };
  return units
    .map(({ id }) => ({ value: id, label: pathOf(id).join(' / ') }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

interface UnitChoiceProps {
  value: string;
  /** How it shares a row with others. */
  flex?: string;
  onChange(unitId: string): void;
}

/** Which unit new people become part of; nothing while the organisation has no units. */
export function UnitChoice({ value, flex, onChange }: UnitChoiceProps) {
  const t = useWords(en);
  const units = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  if (!units.data || units.data.units.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      {...(flex ? { flex } : {})}
      label={t('workspace.unit-of-new')}
      data={[{ value: '', label: t('workspace.unit-none') }, ...pathsOf(units.data.units)]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
