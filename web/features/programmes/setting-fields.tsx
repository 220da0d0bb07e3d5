import { NativeSelect, TextInput } from '@mantine/core';
import type { Cadence, Rule } from '#contract/programmes.ts';
import { formatWeekday } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { CADENCES, RULES, SIZES, WEEKDAYS } from './formats.ts';
import { en } from './hosting.words.ts';

interface FieldProps<T> {
  value: T;
  onChange(value: T): void;
}

interface OneOfProps<T extends string | number> extends FieldProps<T> {
  label: string;
  values: readonly T[];
  nameOf(value: T): string;
}

/** The browser's own list: light, and at home on every phone. */
function OneOf<T extends string | number>({ label, values, nameOf, value, onChange }: OneOfProps<T>) {
  return (
    <NativeSelect
      size="md"
      label={label}
      value={String(value)}
      data={values.map((each) => ({ value: String(each), label: nameOf(each) }))}
      onChange={(event) => {
        const chosen = values.find((each) => String(each) === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

/** How many meet together. */
export function SizeSelect(props: FieldProps<number>) {
  const t = useTranslation(en);
  return (
    <OneOf<number>
      label={t('hosting.size')}
      values={SIZES}
      nameOf={(size) => t('hosting.size-of', { size })}
      {...props}
    />
  );
}

/** How often a round is drawn. */
export function CadenceSelect({ weekday, ...props }: FieldProps<Cadence> & { weekday: number }) {
  const t = useTranslation(en);
  return (
    <OneOf<Cadence>
      label={t('hosting.cadence')}
      values={CADENCES}
      nameOf={(cadence) => t(`hosting.cadence.${cadence}`, { weekday: formatWeekday(weekday) })}
      {...props}
    />
  );
}

/** Who rather meets whom. */
export function RuleSelect(props: FieldProps<Rule>) {
  const t = useTranslation(en);
  return (
    <OneOf<Rule> label={t('hosting.rule')} values={RULES} nameOf={(rule) => t(`hosting.rule.${rule}`)} {...props} />
  );
}

/** What a host may set of a programme's rounds. */
export interface Settings {
  size: number;
  cadence: Cadence;
  weekday: number;
  drawTime: string;
  rule: Rule;
}

/** Size, cadence, day, time and rule; each change is told by itself. */
export function SettingFields({ value, onChange }: { value: Settings; onChange(change: Partial<Settings>): void }) {
  const t = useTranslation(en);
  return (
    <>
      <SizeSelect value={value.size} onChange={(size) => onChange({ size })} />
      <RuleSelect value={value.rule} onChange={(rule) => onChange({ rule })} />
      <CadenceSelect value={value.cadence} weekday={value.weekday} onChange={(cadence) => onChange({ cadence })} />
      {value.cadence === 'monthly-last' ? null : (
        <OneOf<number>
          label={t('hosting.weekday')}
          values={WEEKDAYS}
          nameOf={(day) => formatWeekday(day)}
          value={value.weekday}
          onChange={(weekday) => onChange({ weekday })}
        />
      )}
      <TextInput
        type="time"
        label={t('hosting.time')}
        value={value.drawTime}
        onChange={(event) => onChange({ drawTime: event.currentTarget.value || value.drawTime })}
      />
    </>
  );
}
