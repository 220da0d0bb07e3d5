import './programmes.css';
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Programme } from '#contract/programmes.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api, type client } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { formatList, formatLongDay } from '#web/platform/dates.ts';
import { isGone } from '#web/platform/errors.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Face } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { JoinForm } from './join-form.tsx';
import { MembershipCard } from './membership-card.tsx';
import { en } from './programmes.words.ts';
import { useSentences } from './sentences.ts';
import { WishCard } from './wish-card.tsx';

const route = getRouteApi('/inside/meet/programmes/$id');
type WithHosts = Awaited<ReturnType<typeof client.programmes.get>>;

/** One programme: what it is, and my part in it. */
export function ProgrammePage() {
  const t = useTranslation(en);
  const { sentence } = useSentences();
  const { id } = route.useParams();
  const programme = useQuery(api.programmes.get.queryOptions({ input: { id } }));
  const { data } = programme;
  return (
    <Page
      title={data?.name ?? t(isGone(programme.error) ? 'programmes.gone' : 'programmes.loading')}
      above={<BackLink to="/meet">{t('programmes.back')}</BackLink>}
      {...(data ? { lead: sentence(data) } : {})}
    >
      <Answered query={programme} height={280}>
        {(known) => <Everything programme={known} />}
      </Answered>
    </Page>
  );
}

function Everything({ programme }: { programme: WithHosts }) {
  const { membership, status } = programme;
  return (
    <Stack gap={20}>
      {membership?.unplacedOn ? <Unplaced on={membership.unplacedOn} /> : null}
      <div className="programmes-columns">
        <Stack gap={20}>
          {membership ? <MembershipCard programme={programme} membership={membership} /> : null}
          {membership || status === 'ended' ? null : <NotIn programme={programme} />}
          {membership && status !== 'ended' ? <WishCard programme={programme} wish={membership.wish} /> : null}
        </Stack>
        <About programme={programme} />
      </div>
    </Stack>
  );
}

function NotIn({ programme }: { programme: Programme }) {
  const t = useTranslation(en);
  const { nextOn } = programme;
  return (
    <Card label={t('programmes.you')}>
      <h2 className="programmes-state">
        {nextOn ? t('programmes.not-in', { day: formatLongDay(nextOn) }) : t('programmes.not-in-plain')}
      </h2>
      <JoinForm programme={programme} isPrimary />
    </Card>
  );
}

function Unplaced({ on }: { on: string }) {
  const t = useTranslation(en);
  return (
    <Card label={t('programmes.unplaced', { day: formatLongDay(on) })}>
      <h2 className="programmes-unplaced">{t('programmes.unplaced-title')}</h2>
      <p className="loam-muted loam-measure loam-title-lead">{t('programmes.unplaced-text')}</p>
      <Button renderRoot={(props) => <Link {...props} to="/meet" hash="introduce-me" />}>
        {t('programmes.introduce-me')}
      </Button>
    </Card>
  );
}

function About({ programme }: { programme: WithHosts }) {
  const t = useTranslation(en);
  const { audience } = useSentences();
  const me = useMe();
  const { hosts, kind, id, isHost, status } = programme;
  const names = formatList(hosts.map(({ name }) => name));
  return (
    <Card label={t('programmes.about')}>
      <p className="programmes-reason">{t(`programmes.why.${kind}`)}</p>
      <p className="loam-muted loam-title-lead">
        {audience(programme)}. {status === 'ended' ? t('programmes.state.ended') : null}
      </p>
      <div className="programmes-hosts">
        {hosts.map((host) => (
          <Link key={host.id} to="/people/$personId" params={{ personId: host.id }} aria-label={host.name}>
            <Face photoUrl={host.photoUrl} plantSeed={host.plantSeed} size={44} />
          </Link>
        ))}
        <span>{hosts.length ? t('programmes.hosts', { count: hosts.length, names }) : t('programmes.no-host')}</span>
      </div>
      <p className="loam-muted programmes-note">{t('programmes.data')}</p>
      {isHost || me?.person?.roles.includes('steward') ? (
        <p className="programmes-next-line">
          <Link to="/meet/programmes/$id/host" params={{ id }}>
            {t('programmes.to-host')}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
