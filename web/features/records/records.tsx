import './records.css';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StoredTable } from '#contract/records.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { forgetDrafts } from '#web/platform/draft.ts';
import { base } from '#web/platform/place.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { AskedPress } from '#web/ui/confirm.tsx';
import { en } from './records.words.ts';

/** What is mine here: to take along, to look at, to delete. Somebody leaving can only take it along. */
export function MyData() {
  const me = useMe();
  if (!me?.person) return <Skeleton height={240} radius={14} />;
  const isLeaving = me.person.status === 'leaving';
  return (
    <Stack gap={20}>
      <TakeAlong isLeaving={isLeaving} />
      {isLeaving ? null : <Stored />}
      {isLeaving ? null : <DeleteMe name={me.person.name} />}
    </Stack>
  );
}

function TakeAlong({ isLeaving }: { isLeaving: boolean }) {
  const t = useTranslation(en);
  const href = (format: string) => `${base}/api/records/export?format=${format}`;
  return (
    <Card>
      <h2>{t('records.take-title')}</h2>
      {isLeaving ? <p className="loam-measure">{t('records.leaving')}</p> : null}
      <p className="loam-measure">{t('records.take-lead')}</p>
      <Group gap={12} my={20}>
        <Button variant="filled" component="a" href={href('html')} download="my-loam.html">
          {t('records.take-html')}
        </Button>
        <Button component="a" href={href('json')} download="my-loam.json">
          {t('records.take-json')}
        </Button>
        <Button component="a" href={href('csv')} download="my-loam.csv">
          {t('records.take-csv')}
        </Button>
        <Button component="a" href={href('ics')} download="my-loam.ics">
          {t('records.take-ics')}
        </Button>
      </Group>
      <p className="loam-muted">
        {t('records.take-notebook')} <Link to="/notebook">{t('records.to-notebook')}</Link>
      </p>
    </Card>
  );
}

function Stored() {
  const stored = useQuery(api.records.aboutMe.queryOptions());
  return (
    <Answered query={stored} height={320}>
      {({ tables }) => <StoredTables tables={tables} />}
    </Answered>
  );
}

function StoredTables({ tables }: { tables: StoredTable[] }) {
  const t = useTranslation(en);
  const mine = tables.filter(({ rows }) => rows);
  const empty = tables.filter(({ rows }) => rows === 0);
  const others = tables.filter(({ rows }) => rows === null);
  const rows = mine.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  return (
    <Card>
      <h2>{t('records.stored-title')}</h2>
      <p className="loam-measure">{t('records.stored-lead', { rows, places: mine.length })}</p>
      <div className="loam-rows">
        {mine.map((table) => (
          <Place key={table.table} table={table} />
        ))}
        <Folded title={t('records.empty-title')} tables={empty} />
        <Folded title={t('records.none-title')} tables={others} />
      </div>
    </Card>
  );
}

function Folded({ title, tables }: { title: string; tables: StoredTable[] }) {
  if (tables.length === 0) return null;
  return (
    <details className="stored">
      <summary>
        <span className="loam-muted stored-title">{title}</span>
      </summary>
      <div className="loam-rows stored-quiet">
        {tables.map((table) => (
          <Place key={table.table} table={table} />
        ))}
      </div>
    </details>
  );
}

function Place({ table }: { table: StoredTable }) {
  const t = useTranslation(en);
  const language = currentLanguage();
  return (
    <details className="stored">
      <summary>
        <span>{table.title[language]}</span>
        {table.rows ? <span className="loam-muted">{t('records.rows', { rows: table.rows })}</span> : null}
      </summary>
      <dl className="stored-body">
        <dt>{t('records.why')}</dt>
        <dd>{table.purpose[language]}.</dd>
        <dt>{t('records.readers')}</dt>
        <dd>{table.readers[language]}.</dd>
        <dt>{t('records.retention')}</dt>
        <dd>{table.retention[language]}.</dd>
        <dt>{t('records.basis')}</dt>
        <dd>{table.basis[language]}.</dd>
        <dt>{t('records.columns')}</dt>
        <dd>
          <ul>
            {table.columns.map(({ column, what }) => (
              <li key={column}>{what[language]}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  );
}

function DeleteMe({ name }: { name: string }) {
  const t = useTranslation(en);
  const erase = useMutation(
    api.records.deleteMe.mutationOptions({
      // A fresh start: nothing of the person may stay in this page's memory.
      onSuccess: () => {
        forgetDrafts();
        location.assign(`${base}/farewell`);
      },
    }),
  );
  return (
    <Card>
      <h2>{t('records.delete-title')}</h2>
      <p className="loam-measure">{t('records.delete-lead')}</p>
      <p className="loam-muted loam-measure">{t('records.delete-import')}</p>
      <AskedPress
        press={t('records.delete-open')}
        isPending={erase.isPending}
        title={t('records.delete-title')}
        confirm={t('records.delete-do')}
        cancel={t('records.delete-not')}
        typed={{ label: t('records.delete-typed', { name }), text: name }}
        onConfirm={() => erase.mutate({ confirm: name })}
      >
        {t('records.delete-ask')}
      </AskedPress>
      <Problem error={erase.error} />
    </Card>
  );
}
