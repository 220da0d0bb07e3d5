import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useErrorWords } from '#web/platform/errors.ts';
import { base } from '#web/platform/place.ts';
import { useWords } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './reference.words.ts';
import { type Operation, operationsOf } from './spec.ts';

const specUrl = `${base}/api/spec.json`;

/** The API in readable form, made from the document that the server itself gives. */
export function ApiReferencePage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [wanted, setWanted] = useState('');
  const document = useQuery({
    queryKey: ['spec'],
    queryFn: async () => operationsOf(await (await fetch(specUrl)).json()),
  });
  const needle = wanted.trim().toLowerCase();
  const shown = (document.data ?? []).filter(({ method, path, summary }) =>
    `${method} ${path} ${summary}`.toLowerCase().includes(needle),
  );
  return (
    <PublicPage isWide title={t('reference.title')} lead={t('reference.lead')}>
      <p className="loam-measure">
        {t('reference.token')} <a href={specUrl}>{t('reference.document')}</a>
      </p>
      <TextInput
        label={t('reference.find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        mb="lg"
      />
      {document.isError ? <p role="alert">{errorWords(document.error)}</p> : null}
      {document.isPending ? <p className="loam-muted">{t('reference.loading')}</p> : null}
      {document.data && shown.length === 0 ? <p>{t('reference.none')}</p> : null}
      <div className="loam-rows">
        {shown.map((operation) => (
          <OperationRow key={operation.id} operation={operation} />
        ))}
      </div>
    </PublicPage>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const t = useWords(en);
  const code = { fontSize: '0.875rem', overflowWrap: 'anywhere' } as const;
  return (
    <article style={{ padding: '16px 0' }}>
      <h2 style={{ fontSize: '1rem', margin: 0 }}>
        <code>
          {operation.method} {operation.path}
        </code>
      </h2>
      <p style={{ margin: '2px 0 6px' }}>{operation.summary}</p>
      <div style={code}>
        <span className="loam-muted">{t('reference.takes')}</span>{' '}
        <code>{operation.takes || t('reference.nothing')}</code>
      </div>
      <div style={code}>
        <span className="loam-muted">{t('reference.gives')}</span>{' '}
        <code>{operation.gives || t('reference.nothing')}</code>
      </div>
    </article>
  );
}
