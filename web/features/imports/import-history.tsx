import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
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
  const list = useQuery(api.imports.list.queryOptions());
  // Before the first import there is nothing to tell: nothing stands there while it loads.
  if (!list.error && !list.data?.runs.length) return null;
  return (
    <Card label={t('imports.history')}>
      <Answered query={list}>
        {({ runs }) => (
          <ul className="imports-lines loam-rows" aria-label={t('imports.history')}>
            {runs.map((run) => (
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
        )}
      </Answered>
    </Card>
  );
}
