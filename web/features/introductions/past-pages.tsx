import './introductions.css';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '#web/platform/answered.tsx';
import { api, type client } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { formatDay, formatList } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Face, Faces } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { say } from '#web/ui/toasts.tsx';
import { en } from './introduction.words.ts';
import { firstNames, type IntroductionSummary } from './introductions.tsx';
import { refreshIntroductions } from './refresh.ts';

type Sent = Awaited<ReturnType<typeof client.introductions.hellos>>['sent'][number];

/** Hellos that I sent, as far as nobody said yes yet. */
export function SentPage() {
  const t = useTranslation(en);
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  return (
    <Page title={t('introduction.mine')} above={<BackLink to="/meet">{t('introduction.back')}</BackLink>}>
      <Answered query={hellos}>
        {({ sent }) => <SentRows sent={sent.filter(({ status }) => status !== 'yes')} />}
      </Answered>
    </Page>
  );
}

function SentRows({ sent }: { sent: Sent[] }) {
  const t = useTranslation(en);
  const withdraw = useMutation(
    api.introductions.withdraw.mutationOptions({
      onSuccess: () => {
        say(t('introduction.withdrawn'));
        return refreshIntroductions();
      },
    }),
  );
  if (sent.length === 0) {
    return (
      <EmptyState title={t('introduction.mine-none')}>
        <Link to="/people">{t('introduction.to-people')}</Link>
      </EmptyState>
    );
  }
  return (
    <Card>
      <div className="loam-rows">
        {sent.map((hello) => (
          <div key={hello.id} className="meet-row">
            <Face photoUrl={hello.to.photoUrl} plantSeed={hello.to.plantSeed} size={36} />
            <span className="meet-row-words">
              <Link className="loam-inherit" to="/people/$personId" params={{ personId: hello.to.id }}>
                {hello.to.name}
              </Link>
              <span className="loam-muted">{t(`introduction.status.${hello.status}`)}</span>
            </span>
            {hello.status === 'waiting' ? (
              <Button
                variant="plain"
                size="sm"
                aria-label={t('introduction.withdraw-from', { name: hello.to.name })}
                onClick={() => withdraw.mutate({ id: hello.id })}
              >
                {t('introduction.withdraw')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
      <Problem error={withdraw.error} />
    </Card>
  );
}

/** Introductions that led to a meeting, or did not happen. */
export function HistoryPage() {
  const t = useTranslation(en);
  const list = useQuery(api.introductions.list.queryOptions());
  return (
    <Page title={t('introduction.past')} above={<BackLink to="/meet">{t('introduction.back')}</BackLink>}>
      <Answered query={list}>
        {({ introductions }) => (
          <PastRows introductions={introductions.filter(({ isEnded, metOn }) => isEnded || metOn !== null)} />
        )}
      </Answered>
    </Page>
  );
}

function PastRows({ introductions }: { introductions: IntroductionSummary[] }) {
  const t = useTranslation(en);
  if (introductions.length === 0) return <EmptyState title={t('introduction.past-none')} picture="roots" />;
  const stateOf = ({ metOn, again }: IntroductionSummary): string => {
    if (metOn === null) return t('introduction.ended');
    return t(again === null ? 'introduction.again-open' : 'introduction.met-on', { day: formatDay(metOn) });
  };
  return (
    <Card>
      <div className="loam-rows">
        {introductions.map((each) => (
          <div key={each.id} className="meet-row">
            <Faces
              people={each.others.slice(0, 3).map(({ photoUrl, plantSeed }) => ({ photoUrl, plantSeed }))}
              size={36}
            />
            <span className="meet-row-words">
              <Link to="/meet/$introductionId" params={{ introductionId: each.id }}>
                {each.others.length > 1 ? firstNames(each.others) : formatList(each.others.map((other) => other.name))}
              </Link>
              <span className="loam-muted">{stateOf(each)}</span>
            </span>
          </div>
        ))}
      </div>
    </Card>
  );
}
