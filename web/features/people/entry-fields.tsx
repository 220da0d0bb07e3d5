import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WhoIAm } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { formatList } from '#web/platform/dates.ts';
import { both, type QueryState } from '#web/platform/query-state.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './entry.words.ts';
import { type Choices, type EntryDraft, isUnknown, labelOf } from './entry-draft.ts';
import { unitPaths } from './units.ts';

/** Units by their path and sites by their name, to choose from. */
export function useChoicesState(): QueryState<Choices> {
  const units = useQuery(api.people.units.queryOptions({ staleTime: 60_000 }));
  const filters = useQuery(api.people.filters.queryOptions({ staleTime: 60_000 }));
  const asked = both(units, filters);
  if (!asked.data) return { ...asked, data: undefined };
  const [{ units: all }, { sites }] = asked.data;
  return { ...asked, data: { unit: unitPaths(all), site: sites.map(({ id, name }) => ({ value: id, label: name })) } };
}

const NONE: Choices = { unit: [], site: [] };

/** The same, where they only help. */
export const useChoices = (): Choices => useChoicesState().data ?? NONE;

interface FieldsProps {
  saved: WhoIAm;
  draft: EntryDraft;
  choices: Choices;
  onChange(change: Partial<EntryDraft>): void;
}

const HINTS = {
  address: 'entry.name-guess',
  self: 'entry.name-hint',
  steward: 'entry.name-steward',
  directory: 'entry.name-hint',
} as const;

function NameField({ saved, draft, onChange }: FieldsProps) {
  const t = useTranslation(en);
  if (!saved.maySay.includes('name'))
    return <Said label={t('entry.name')} text={saved.name} saved={saved} field="name" />;
  return (
    <TextInput
      label={t('entry.name')}
      description={t(HINTS[saved.nameFrom])}
      required
      withAsterisk={false}
      autoComplete="name"
      maxLength={120}
      value={draft.name}
      onChange={(event) => onChange({ name: event.currentTarget.value })}
    />
  );
}

/** What a directory or a steward says, and who can change it. */
function Said({ label, text, saved, field }: { label: string; text: string; saved: WhoIAm; field: keyof EntryDraft }) {
  const t = useTranslation(en);
  const isDirectory = field === 'name' || saved.nameFrom === 'directory';
  const me = useMe()?.person;
  const isSteward = me?.roles.includes('steward') ?? false;
  const by = isSteward ? { count: 0, names: '' } : { count: saved.stewards.length, names: formatList(saved.stewards) };
  return (
    <div>
      <div className="profile-label">{label}</div>
      <div className="loam-anywhere">{text}</div>
      <div className="loam-muted profile-hidden">
        {t(isDirectory ? 'entry.from-directory' : 'entry.from-steward', by)}
        {isSteward && me ? (
          <>
            {' '}
            <Link to="/people/$personId" params={{ personId: me.id }}>
              {t('entry.change-yourself')}
            </Link>
          </>
        ) : null}
      </div>
    </div>
  );
}

function PlaceField({ field, saved, draft, choices, onChange }: FieldsProps & { field: 'unit' | 'site' }) {
  const t = useTranslation(en);
  const place = saved[field];
  if (!saved.maySay.includes(field))
    return <Said label={t(`entry.${field}`)} text={labelOf(place, choices[field])} saved={saved} field={field} />;
  if (!saved.mayNamePlaces && choices[field].length === 0) return null;
  const wrong = isUnknown(saved, draft[field], choices[field]);
  return (
    <Autocomplete
      size="md"
      label={t(`entry.${field}`)}
      description={t(saved.mayNamePlaces ? `entry.${field}-hint` : `entry.${field}-choose`)}
      data={[...new Set(choices[field].map(({ label }) => label))]}
      limit={50}
      maxLength={saved.mayNamePlaces ? 80 : 400}
      value={draft[field]}
      error={wrong ? t('entry.unknown-place') : undefined}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
}

/** Name, unit and site, as far as they are mine to say. */
export function EntryFields(props: FieldsProps) {
  return (
    <>
      <NameField {...props} />
      <PlaceField {...props} field="unit" />
      <PlaceField {...props} field="site" />
    </>
  );
}
