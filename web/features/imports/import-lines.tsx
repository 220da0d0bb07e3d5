import { Button, Group, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportCounts, ImportLine, LineKind } from '#contract/imports.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { base } from '#web/platform/place.ts';
import { valuesOf } from '#web/platform/values.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

// Pairs are asked about in a card of their own.
type Kind = Exclude<LineKind, 'perhaps'>;
const KINDS = valuesOf<Kind>({ faulty: 1, waiting: 1, added: 1, changed: 1, gone: 1 });

/** The lists behind the counts, faulty lines first. */
export function ImportLines({ id, counts }: { id: string; counts: ImportCounts }) {
  const t = useTranslation(en);
  const many = { ...counts, faulty: counts.faulty + counts.doubtful };
  const kinds = KINDS.filter((kind) => many[kind] > 0);
  const [chosen, setChosen] = useState<Kind>();
  const kind = chosen ?? kinds[0];
  if (!kind) return null;
  return (
    <Card label={t('imports.every-line')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a frame */}
      <div className="imports-kinds" role="group" aria-label={t('imports.shown')}>
        {kinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => setChosen(one)}>
            {t(`imports.list-${one}`)} {many[one]}
          </button>
        ))}
      </div>
      <Lines key={kind} id={id} kind={kind} />
    </Card>
  );
}

function Lines({ id, kind }: { id: string; kind: Kind }) {
  const t = useTranslation(en);
  const asked = useInfiniteQuery(
    api.imports.lines.infiniteOptions({
      input: (from: number) => ({ id, kind, from }),
      initialPageParam: 0,
      getNextPageParam: (page) => page.next,
    }),
  );
  return (
    <Answered query={asked} loading={<Loader size="sm" />}>
      {({ pages }) => (
        <>
          <ul className="imports-lines loam-rows" aria-label={t(`imports.list-${kind}`)}>
            {pages
              .flatMap((page) => page.lines)
              .map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
                <li key={index}>
                  <Line line={line} />
                </li>
              ))}
          </ul>
          <Group mt={8}>
            {asked.hasNextPage ? (
              <Button size="sm" loading={asked.isFetchingNextPage} onClick={() => asked.fetchNextPage()}>
                {t('imports.more')}
              </Button>
            ) : null}
            {kind === 'faulty' ? (
              <a href={`${base}/api/imports/${id}/faults`} download="faulty-lines.csv">
                {t('imports.faults-file')}
              </a>
            ) : null}
          </Group>
        </>
      )}
    </Answered>
  );
}

function Line({ line }: { line: ImportLine }) {
  const t = useTranslation(en);
  if (line.kind === 'faulty') return <FaultyLine line={line} />;
  if (line.kind === 'changed') return <ChangedLine line={line} />;
  if (line.kind === 'perhaps') return null;
  if (line.kind === 'waiting') return <WaitingLine line={line} />;
  const place = line.kind === 'added' ? [line.unit, line.site].filter((part) => part !== '').join(' · ') : '';
  return (
    <>
      <div className="imports-line-head">
        <strong>{line.name}</strong>
        <span className="loam-muted">{line.email}</span>
      </div>
      {place ? <p className="loam-muted">{place}</p> : null}
      {line.kind === 'gone' ? <p className="loam-muted">{t(`imports.why-${line.why}`)}</p> : null}
    </>
  );
}

function WaitingLine({ line }: { line: ImportLine & { kind: 'waiting' } }) {
  const t = useTranslation(en);
  return (
    <>
      <strong>{line.name}</strong>
      <p>
        <span className="loam-muted">{line.before}</span>
        <span className="loam-visually-hidden"> {t('imports.becomes')} </span>
        <span aria-hidden> → </span>
        {line.after}
      </p>
      <p className="loam-muted">{t('imports.waits')}</p>
    </>
  );
}

function FaultyLine({ line }: { line: ImportLine & { kind: 'faulty' } }) {
  const t = useTranslation(en);
  const said = [line.reason !== 'duplicate' ? line.value : '', line.isLeftOut ? '' : t('imports.value-only')].filter(
    (part) => part !== '',
  );
  return (
    <>
      <strong>{t('imports.line', { line: line.line })}:</strong>{' '}
      {t(`imports.reason-${line.reason}`, { value: line.value })}
      {said.length > 0 ? <p className="loam-muted">{said.join(' · ')}</p> : null}
    </>
  );
}

function ChangedLine({ line }: { line: ImportLine & { kind: 'changed' } }) {
  const t = useTranslation(en);
  const said = (field: string, value: string): string => {
    if (value === '') return t('imports.empty');
    if (field !== 'status') return value;
    return t(
      value === 'leaving'
        ? 'imports.status-leaving'
        : value === 'away'
          ? 'imports.status-away'
          : 'imports.status-active',
    );
  };
  return (
    <>
      <strong>{line.name}</strong>
      {line.fields.map(({ field, before, after }) => (
        <p key={field}>
          <span className="loam-muted">{t(`imports.field-${field}`)}: </span>
          <span className="imports-was loam-muted">{said(field, before)}</span>
          <span className="loam-visually-hidden"> {t('imports.becomes')} </span>
          <span aria-hidden> → </span>
          {said(field, after)}
        </p>
      ))}
    </>
  );
}
