import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryClient } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Confirm } from '#web/ui/confirm.tsx';
import { useImportSentences } from './import-sentences.ts';
import { en } from './imports.words.ts';
import { leavingOf } from './leaving.ts';
import { refreshDirectory } from './refresh.ts';
import type { Run } from './shapes.ts';

/** What an import did, and the way back. */
export function ImportResult({ run, onOther }: { run: Run; onOther(): void }) {
  const t = useTranslation(en);
  const { changes, undone } = useImportSentences();
  const took = run.undone ? undone(run.undone) : '';
  const did = changes(run.counts);
  const sentence = run.undone
    ? t(took ? 'imports.undone' : 'imports.undone-nothing', { list: took })
    : t(did ? 'imports.done' : 'imports.done-nothing', { list: did });
  return (
    <Card {...(run.fileName ? { label: run.fileName } : {})}>
      <p className="imports-sentence" role="status">
        {sentence}
      </p>
      {run.undone ? null : (
        <p className="loam-muted">{t(run.counts.waiting > 0 ? 'imports.done-waiting' : 'imports.done-text')}</p>
      )}
      <Group mt={20}>
        <Button variant="filled" component={Link} to="/people">
          {t('imports.see-people')}
        </Button>
        {run.isLast ? <UndoImport run={run} /> : null}
        <Button variant="plain" onClick={onOther}>
          {t('imports.other')}
        </Button>
      </Group>
    </Card>
  );
}

/** Undoes the last import once it was asked for twice. */
export function UndoImport({ run }: { run: Run }) {
  const t = useTranslation(en);
  const [isAsking, setIsAsking] = useState(false);
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: async (done) => {
        setIsAsking(false);
        await refreshDirectory();
        queryClient.setQueryData(api.imports.get.queryKey({ input: { id: done.id } }), done);
      },
    }),
  );
  const leaving = leavingOf(undo.error);
  return (
    <>
      <Button loading={undo.isPending} onClick={() => setIsAsking(true)}>
        {t('imports.undo')}
      </Button>
      <Confirm
        opened={isAsking}
        title={t('imports.undo-title')}
        confirm={t('imports.undo')}
        cancel={t('imports.keep')}
        {...(leaving === undefined
          ? {}
          : { typed: { label: t('imports.undo-typed', { count: leaving }), text: String(leaving) } })}
        onConfirm={() => undo.mutate({ id: run.id, ...(leaving === undefined ? {} : { confirm: leaving }) })}
        onClose={() => setIsAsking(false)}
      >
        <p className="loam-flush">{t('imports.undo-text')}</p>
        <Problem error={leaving === undefined ? undo.error : null} />
      </Confirm>
    </>
  );
}
