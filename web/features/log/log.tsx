import { Answered } from '#web/platform/answered.tsx';
import { Problem } from '#web/platform/problem.tsx';
import { Section } from '#web/ui/section.tsx';
import './log.css';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { formatList, formatTime } from '#web/platform/dates.ts';
import { useTranslation, type Values } from '#web/platform/words.ts';
import { en } from './log.words.ts';

/** How many entries the server gives at a time. */
const PAGE = 100;

interface Entry {
  id: string;
  at: string;
  who: string | null;
  action: string;
  about: Record<string, unknown>;
}

const isWord = (key: string): key is keyof typeof en => key in en;

/** What was done, as a sentence; a deed without words stays what it is. */
function useDeedWords(): (entry: Entry) => string {
  const t = useTranslation(en);
  return ({ action, about }) => {
    const key = `log.deed-${action}`;
    if (!isWord(key)) return action;
    const fields = Array.isArray(about.fields) ? about.fields.map((field) => `log.field-${field}`).filter(isWord) : [];
    const given: Values = Object.fromEntries(
      Object.entries(about).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
      ),
    );
    return t(key, { ...given, fields: formatList(fields.map((field) => t(field))) });
  };
}

function Row({ entry }: { entry: Entry }) {
  const t = useTranslation(en);
  const deed = useDeedWords();
  const { personId } = entry.about;
  return (
    <tr>
      <td className="loam-muted log-when">
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      </td>
      <td>{entry.who ?? t('log.nobody')}</td>
      <td>
        {deed(entry)}
        {typeof personId === 'string' ? (
          <>
            {' · '}
            <Link to="/people/$personId" params={{ personId }}>
              {t('log.whom')}
            </Link>
          </>
        ) : null}
      </td>
    </tr>
  );
}

/** The log of privileged changes, for the works council. */
export function LogSection() {
  const t = useTranslation(en);
  const log = useInfiniteQuery(
    api.log.read.infiniteOptions({
      input: (before: string | undefined) => (before ? { before } : {}),
      initialPageParam: undefined,
      getNextPageParam: ({ entries }) => (entries.length === PAGE ? entries.at(-1)?.at : undefined),
    }),
  );
  const { data, fetchStatus, isFetching, refetch, isFetchNextPageError: hasNoMore } = log;
  const asked = { data, fetchStatus, isFetching, refetch, error: hasNoMore ? null : log.error };
  return (
    <Section title={t('log.title')} lead={t('log.lead')}>
      <Answered query={asked} height={200}>
        {({ pages }) => <LogTable entries={pages.flatMap((page) => page.entries)} />}
      </Answered>
      {log.hasNextPage ? (
        <Button mt="md" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t('log.more')}
        </Button>
      ) : null}
      <Problem error={hasNoMore ? log.error : null} />
    </Section>
  );
}

function LogTable({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslation(en);
  if (entries.length === 0) return <p>{t('log.empty')}</p>;
  return (
    <table className="log-table" aria-label={t('log.table')}>
      <thead>
        <tr>
          <th scope="col">{t('log.when')}</th>
          <th scope="col">{t('log.who')}</th>
          <th scope="col">{t('log.what')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}
