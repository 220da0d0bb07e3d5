import { Alert, Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportCounts } from '#contract/imports.ts';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { errorCode, useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportLines } from './import-lines.tsx';
import { useImportSentences } from './import-sentences.ts';
import { en } from './imports.words.ts';
import type { Reading } from './imports-page.tsx';

/** An import as the API gives it. */
export type Run = Awaited<ReturnType<typeof client.imports.get>>;

interface ImportPreviewProps {
  run: Run;
  /** The file itself, unless the page was opened anew. */
  reading: Reading | undefined;
  isReading: boolean;
  onRead(reading: Reading): void;
  onOther(): void;
}

/** Steps two and three: what was understood, and what will happen. */
export function ImportPreview({ run, reading, isReading, onRead, onOther }: ImportPreviewProps) {
  const t = useWords(en);
  const { counts } = run;
  // Nothing is switched off while the file is read again: the keyboard would lose its place.
  const read = (change: Partial<Reading>) => {
    if (reading && !isReading) onRead({ ...reading, ...change });
  };
  const columns = run.columns.map((column, index) => ({ ...column, use: reading?.uses?.[index] ?? column.use }));
  return (
    <>
      <ImportColumns
        name={run.fileName || t('imports.step-file')}
        people={counts.people}
        columns={columns}
        notes={run.notes}
        onChange={reading ? (uses) => read({ uses }) : undefined}
      />
      <Card label={t('imports.step-changes')}>
        <WhatWillHappen counts={counts} />
        <Checkbox
          mt={20}
          label={t('imports.complete')}
          description={t('imports.complete-text')}
          checked={reading?.complete ?? run.complete}
          disabled={!reading}
          onChange={(event) => read({ complete: event.currentTarget.checked })}
        />
        <Apply
          key={`apply ${run.id}`}
          run={run}
          isReading={isReading}
          onOther={onOther}
          onAgain={reading ? () => onRead(reading) : undefined}
        />
      </Card>
      <ImportLines key={run.id} id={run.id} counts={counts} />
    </>
  );
}

function WhatWillHappen({ counts }: { counts: ImportCounts }) {
  const t = useWords(en);
  const { changes, places } = useImportSentences();
  const list = changes(counts);
  const made = places(counts);
  const nothing = t(counts.people > 0 ? 'imports.nothing' : 'imports.nothing-readable');
  const more = [
    counts.same > 0 && list ? `${t('imports.count-same', { count: counts.same })}.` : '',
    made ? t('imports.places', { list: made }) : '',
    counts.faulty > 0 ? t('imports.count-faulty', { count: counts.faulty }) : '',
    counts.doubtful > 0 ? t('imports.count-doubtful', { count: counts.doubtful }) : '',
  ].filter((sentence) => sentence !== '');
  return (
    <div role="status">
      <p className="imports-sentence">{list ? t('imports.will', { list }) : nothing}</p>
      {more.length > 0 ? <p className="loam-muted loam-measure">{more.join(' ')}</p> : null}
    </div>
  );
}

interface ApplyProps {
  run: Run;
  isReading: boolean;
  onOther(): void;
  onAgain: (() => void) | undefined;
}

function Apply({ run, isReading, onOther, onAgain }: ApplyProps) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState('');
  const { added, changed, gone } = run.counts;
  const apply = useMutation(
    api.imports.apply.mutationOptions({
      onSuccess: async (done) => {
        await queryClient.invalidateQueries();
        queryClient.setQueryData(api.imports.get.queryKey({ input: { id: done.id } }), done);
      },
    }),
  );
  const hasChanges = added + changed + gone > 0;
  const mustConfirm = run.mustConfirm || errorCode(apply.error) === 'imports.needs-confirmation';
  const isConfirmed = !mustConfirm || typed.trim() === String(gone);
  const isOutdated = errorCode(apply.error) === 'imports.outdated';
  return (
    <div style={{ marginTop: 24 }}>
      {mustConfirm && hasChanges ? (
        <TextInput
          label={t('imports.confirm', { count: gone })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          maw={420}
          mb={20}
        />
      ) : null}
      {apply.error ? (
        <Alert role="alert" mb={20}>
          {errorWords(apply.error)}
        </Alert>
      ) : null}
      <Group>
        {isOutdated && onAgain ? (
          <Button variant="filled" onClick={onAgain} loading={isReading}>
            {t('imports.outdated')}
          </Button>
        ) : null}
        {hasChanges && !isOutdated ? (
          <Button
            variant="filled"
            loading={apply.isPending}
            disabled={isReading || !isConfirmed}
            onClick={() => apply.mutate({ id: run.id, ...(mustConfirm ? { confirm: gone } : {}) })}
          >
            {t('imports.apply')}
          </Button>
        ) : null}
        <Button variant="plain" onClick={onOther} disabled={apply.isPending}>
          {t('imports.other')}
        </Button>
        {apply.isPending ? (
          <span role="status" className="loam-muted">
            {t('imports.applying')}
          </span>
        ) : null}
      </Group>
    </div>
  );
}
