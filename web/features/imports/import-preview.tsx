import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportCounts } from '#contract/imports.ts';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { api, queryClient } from '#web/platform/api.ts';
import { errorCode } from '#web/platform/errors.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportPerhaps } from './import-perhaps.tsx';
import { ImportPresence } from './import-presence.tsx';
import { ImportDatesChoice, ImportEncodingChoice } from './import-reading.tsx';
import { useImportSentences } from './import-sentences.ts';
import { en } from './imports.words.ts';
import { refreshDirectory } from './refresh.ts';
import type { Reading, Run } from './shapes.ts';

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
  const t = useTranslation(en);
  const { counts } = run;
  // Nothing is switched off while the file is read again: the keyboard would lose its place, and a press be lost.
  const read = (change: Partial<Reading>) => {
    if (reading) onRead({ ...reading, ...change });
  };
  const order = reading?.dateOrder;
  const dates = run.dates && order ? { ...run.dates, used: order, isChosen: true } : run.dates;
  const gone = reading?.gone;
  const words = run.presence.map((each) => (gone ? { ...each, isHere: !gone.includes(each.word) } : each));
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
      <ImportEncodingChoice
        encoding={{ ...run.encoding, used: reading?.encoding ?? run.encoding.used }}
        onChange={reading ? (encoding) => read({ encoding }) : undefined}
      />
      <ImportDatesChoice dates={dates} onChange={reading ? (dateOrder) => read({ dateOrder }) : undefined} />
      <ImportPresence words={words} onChange={reading ? (gone) => read({ gone }) : undefined} />
      <ImportPerhaps run={run} said={reading} onChange={reading ? read : undefined} />
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
          mustChooseDates={dates?.isChosen === false}
          onOther={onOther}
          onAgain={reading ? () => onRead(reading) : undefined}
        />
      </Card>
      <ImportLines key={run.id} id={run.id} counts={counts} />
    </>
  );
}

function WhatWillHappen({ counts }: { counts: ImportCounts }) {
  const t = useTranslation(en);
  const { changes, places } = useImportSentences();
  const list = changes(counts);
  const made = places(counts);
  const nothing = t(counts.people > 0 ? 'imports.nothing' : 'imports.nothing-readable');
  const isAsking = counts.perhaps > 0 && !list;
  const more = [
    counts.same > 0 && list ? `${t('imports.count-same', { count: counts.same })}.` : '',
    made ? t('imports.places', { list: made }) : '',
    counts.perhaps > 0 ? t('imports.count-perhaps', { count: counts.perhaps }) : '',
    counts.faulty > 0 ? t('imports.count-faulty', { count: counts.faulty }) : '',
    counts.doubtful > 0 ? t('imports.count-doubtful', { count: counts.doubtful }) : '',
  ].filter((sentence) => sentence !== '');
  return (
    <div role="status">
      {isAsking ? null : <p className="imports-sentence">{list ? t('imports.will', { list }) : nothing}</p>}
      {more.length > 0 ? <p className="loam-muted loam-measure">{more.join(' ')}</p> : null}
    </div>
  );
}

interface ApplyProps {
  run: Run;
  isReading: boolean;
  /** True until somebody said which day the dates mean. */
  mustChooseDates: boolean;
  onOther(): void;
  onAgain: (() => void) | undefined;
}

function Apply({ run, isReading, mustChooseDates, onOther, onAgain }: ApplyProps) {
  const t = useTranslation(en);
  const [typed, setTyped] = useState('');
  const { added, changed, gone, waiting } = run.counts;
  const apply = useMutation(
    api.imports.apply.mutationOptions({
      onSuccess: async (done) => {
        await refreshDirectory();
        queryClient.setQueryData(api.imports.get.queryKey({ input: { id: done.id } }), done);
      },
    }),
  );
  const hasChanges = added + changed + gone + waiting > 0;
  const mustConfirm = run.mustConfirm || errorCode(apply.error) === 'imports.needs-confirmation';
  const isConfirmed = !mustConfirm || typed.trim() === String(gone);
  const isOutdated = errorCode(apply.error) === 'imports.outdated';
  return (
    <div className="imports-apply">
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
      <Problem error={apply.error} />
      {waiting > 0 ? <MailNotice isAside /> : null}
      {hasChanges && mustChooseDates ? <p>{t('imports.dates-first')}</p> : null}
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
            disabled={isReading || !isConfirmed || mustChooseDates}
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
