import { Answered } from '#web/platform/answered.tsx';
import { Problem } from '#web/platform/problem.tsx';
import './imports.css';
import { Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, client, queryClient } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { FileStep } from './file-step.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { en } from './imports.words.ts';
import type { Reading } from './shapes.ts';

/** Three calm steps: the file, what was understood, what will happen. */
export function ImportsPage() {
  const t = useTranslation(en);
  const roles = useMe()?.person?.roles;
  const isSteward = roles?.includes('steward');
  return (
    <Page
      title={t('imports.title')}
      above={<BackLink to="/organisation">{t('imports.back')}</BackLink>}
      {...(isSteward ? { lead: t('imports.lead') } : {})}
    >
      {isSteward ? <Steps /> : null}
      {roles && !isSteward ? (
        <EmptyState title={t('imports.only-stewards')} picture="roots">
          {t('imports.only-stewards-text')}
        </EmptyState>
      ) : null}
    </Page>
  );
}

function Steps() {
  const navigate = useNavigate();
  const { run: id } = useSearch({ from: '/inside/organisation/import' });
  const [reading, setReading] = useState<Reading>();
  const show = (run: string | undefined) => navigate({ to: '/organisation/import', search: run ? { run } : {} });
  const run = useQuery({ ...api.imports.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== undefined });
  // Of several choices in a row the last one counts, whichever is read first.
  const latest = useRef<Reading>(undefined);
  const preview = useMutation({
    mutationFn: (next: Reading) => client.imports.preview(next),
    onSuccess: async (made, asked) => {
      if (latest.current !== asked) return;
      queryClient.setQueryData(api.imports.get.queryKey({ input: { id: made.id } }), made);
      await show(made.id);
    },
  });
  const read = (next: Reading) => {
    latest.current = next;
    setReading(next);
    preview.mutate(next);
  };
  const startAgain = () => {
    latest.current = undefined;
    setReading(undefined);
    preview.reset();
    void show(undefined);
  };
  return (
    <Stack gap={24}>
      <Problem error={preview.error} />
      {id ? (
        <Answered query={run}>
          {(current) =>
            current.status === 'preview' ? (
              <ImportPreview
                run={current}
                reading={reading}
                isReading={preview.isPending}
                onRead={read}
                onOther={startAgain}
              />
            ) : (
              <ImportResult run={current} onOther={startAgain} />
            )
          }
        </Answered>
      ) : null}
      {!id || (run.isError && !run.data) ? (
        <>
          <FileStep
            name={preview.isPending ? reading?.file.name : undefined}
            onFile={(file) => read({ file, complete: false })}
          />
          <ImportHistory />
        </>
      ) : null}
    </Stack>
  );
}
