import { NativeSelect, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Audience } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';

/** For whom a programme is. */
export interface Chosen {
  audience: Audience;
  unitId?: string;
}

interface Place {
  id: string;
  name: string;
}

/** My unit first, then those below it, for stewards all others; undefined while it is not known. */
function useMyUnits(): Place[] | undefined {
  const isSteward = useMe()?.person?.roles.includes('steward');
  const id = useMe()?.person?.id ?? '';
  const me = useQuery({ ...api.people.get.queryOptions({ input: { id } }), enabled: id !== '' });
  const tree = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  if (me.isError || tree.isError) return [];
  if (!me.data || !tree.data) return undefined;
  const mine = me.data.unitPath.at(-1);
  if (!mine) return [];
  const found: Place[] = [mine];
  if (isSteward) return [mine, ...tree.data.units.filter((unit) => unit.id !== mine.id)];
  // The list grows while it is walked, so each round reaches one level deeper.
  for (const { id: parent } of found) found.push(...tree.data.units.filter(({ parentId }) => parentId === parent));
  return found;
}

/** What is chosen before anybody chooses; undefined while it is not known. */
export function useFirstAudience(): Chosen | undefined {
  const isSteward = useMe()?.person?.roles.includes('steward');
  const units = useMyUnits();
  if (isSteward) return { audience: 'everyone' };
  const unitId = units?.[0]?.id;
  if (unitId) return { audience: 'unit', unitId };
  return units && { audience: 'link' };
}

/** My unit, whoever has the link, or everyone. */
export function AudienceFields({ value, onChange }: { value: Chosen; onChange(chosen: Chosen): void }) {
  const t = useWords(en);
  const isSteward = useMe()?.person?.roles.includes('steward');
  const units = useMyUnits() ?? [];
  const [mine] = units;
  const choices = (['unit', 'link', 'everyone'] as const).filter(
    (each) => (each !== 'unit' || mine) && (each !== 'everyone' || isSteward),
  );
  const labelOf = (audience: Audience): string =>
    audience === 'unit' && mine
      ? t('hosting.audience.unit-named', { unit: mine.name })
      : t(`hosting.audience.${audience}`);
  return (
    <Radio.Group
      size="md"
      label={t('hosting.audience')}
      value={value.audience}
      onChange={(text) => {
        const audience = choices.find((each) => each === text);
        if (audience) onChange(audience === 'unit' && mine ? { audience, unitId: mine.id } : { audience });
      }}
    >
      <Stack gap={14} mt={10}>
        {choices.map((audience) => (
          <Radio
            key={audience}
            value={audience}
            label={labelOf(audience)}
            description={t(`hosting.audience.${audience}-text`)}
          />
        ))}
        {value.audience === 'unit' && units.length > 1 ? (
          <NativeSelect
            size="md"
            label={t('hosting.which-unit')}
            maw={360}
            value={value.unitId ?? ''}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => onChange({ audience: 'unit', unitId: event.currentTarget.value })}
          />
        ) : null}
      </Stack>
    </Radio.Group>
  );
}
