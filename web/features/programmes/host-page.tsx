import './programmes.css';
import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { isGone } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { HostFigures } from './host-figures.tsx';
import { HostPeople } from './host-people.tsx';
import { HostSettings } from './host-settings.tsx';
import { en } from './hosting.words.ts';
import { NextStepCard } from './next-step.tsx';
import { en as programmes } from './programmes.words.ts';
import { useSentences } from './sentences.ts';
import type { Hosted } from './shapes.ts';

const route = getRouteApi('/inside/meet/programmes/$id/host');
const PARTS = ['round', 'people', 'settings'] as const;

/** What a host sees: counts, never who. */

/** What I host: what to do next, how it goes, whom to bring in, and how it is set. */
export function HostPage() {
  const t = useTranslation(en);
  const p = useTranslation(programmes);
  const { sentence } = useSentences();
  const { id } = route.useParams();
  const { part: wanted } = route.useSearch();
  const host = useQuery(api.programmes.host.queryOptions({ input: { id } }));
  const { data } = host;
  const part = PARTS.find((each) => each === wanted) ?? 'round';
  return (
    <Page
      title={data?.programme.name ?? p(isGone(host.error) ? 'programmes.gone' : 'programmes.loading')}
      above={<BackLink to="/meet">{p('programmes.back')}</BackLink>}
      {...(data ? { lead: sentence(data.programme) } : {})}
    >
      <Answered query={host} height={280}>
        {(hosted) => (
          <>
            <nav className="loam-parts" aria-label={t('hosting.parts')}>
              {PARTS.map((each) => (
                <Link
                  key={each}
                  to="/meet/programmes/$id/host"
                  params={{ id }}
                  search={each === 'round' ? {} : { part: each }}
                  activeOptions={{ exact: true, explicitUndefined: true }}
                >
                  {t(`hosting.part.${each}`)}
                </Link>
              ))}
            </nav>
            {part === 'round' ? <Rounds hosted={hosted} /> : null}
            {part === 'people' ? <HostPeople hosted={hosted} /> : null}
            {part === 'settings' ? <HostSettings programme={hosted.programme} /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Rounds({ hosted }: { hosted: Hosted }) {
  const t = useTranslation(en);
  const { programme, doubtful } = hosted;
  return (
    <Stack gap={20}>
      {doubtful === null ? null : <Alert role="status">{t('hosting.doubtful', { count: doubtful })}</Alert>}
      <NextStepCard hosted={hosted} />
      <HostFigures hosted={hosted} />
      <p className="loam-flush">
        <Link to="/meet/programmes/$id" params={{ id: programme.id }}>
          {t('hosting.to-programme')}
        </Link>
      </p>
    </Stack>
  );
}
