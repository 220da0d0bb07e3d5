import { NativeSelect, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Audience } from '#contract/programmes.ts';
import { api } from '#web/platform/api.ts';
import { both, type QueryState } from '#web/platform/query-state.ts';
import { useMe } from '#web/platform/session.ts';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { type Chosen, firstAudience, type UnitPlace, unitsToHost } from './audience.ts';
import { en } from './hosting.words.ts';

const AUDIENCES = valuesOf<Audience>({ unit: 1, link: 1, everyone: 1 });

const useIsSteward = (): boolean => useMe()?.person?.roles.includes('steward') ?? false;

/** My unit first, then those below it, for stewards all others. */
export function useMyUnits(): QueryState<UnitPlace[]> {
  const isSteward = useIsSteward();
  const id = useMe()?.person?.id ?? '';
  const me = useQuery({ ...api.people.get.queryOptions({ input: { id } }), enabled: id !== '' });
  const tree = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  const asked = both(me, tree);
  const [{ unitPath = [] } = {}, { units = [] } = {}] = asked.data ?? [];
  return { ...asked, data: asked.data && unitsToHost(unitPath.at(-1), units, isSteward) };
}

/** What is chosen before anybody chooses. */
export function useFirstAudience(): (units: readonly UnitPlace[]) => Chosen {
  const isSteward = useIsSteward();
  return (units) => firstAudience(units, isSteward);
}

interface FieldsProps {
  units: readonly UnitPlace[];
  value: Chosen;
  onChange(chosen: Chosen): void;
}

/** My unit, whoever has the link, or everyone. */
export function AudienceFields({ units, value, onChange }: FieldsProps) {
  const t = useTranslation(en);
  const isSteward = useIsSteward();
  const [mine] = units;
  const choices = AUDIENCES.filter((each) => (each !== 'unit' || mine) && (each !== 'everyone' || isSteward));
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
