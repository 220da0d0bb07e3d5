import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnUse, ImportField, LineKind } from '#contract/imports.ts';
import { api, type client } from '#web/platform/api.ts';
import { base } from '#web/platform/place.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

type Run = Awaited<ReturnType<typeof client.imports.preview>>;
type Line = Awaited<ReturnType<typeof client.imports.lines>>['lines'][number];

const FIELDS = [
  'externalId',
  'email',
  'name',
  'firstName',
  'lastName',
  'title',
  'unit',
  'division',
  'department',
  'team',
  'site',
  'manager',
  'level',
  'joined',
  'awayUntil',
  'timezone',
  'groups',
  'languages',
  'interests',
] as const satisfies readonly ImportField[];

/** Each column with the field it was taken for; a field belongs to one column. */
export function Columns({ columns, onChange }: { columns: Run['columns']; onChange(uses: ColumnUse[]): void }) {
  const t = useWords(en);
  const choose = (at: number, value: string) => {
    const use: ColumnUse = FIELDS.find((each) => each === value) ?? 'leave-out';
    onChange(columns.map((column, index) => (index === at ? use : column.use === use ? 'leave-out' : column.use)));
  };
  const options = [
    { value: 'leave-out', label: t('imports.ignored') },
    ...FIELDS.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
  ];
  return (
    <Card label={t('imports.columns')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="sm">
        {columns.map(({ header, use, samples }, index) => (
          <NativeSelect
            key={header}
            label={header}
            description={samples[0]}
            data={options}
            value={use}
            onChange={(event) => choose(index, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
    </Card>
  );
}

interface OutcomeProps {
  run: Run;
  isBusy: boolean;
  onApply(confirm: number | null): void;
  onOther(): void;
}

/** What would happen: one sentence, then the lists, what is left out first. */
export function Outcome({ run, isBusy, onApply, onOther }: OutcomeProps) {
  const t = useWords(en);
  const [typed, setTyped] = useState('');
  const { counts, mustConfirm } = run;
  const hasEffect = counts.added + counts.changed + counts.gone > 0;
  const isConfirmed = !mustConfirm || typed.trim() === String(counts.gone);
  return (
    <Card>
      <p style={{ fontSize: '1.125rem', margin: 0 }}>{t('imports.sum', counts)}</p>
      {hasEffect ? null : <p className="loam-muted">{t('imports.nothing')}</p>}
      <List run={run} kind="faulty" count={counts.faulty + counts.doubtful} />
      <List run={run} kind="gone" count={counts.gone} />
      <List run={run} kind="changed" count={counts.changed} />
      <List run={run} kind="added" count={counts.added} />
      {mustConfirm ? (
        <TextInput
          label={t('imports.confirm', { count: counts.gone })}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          mt="md"
          maw={420}
        />
      ) : null}
      <Group mt="lg">
        <Button
          variant="filled"
          loading={isBusy}
          disabled={!hasEffect || !isConfirmed}
          onClick={() => onApply(mustConfirm ? counts.gone : null)}
        >
          {t('imports.apply')}
        </Button>
        <Button variant="plain" onClick={onOther}>
          {t('imports.other-file')}
        </Button>
      </Group>
    </Card>
  );
}

function List({ run, kind, count }: { run: Run; kind: LineKind; count: number }) {
  const t = useWords(en);
  const [isOpen, setOpen] = useState(count <= 12);
  const pages = useInfiniteQuery(
    api.imports.lines.infiniteOptions({
      input: (from: number) => ({ id: run.id, kind, from }),
      initialPageParam: 0,
      getNextPageParam: (page) => page.next ?? undefined,
      enabled: count > 0 && isOpen,
    }),
  );
  if (count === 0) return null;
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} style={{ marginTop: 16 }}>
      <summary style={{ cursor: 'pointer', fontWeight: 600 }}>
        {t(`imports.${kind}`)} ({count})
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={lineKey(line)}>
            <LineWords line={line} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="sm" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {t('imports.show-more')}
        </Button>
      ) : null}{' '}
      {kind === 'faulty' ? (
        <a href={`${base}/api/imports/${run.id}/faults`} download="faulty-lines.csv">
          {t('imports.all-faults')}
        </a>
      ) : null}
    </details>
  );
}

const lineKey = (line: Line): string =>
  line.kind === 'gone'
    ? line.email
    : line.kind === 'faulty'
      ? `${line.line} ${line.reason} ${line.value}`
      : String(line.line);

function LineWords({ line }: { line: Line }) {
  const t = useWords(en);
  if (line.kind === 'faulty') {
    return (
      <>
        {t('imports.line', { line: line.line })}: {t(`imports.fault.${line.reason}`)}{' '}
        <span className="loam-muted">
          {line.value}
          {line.isLeftOut ? '' : ` (${t('imports.partly')})`}
        </span>
      </>
    );
  }
  if (line.kind === 'changed') {
    const changes = line.fields.map(({ field, before, after }) =>
      t('imports.from-to', { field: t(`imports.field.${field}`), from: before || '–', to: after || '–' }),
    );
    return (
      <>
        {line.name} <span className="loam-muted">{changes.join('; ')}</span>
      </>
    );
  }
  return (
    <>
      {line.name}{' '}
      <span className="loam-muted">
        {line.kind === 'gone' ? `${line.email} (${t(`imports.${line.why}`)})` : line.email}
      </span>
    </>
  );
}
