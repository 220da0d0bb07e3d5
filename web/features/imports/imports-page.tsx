import { Button, Checkbox, FileButton, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import type { ColumnUse } from '#contract/imports.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { base } from '#web/platform/place.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { Columns, Outcome } from './import-preview.tsx';
import { en } from './imports.words.ts';

interface Given {
  file: File;
  complete: boolean;
  uses?: ColumnUse[];
}

/** Three calm steps: the file, what was understood, what would happen. */
export function ImportsPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [given, setGiven] = useState<Given>();
  const preview = useMutation(api.imports.preview.mutationOptions());
  const look = (next: Given) => {
    setGiven(next);
    preview.mutate({
      file: next.file,
      fileName: next.file.name,
      complete: next.complete,
      ...(next.uses ? { uses: next.uses } : {}),
    });
  };
  const start = () => {
    setGiven(undefined);
    preview.reset();
  };
  const apply = useMutation(
    api.imports.apply.mutationOptions({
      onSuccess: async ({ counts }) => {
        start();
        notifications.show({ message: t('imports.applied', counts) });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const error = preview.error ?? apply.error;
  return (
    <Page
      title={t('imports.title')}
      lead={t('imports.lead')}
      above={<Link to="/organisation">← {t('imports.back')}</Link>}
    >
      <Stack gap="lg">
        {error ? <p role="alert">{errorWords(error)}</p> : null}
        {given && preview.data ? (
          <>
            {preview.data.notes.map((note) => (
              <p key={note}>{t(`imports.note.${note}`)}</p>
            ))}
            <Columns columns={preview.data.columns} onChange={(uses) => look({ ...given, uses })} />
            <Checkbox
              label={t('imports.complete')}
              checked={given.complete}
              onChange={(event) => look({ ...given, complete: event.currentTarget.checked })}
            />
            <Outcome
              run={preview.data}
              isBusy={apply.isPending || preview.isPending}
              onApply={(confirm) => apply.mutate({ id: preview.data.id, ...(confirm === null ? {} : { confirm }) })}
              onOther={start}
            />
          </>
        ) : (
          <Drop isBusy={preview.isPending} onFile={(file) => look({ file, complete: false })} />
        )}
        <History />
      </Stack>
    </Page>
  );
}

function Drop({ isBusy, onFile }: { isBusy: boolean; onFile(file: File): void }) {
  const t = useWords(en);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className="loam-card"
      aria-label={t('imports.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      style={{ border: `2px dashed var(--loam-${isOver ? 'leaf' : 'line'})`, textAlign: 'center', padding: 48 }}
    >
      <h2 style={{ fontSize: '1.25rem', margin: 0 }}>{t(isBusy ? 'imports.reading' : 'imports.drop')}</h2>
      <p className="loam-muted" style={{ maxWidth: '48ch', margin: '8px auto 20px' }}>
        {t('imports.drop-text')}
      </p>
      <Group justify="center">
        <FileButton
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(file) => file && onFile(file)}
          inputProps={{ 'aria-label': t('imports.choose') }}
        >
          {(props) => (
            <Button {...props} variant="filled" loading={isBusy}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
        <a href={`${base}/api/imports/template`} download="people.csv">
          {t('imports.template')}
        </a>
      </Group>
    </section>
  );
}

function History() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const list = useQuery(api.imports.list.queryOptions());
  const undo = useMutation(api.imports.undo.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  const runs = list.data?.runs.filter(({ status }) => status !== 'preview') ?? [];
  if (runs.length === 0) return null;
  return (
    <Card label={t('imports.history')}>
      {undo.isError ? <p role="alert">{errorWords(undo.error)}</p> : null}
      <div className="loam-rows">
        {runs.map((run) => (
          <Group key={run.id} justify="space-between" py="sm">
            <span>
              {run.appliedAt ? dayWords(run.appliedAt) : ''}:{' '}
              <span className="loam-muted">{t('imports.entry', run.counts)}</span>
            </span>
            {run.isLast && run.status === 'applied' ? (
              <Button
                size="sm"
                loading={undo.isPending}
                onClick={() => undo.mutate({ id: run.id, confirm: run.counts.added })}
              >
                {t('imports.undo')}
              </Button>
            ) : null}
            {run.status === 'undone' ? <span className="loam-muted">{t('imports.undone')}</span> : null}
          </Group>
        ))}
      </div>
    </Card>
  );
}
