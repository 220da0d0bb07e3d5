import './records.css';
import { useQuery } from '@tanstack/react-query';
import type { Endpoint } from '#contract/records.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { PublicPage } from '#web/ui/page.tsx';
import { Evidence } from './evidence.tsx';
import { en } from './trust.words.ts';

const PROMISES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const GROUPS = ['anyone', 'leaving', 'person', 'steward', 'works-council'] as const;

/** The eight promises with their limits, and who may do what, read from the permission code. */
export function TrustPage() {
  const t = useTranslation(en);
  return (
    <PublicPage
      isWide
      title={t('trust.title')}
      lead={t('trust.lead')}
      above={<BackLink to="/">{t('trust.home')}</BackLink>}
    >
      <div className="loam-rows">
        {PROMISES.map((number) => (
          <section key={number} className="promise">
            <span aria-hidden>{number}</span>
            <div>
              <h2>{t(`trust.${number}-title`)}</h2>
              <p>{t(`trust.${number}`)}</p>
              <p className="loam-muted">
                {t('trust.limit')} {t(`trust.${number}-limit`)}
              </p>
            </div>
          </section>
        ))}
      </div>
      <Evidence />
      <h2 id="who">{t('trust.who-title')}</h2>
      <p className="loam-measure">{t('trust.who-lead')}</p>
      <WhoMayDoWhat />
    </PublicPage>
  );
}

function WhoMayDoWhat() {
  const promises = useQuery(api.records.promises.queryOptions());
  return (
    <Answered query={promises}>
      {({ groups }) => (
        <div className="loam-rows">
          {GROUPS.map((may) => (
            <MayList
              key={may}
              may={may}
              endpoints={groups.flatMap(({ endpoints }) => endpoints).filter((endpoint) => endpoint.may === may)}
            />
          ))}
        </div>
      )}
    </Answered>
  );
}

function MayList({ may, endpoints }: { may: (typeof GROUPS)[number]; endpoints: Endpoint[] }) {
  const t = useTranslation(en);
  if (endpoints.length === 0) return null;
  return (
    <details className="stored" open={may === 'steward'}>
      <summary>
        <span>{t(`trust.may-${may}`)}</span>
        <span className="loam-muted">{t('trust.count', { count: endpoints.length })}</span>
      </summary>
      <table className="may-table">
        <thead>
          <tr>
            <th scope="col">{t('trust.what')}</th>
            <th scope="col">{t('trust.where')}</th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map(({ method, path, summary }) => (
            <tr key={`${method} ${path}`}>
              <td lang="en">{summary}</td>
              <td>
                <code>
                  {method} {path}
                </code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
