import './reference.css';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '#web/platform/answered.tsx';
import { base } from '#web/platform/place.ts';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './reference.words.ts';
import { type Operation, operationsOf } from './spec.ts';

const specUrl = `${base}/api/spec.json`;

/** The API in readable form, made from the document that the server itself gives. */
export function ApiReferencePage() {
  const t = useTranslation(en);
  const [wanted, setWanted] = useState('');
  const document = useQuery({
    queryKey: ['spec'],
    queryFn: async () => {
      const answer = await fetch(specUrl);
      if (!answer.ok) throw new Error(`the document answered ${answer.status}`);
      return operationsOf(await answer.json());
    },
  });
  const needle = wanted.trim().toLowerCase();
  const isWanted = ({ method, path, summary }: Operation) =>
    `${method} ${path} ${summary}`.toLowerCase().includes(needle);
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
      <Answered query={document} height={480}>
        {(operations) => <Operations operations={operations.filter(isWanted)} />}
      </Answered>
    </PublicPage>
  );
}

function Operations({ operations }: { operations: readonly Operation[] }) {
  const t = useTranslation(en);
  if (operations.length === 0) return <p>{t('reference.none')}</p>;
  return (
    <div className="loam-rows">
      {operations.map((operation) => (
        <OperationRow key={operation.id} operation={operation} />
      ))}
    </div>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const t = useTranslation(en);
  return (
    <article className="reference-operation">
      <h2>
        <code>
          {operation.method} {operation.path}
        </code>
      </h2>
      <p>{operation.summary}</p>
      <div>
        <span className="loam-muted">{t('reference.takes')}</span>{' '}
        <code>{operation.takes || t('reference.nothing')}</code>
      </div>
      <div>
        <span className="loam-muted">{t('reference.gives')}</span>{' '}
        <code>{operation.gives || t('reference.nothing')}</code>
      </div>
    </article>
  );
}
