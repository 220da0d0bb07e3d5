import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportField, ImportPreview } from '#contract/imports.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

const FIELDS = [
  'externalId', 'email', 'name', 'firstName', 'lastName', 'title', 'unit', 'division', 'department', 'team', 'site', 'manager', 'level', 'joinedOn',
  'awayUntil', 'timezone', 'groups', 'languages', 'interests',
] as const satisfies readonly ImportField[];

type Mapping = Record<string, ImportField>;

/** Each column with the field it was taken for; a field belongs to one column. */
export function Columns({ columns, onChange }: { columns: ImportPreview['columns']; onChange(mapping: Mapping): void }) {
  const t = useWords(en);
  const choose = (name: string, value: string) => {
    const field = FIELDS.find((each) => each === value);
    const mapping: Mapping = {};
    for (const column of columns) if (column.field && column.name !== name && column.field !== field) mapping[column.name] = column.field;
    onChange(field ? { ...mapping, [name]: field } : mapping);
  };
  const options = [{ value: '', label: t('imports.ignored') }, ...FIELDS.map((field) => ({ value: field, label: t(`imports.field.${field}`) }))];
  return (
    <Card label={t('imports.columns')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="sm">
        {columns.map(({ name, field }) => (
          <NativeSelect key={name} label={name} data={options} value={field ?? ''} onChange={(event) => choose(name, event.currentTarget.value)} />
        ))}
      </SimpleGrid>
    </Card>
  );
}

interface OutcomeProps {
  preview: ImportPreview;
  isBusy: boolean;
  onApply(confirm: number | null): void;
  onOther(): void;
}

/** What would happen: one sentence, then the lists, what is left out first. */
export function Outcome({ preview, isBusy, onApply, onOther }: OutcomeProps) {
  const t = useWords(en);
  const [typed, setTyped] = useState('');
  const { counts, confirm } = preview;
  const hasEffect = counts.created + counts.changed + counts.gone > 0;
  return (
    <Card>
      <p style={{ fontSize: '1.125rem', margin: 0 }}>{t('imports.sum', counts)}</p>
      {hasEffect ? null : <p className="loam-muted">{t('imports.nothing')}</p>}
      <Lists preview={preview} />
      {confirm === null ? null : (
        <TextInput
          label={t('imports.confirm', { count: confirm })}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          mt="md"
          maw={420}
        />
      )}
      <Group mt="lg">
        <Button variant="filled" loading={isBusy} disabled={!hasEffect || (confirm !== null && typed.trim() !== String(confirm))} onClick={() => onApply(confirm)}>
          {t('imports.apply')}
        </Button>
        <Button variant="plain" onClick={onOther}>
          {t('imports.other-file')}
        </Button>
      </Group>
    </Card>
  );
}

function Lists({ preview }: { preview: ImportPreview }) {
  const t = useWords(en);
  const { counts } = preview;
  return (
    <>
      <List title={t('imports.faulty')} count={counts.faulty}>
        {preview.faulty.map((each) => (
          <li key={each.line}>
            {t('imports.line', { line: each.line })}: {t(`imports.fault.${each.reason}`)} <span className="loam-muted">{each.text}</span>
          </li>
        ))}
      </List>
      <List title={t('imports.gone')} count={counts.gone}>
        {preview.gone.map((each) => (
          <li key={each.email}>
            {each.name} <span className="loam-muted">{each.email}</span>
          </li>
        ))}
      </List>
      <List title={t('imports.changed')} count={counts.changed}>
        {preview.changed.map((each) => (
          <li key={each.line}>
            {each.name}{' '}
            <span className="loam-muted">{each.changes.map(({ field, from, to }) => (from || to ? t('imports.from-to', { field, from, to }) : field)).join('; ')}</span>
          </li>
        ))}
      </List>
      <List title={t('imports.created')} count={counts.created}>
        {preview.created.map((each) => (
          <li key={each.line}>
            {each.name} <span className="loam-muted">{each.email}</span>
          </li>
        ))}
      </List>
    </>
  );
}

function List({ title, count, children }: { title: string; count: number; children: ReactNode[] }) {
  const t = useWords(en);
  if (count === 0) return null;
  return (
    <details open={count <= 12} style={{ marginTop: 16 }}>
      <summary style={{ cursor: 'pointer', fontWeight: 600 }}>
        {title} ({count})
      </summary>
      <ul style={{ maxHeight: 320, overflow: 'auto' }}>
        {children}
        {count > children.length ? <li className="loam-muted">{t('imports.more', { count: count - children.length })}</li> : null}
      </ul>
    </details>
  );
}
