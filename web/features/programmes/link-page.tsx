import { formatLongDay } from '#web/platform/dates.ts';
import './programmes.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { isGone } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { JoinForm } from './join-form.tsx';
import { en } from './programmes.words.ts';
import { useSentences } from './sentences.ts';

const route = getRouteApi('/inside/p/$token');

/** Where a programme's link leads: what it is, and in with one click. */
export function ProgrammeLinkPage() {
  const t = useTranslation(en);
  const { sentence } = useSentences();
  const { token } = route.useParams();
  const link = useQuery(api.programmes.byLink.queryOptions({ input: { token } }));
  const { data } = link;
  if (isGone(link.error)) {
    return (
      <Page title={t('programmes.link-ended')}>
        <EmptyState title={t('programmes.link-ended-text')} picture="roots">
          <Link to="/meet">{t('programmes.back')}</Link>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={data?.name ?? t('programmes.loading')}
      above={t('programmes.link-above')}
      {...(data ? { lead: sentence(data) } : {})}
    >
      <Answered query={link} height={200}>
        {(programme) => <Invited programme={programme} token={token} />}
      </Answered>
    </Page>
  );
}

function Invited({ programme, token }: { programme: Programme; token: string }) {
  const t = useTranslation(en);
  const navigate = useNavigate();
  const { id, kind, nextOn, status, membership } = programme;
  if (membership || status === 'ended') {
    return (
      <Card>
        <h2 className="programmes-state">{t(membership ? 'programmes.link-in' : 'programmes.state.ended')}</h2>
        <Link to="/meet/programmes/$id" params={{ id }}>
          {t('programmes.link-open')}
        </Link>
      </Card>
    );
  }
  return (
    <Card>
      <p className="programmes-state">{t(`programmes.why.${kind}`)}</p>
      <p className="loam-muted loam-measure">
        {nextOn ? t('programmes.not-in', { day: formatLongDay(nextOn) }) : null} {t('programmes.data')}
      </p>
      <JoinForm
        programme={programme}
        token={token}
        isPrimary
        onJoined={() => void navigate({ to: '/meet/programmes/$id', params: { id } })}
      />
    </Card>
  );
}
