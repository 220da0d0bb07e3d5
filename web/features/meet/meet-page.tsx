import { formatNearDay } from '#web/platform/dates.ts';
import { byDay } from './by-day.ts';
import './meet.css';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '#contract/session.ts';
import { firstNames, type IntroductionSummary } from '#web/features/introductions/introductions.tsx';
import { ProgrammesOnMeet } from '#web/features/programmes/programmes.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { both } from '#web/platform/query-state.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Page } from '#web/ui/page.tsx';
import { ComingUp } from './coming-up.tsx';
import { en } from './meet.words.ts';
import { RequestCard } from './request-card.tsx';
import { type Received, WaitingCard } from './waiting.tsx';

/** What waits, what comes up by date, a way to meet someone, and programmes. */
export function MeetPage() {
  const t = useTranslation(en);
  const me = useMe();
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const list = useQuery(api.introductions.list.queryOptions());
  const request = useQuery(api.introductions.request.queryOptions());
  const limits = useQuery(api.boundaries.mine.queryOptions());
  const programmes = useQuery(api.programmes.list.queryOptions());
  const received = hellos.data?.received ?? [];
  const running = (list.data?.introductions ?? []).filter(({ isEnded, metOn }) => !isEnded && metOn === null);
  const isKnown = Boolean(hellos.data && list.data);
  return (
    <Page title={t('meet.title')} lead={useLead(isKnown ? { received, running } : undefined)}>
      <div className="meet-sections">
        <Answered query={both(both(hellos, list), both(both(request, limits), programmes))} height={480}>
          {([, [[mine, myLimits], { programmes: found }]]) => (
            <>
              {me?.person ? <Mine received={received} running={running} me={me.person} /> : null}
              <section>
                <h2>{t('meet.meet-someone')}</h2>
                <Stack gap="sm">
                  <RequestCard mine={mine} limits={myLimits} />
                  <p className="loam-muted meet-note">
                    {t('meet.or-hello')} <Link to="/people">{t('meet.to-people')}</Link>
                  </p>
                </Stack>
              </section>
              <ProgrammesOnMeet programmes={found} />
            </>
          )}
        </Answered>
        <nav className="meet-foot" aria-label={t('meet.further')}>
          <Link to="/meet/sent">{t('meet.sent')}</Link>
          <Link to="/meet/history">{t('meet.past')}</Link>
        </nav>
      </div>
    </Page>
  );
}

interface MineProps {
  received: readonly Received[];
  running: readonly IntroductionSummary[];
  me: NonNullable<Me['person']>;
}

function Mine({ received, running, me }: MineProps) {
  const asked = running.filter(({ time }) => time?.stand === 'asked');
  return (
    <>
      {received.length || asked.length ? <WaitingCard hellos={received} asked={asked} /> : null}
      {running.length ? <ComingUp introductions={running} me={me} /> : null}
    </>
  );
}

/** All in one sentence: how many hellos wait, and whom I meet next. */
function useLead(known: Pick<MineProps, 'received' | 'running'> | undefined): string {
  const t = useTranslation(en);
  if (!known) return ' ';
  const next = byDay(known.running).find(({ time }) => time?.at && new Date(time.at) > new Date());
  const count = known.received.length;
  const parts = [
    ...(count ? [t('meet.lead-waiting', { count })] : []),
    ...(next?.time?.at
      ? [t('meet.lead-next', { day: formatNearDay(new Date(next.time.at)), name: firstNames(next.others) })]
      : []),
  ];
  return parts.length ? parts.join(' ') : t('meet.lead-none');
}
