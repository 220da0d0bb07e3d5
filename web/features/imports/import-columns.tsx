import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { ColumnUse, ImportColumn, ImportNote } from '#contract/imports.ts';
import { formatList } from '#web/platform/dates.ts';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

const USES = valuesOf<ColumnUse>({
  ...{ 'leave-out': 1, name: 1, preferredName: 1, firstName: 1, lastName: 1, email: 1 },
  ...{ externalId: 1, unit: 1, division: 1, department: 1, team: 1, site: 1 },
  ...{ manager: 1, level: 1, joined: 1, title: 1, languages: 1, interests: 1 },
  ...{ groups: 1, timezone: 1, awayUntil: 1, status: 1, left: 1, primary: 1 },
});

// The first that is filled counts; of status columns all.
const SEVERAL: ReadonlySet<ColumnUse> = new Set([
  'email',
  'name',
  'firstName',
  'lastName',
  'manager',
  'left',
  'status',
]);

interface ImportColumnsProps {
  name: string;
  people: number;
  columns: readonly ImportColumn[];
  notes: readonly ImportNote[];
  /** Absent where the file is not at hand any more. */
  onChange: ((uses: ColumnUse[]) => void) | undefined;
}

/** What each column was taken for, to be set right by hand. */
export function ImportColumns({ name, people, columns, notes, onChange }: ImportColumnsProps) {
  const t = useTranslation(en);
  const change = (at: number, use: ColumnUse) =>
    onChange?.(
      columns.map((column, index) => {
        if (index === at) return use;
        // Two columns cannot hold the same; the one chosen last does. Some fill each other's gaps.
        return column.use === use && !SEVERAL.has(use) ? 'leave-out' : column.use;
      }),
    );
  return (
    <Card label={t('imports.step-columns')}>
      <p className="imports-sentence">{t(people > 0 ? 'imports.rows' : 'imports.rows-none', { name, people })}</p>
      {notes.length > 0 ? (
        <ul className="imports-notes loam-muted loam-measure">
          {notes.map((note) => (
            <li key={note}>{t(`imports.note-${note}`)}</li>
          ))}
        </ul>
      ) : null}
      {onChange ? null : <p className="loam-muted">{t('imports.columns-fixed')}</p>}
      <section className="imports-columns" aria-label={t('imports.columns')}>
        {columns.map((column, index) => (
          <Column
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places, and may share a name
            key={index}
            column={column}
            number={index + 1}
            isFixed={!onChange}
            onChange={(use) => change(index, use)}
          />
        ))}
      </section>
    </Card>
  );
}

interface ColumnProps {
  column: ImportColumn;
  number: number;
  isFixed: boolean;
  onChange(use: ColumnUse): void;
}

function Column({ column, number, isFixed, onChange }: ColumnProps) {
  const t = useTranslation(en);
  const id = useId();
  const isNumbered = column.header === '' || column.header === String(number);
  const header = isNumbered ? t('imports.column-number', { number }) : column.header;
  const { samples } = column;
  return (
    <div>
      <NativeSelect
        label={header}
        aria-label={t('imports.column', { header })}
        aria-describedby={id}
        size="sm"
        value={column.use}
        disabled={isFixed}
        data={USES.map((use) => ({ value: use, label: t(`imports.use-${use}`) }))}
        onChange={(event) => {
          const use = USES.find((one) => one === event.currentTarget.value);
          if (use) onChange(use);
        }}
      />
      <p className="imports-samples loam-muted" id={id}>
        {samples.length > 0 ? t('imports.samples', { list: formatList(samples) }) : t('imports.no-samples')}
      </p>
    </div>
  );
}
