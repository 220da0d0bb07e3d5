import { Chip, Group, MultiSelect, Select, Switch, TagsInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { ABOUT_LIMIT } from '#contract/limits.ts';
import type { MyProfile, ProfileField } from '#contract/people.ts';
import { formatHour, formatWeekday, languageName } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { languageChoices } from './languages.ts';
import { en } from './people.words.ts';

export interface FieldProps {
  profile: MyProfile;
  onChange(change: Partial<MyProfile>): void;
}

/** A field, who can read it, and the switch that decides so. */
function Shareable({
  field,
  label,
  profile,
  onChange,
  children,
}: FieldProps & { field: ProfileField; label: string; children: ReactNode }) {
  const t = useTranslation(en);
  const isShown = profile.shows.includes(field);
  const toggle = () =>
    onChange({ shows: isShown ? profile.shows.filter((each) => each !== field) : [...profile.shows, field] });
  return (
    <div className="profile-field">
      {children}
      <div className="profile-field-foot">
        {isShown ? (
          <Audience who="everyone">{t('profile.everyone')}</Audience>
        ) : (
          <span className="loam-muted profile-hidden">{t('profile.nobody')}</span>
        )}
        <Switch
          checked={isShown}
          onChange={toggle}
          label={t('profile.show')}
          aria-label={t('profile.show-field', { field: label })}
        />
      </div>
    </div>
  );
}

export function AboutField(props: FieldProps) {
  const t = useTranslation(en);
  const { about } = props.profile;
  return (
    <Shareable {...props} field="about" label={t('profile.about')}>
      <Textarea
        label={t('profile.about')}
        description={t('profile.about-hint', { left: ABOUT_LIMIT - about.length })}
        autosize
        minRows={3}
        maxLength={ABOUT_LIMIT}
        value={about}
        onChange={(event) => props.onChange({ about: event.currentTarget.value })}
      />
    </Shareable>
  );
}

export function WordsField({
  field,
  ...props
}: FieldProps & { field: 'talents' | 'passions' | 'askMeAbout' | 'interests' }) {
  const t = useTranslation(en);
  const name = field === 'askMeAbout' ? 'ask-me-about' : field;
  const label = t(`profile.${name}`);
  const words = props.profile[field];
  return (
    <Shareable {...props} field={field} label={label}>
      <TagsInput
        label={label}
        description={t(`profile.${name}-hint`)}
        placeholder={words.length === 0 ? t('profile.words-hint') : ''}
        value={words}
        maxTags={20}
        acceptValueOnBlur
        onChange={(next) => props.onChange({ [field]: next.map((word) => word.trim().slice(0, 60)).filter(Boolean) })}
      />
    </Shareable>
  );
}

export function LanguagesField(props: FieldProps) {
  const t = useTranslation(en);
  const { languages } = props.profile;
  const choices = languageChoices();
  const others = languages
    .filter((code) => !choices.some(({ value }) => value === code))
    .map((value) => ({ value, label: languageName(value) }));
  return (
    <Shareable {...props} field="languages" label={t('profile.languages')}>
      <MultiSelect
        size="md"
        label={t('profile.languages')}
        description={t('profile.languages-hint')}
        data={[...choices, ...others]}
        searchable
        maxValues={20}
        value={languages}
        onChange={(next) => props.onChange({ languages: next })}
      />
    </Shareable>
  );
}

const HOURS = Array.from({ length: 25 }, (_, hour) => hour);

export function HoursField(props: FieldProps) {
  const t = useTranslation(en);
  const { hours } = props.profile;
  const choices = HOURS.map((hour) => ({ value: String(hour), label: hour === 24 ? '24:00' : formatHour(hour) }));
  const set = (side: 'from' | 'to') => (value: string | null) =>
    props.onChange({ hours: value === null ? null : { from: 9, to: 17, ...hours, [side]: Number(value) } });
  const one = (side: 'from' | 'to') => (
    <Select
      label={t(`profile.${side}`)}
      w={130}
      clearable
      clearButtonProps={{ 'aria-label': t('people.clear') }}
      data={choices}
      value={hours ? String(hours[side]) : null}
      onChange={set(side)}
    />
  );
  return (
    <Shareable {...props} field="hours" label={t('profile.hours')}>
      <fieldset>
        <legend>{t('profile.hours')}</legend>
        <Group gap="sm">
          {one('from')}
          {one('to')}
        </Group>
      </fieldset>
    </Shareable>
  );
}

export function OfficeDaysField(props: FieldProps) {
  const t = useTranslation(en);
  const days = props.profile.officeDays.map(String);
  return (
    <Shareable {...props} field="officeDays" label={t('profile.office-days')}>
      <fieldset>
        <legend>{t('profile.office-days')}</legend>
        <Chip.Group multiple value={days} onChange={(next) => props.onChange({ officeDays: next.map(Number).sort() })}>
          <Group gap="xs">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Chip key={day} value={String(day)} variant="outline">
                {formatWeekday(day, 'short')}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
    </Shareable>
  );
}
