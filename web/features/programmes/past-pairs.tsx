import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useState } from 'react';
import { IMPORT_LIMIT } from '#contract/limits.ts';
import { api, type client } from '#web/platform/api.ts';
import { useDraft } from '#web/platform/draft.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';

type Read = Awaited<ReturnType<typeof client.programmes.importPairs>>;
const FAULTS = 20;

/** Who met in an earlier tool: pasted, chosen or dropped. */
export function PastPairs({ id }: { id: string }) {
  const t = useTranslation(en);
  const { value: text, set: setText, clear } = useDraft(`past-pairs.${id}`, '');
  const [isTooLarge, setTooLarge] = useState(false);
  const read = useMutation(api.programmes.importPairs.mutationOptions({ onSuccess: clear }));
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setTooLarge(file.size > IMPORT_LIMIT);
    if (file.size <= IMPORT_LIMIT) setText(await file.text());
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) read.mutate({ id, text });
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        label={t('hosting.past-label')}
        description={t('hosting.past-drop')}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize={false}
        rows={4}
        spellCheck={false}
        placeholder="ana@example.org,jonas@example.org,2026-09-14"
        classNames={{ input: 'programmes-code' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onDrop={drop}
        onDragOver={(event) => event.preventDefault()}
      />
      <Group gap="sm" mt={12}>
        <Button type="submit" loading={read.isPending} disabled={!text.trim()}>
          {t('hosting.past-read')}
        </Button>
        <FileButton onChange={(file) => void take(file)} accept=".csv,.txt,text/csv,text/plain">
          {(props) => (
            <Button {...props} variant="plain">
              {t('hosting.past-choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Problem error={isTooLarge || read.error} words={isTooLarge ? t('hosting.too-large') : undefined} />
      {read.data ? <WhatWasRead read={read.data} /> : null}
    </form>
  );
}

function WhatWasRead({ read }: { read: Read }) {
  const t = useTranslation(en);
  return (
    <div role="status" className="programmes-read">
      <p className="loam-flush">{t('hosting.past-done', { count: read.read })}</p>
      {read.faults.length ? (
        <ul className="programmes-faults loam-muted">
          {read.faults.slice(0, FAULTS).map(({ line, reason }) => (
            <li key={line}>{t(`hosting.past-fault.${reason}`, { line })}</li>
          ))}
          {read.faults.length > FAULTS ? <li>…</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
