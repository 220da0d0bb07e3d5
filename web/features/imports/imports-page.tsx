import { Button, Checkbox, FileButton, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import type { ImportField } from '#contract/imports.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { Columns, Outcome } from './import-preview.tsx';
import { en } from './imports.words.ts';
import { readText, TEMPLATE } from './read-text.ts';

interface Given {
  text: string;
  isLatin: boolean;
  complete: boolean;
  mapping?: Record<string, ImportField>;
}

/** Three calm steps: the file, what was understood, what would happen. */
export function ImportsPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [given, setGiven] = useState<Given>();
  const preview = useMutation(api.imports.preview.mutationOptions());
  const look = (next: Given) => {
    setGiven(next);
    preview.mutate({ text: next.text, complete: next.complete, ...(next.mapping ? { mapping: next.mapping } : {}) });
  };
  const start = () => {
    setGiven(undefined);
    preview.reset();
  };
  const apply = useMutation(
    api.imports.apply.mutationOptions({
      onSuccess: async (done) => {
        start();
        notifications.show({ message: t('imports.applied', done) });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const error = preview.error ?? apply.error;
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')} above={<Link to="/organisation">← {t('imports.back')}</Link>}>
      <Stack gap="lg">
        {error ? <p role="alert">{errorWords(error)}</p> : null}
        {given && preview.data ? (
          <>
            {given.isLatin ? <p>{t('imports.latin')}</p> : null}
            <Columns columns={preview.data.columns} onChange={(mapping) => look({ ...given, mapping })} />
            <Checkbox
              label={t('imports.complete')}
              checked={given.complete}
              onChange={(event) => look({ ...given, complete: event.currentTarget.checked })}
            />
            <Outcome
              preview={preview.data}
              isBusy={apply.isPending || preview.isPending}
              onApply={(confirm) => apply.mutate({ id: preview.data.id, ...(confirm === null ? {} : { confirm }) })}
              onOther={start}
            />
          </>
        ) : (
          <Drop isBusy={preview.isPending} onFile={async (file) => look({ ...(await readText(file)), complete: false })} />
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
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => file && onFile(file)} inputProps={{ 'aria-label': t('imports.choose') }}>
          {(props) => (
            <Button {...props} variant="filled" loading={isBusy}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(TEMPLATE)}`} download="people.csv">
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
  if (!list.data?.imports.length) return null;
  return (
    <Card label={t('imports.history')}>
      {undo.isError ? <p role="alert">{errorWords(undo.error)}</p> : null}
      <div className="loam-rows">
        {list.data.imports.map((each) => (
          <Group key={each.id} justify="space-between" py="sm">
            <span>
              {dayWords(each.at)}: <span className="loam-muted">{t('imports.entry', each.counts)}</span>
            </span>
            {each.mayUndo ? (
              <Button size="sm" loading={undo.isPending} onClick={() => undo.mutate({ id: each.id })}>
                {t('imports.undo')}
              </Button>
            ) : null}
            {each.status === 'undone' ? <span className="loam-muted">{t('imports.undone')}</span> : null}
          </Group>
        ))}
      </div>
    </Card>
  );
}
