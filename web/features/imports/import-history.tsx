import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { formatDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { UndoImport } from './import-result.tsx';
import { useImportSentences } from './import-sentences.ts';
import { en } from './imports.words.ts';

/** What was brought in lately; the last one can be undone. */
export function ImportHistory() {
  const t = useTranslation(en);
  const { changes } = useImportSentences();
  const { data } = useQuery(api.imports.list.queryOptions());
  if (!data || data.runs.length === 0) return null;
  return (
    <Card label={t('imports.history')}>
      <ul className="imports-lines loam-rows" aria-label={t('imports.history')}>
        {data.runs.map((run) => (
          <li key={run.id} className="imports-line-head imports-run">
            <span>
              <Link to="/organisation/import" search={{ run: run.id }}>
                {run.fileName || t('imports.title')}
              </Link>
              <br />
              <span className="loam-muted">
                {t('imports.history-line', {
                  day: formatDay(run.appliedAt ?? run.madeAt),
                  who: run.madeBy ?? t('imports.somebody'),
                  list: changes(run.counts) || t('imports.nothing'),
                })}
              </span>
            </span>
            {run.undone ? <span className="loam-muted">{t('imports.history-undone')}</span> : null}
            {run.isLast ? <UndoImport run={run} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
