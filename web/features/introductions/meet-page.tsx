import './introductions.css';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Me } from '#contract/session.ts';
import { ProgrammesOnMeet } from '#web/features/programmes/programmes.tsx';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { dayWords, listWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Face, Faces } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { firstNames, useAndYou } from './introductions.tsx';
import { en } from './introductions.words.ts';
import { RequestCard } from './request-card.tsx';

type Hellos = Awaited<ReturnType<typeof client.introductions.hellos>>;
type Received = Hellos['received'][number];
type Sent = Hellos['sent'][number];
type IntroductionSummary = Awaited<ReturnType<typeof client.introductions.list>>['introductions'][number];

/** Hellos that wait, the next introduction, and those before. */
export function MeetPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const me = useMe();
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const list = useQuery(api.introductions.list.queryOptions());
  const error = hellos.error ?? list.error;
  return (
    <Page title={t('introductions.title')} lead={t('introductions.lead')}>
      {error ? <p role="alert">{errorWords(error)}</p> : null}
      {hellos.isPending || list.isPending ? <Skeleton height={240} radius={14} /> : null}
      {hellos.data && list.data && me?.person ? (
        <Everything hellos={hellos.data} introductions={list.data.introductions} me={me.person} />
      ) : null}
      <ProgrammesOnMeet />
    </Page>
  );
}

interface EverythingProps {
  hellos: Hellos;
  introductions: IntroductionSummary[];
  me: NonNullable<Me['person']>;
}

function Everything({ hellos, introductions, me }: EverythingProps) {
  const t = useWords(en);
  const { received } = hellos;
  const sent = hellos.sent.filter(({ status }) => status !== 'yes');
  const running = introductions.filter(({ isEnded, metOn }) => !isEnded && metOn === null);
  const past = introductions.filter((each) => !running.includes(each));
  const [first, ...others] = running;
  return (
    <Stack gap="lg">
      {received.map((hello, index) => (
        <Waiting key={hello.id} hello={hello} isPrimary={index === 0} />
      ))}
      {first ? <Next introduction={first} me={me} isPrimary={received.length === 0} /> : null}
      {others.length ? <Rows label={t('introductions.also')} introductions={others} /> : null}
      {received.length || running.length ? null : (
        <EmptyState title={t('introductions.empty')} picture="roots">
          <p>{t(sent.length ? 'introductions.empty-waiting' : 'introductions.empty-text')}</p>
          <Link to="/">{t('introductions.to-week')}</Link>
        </EmptyState>
      )}
      <RequestCard />
      {sent.length ? <Mine sent={sent} /> : null}
      {past.length ? <Rows label={t('introductions.past')} introductions={past} /> : null}
    </Stack>
  );
}

function place(person: { unitName: string | null; siteName: string | null }): string {
  return [person.unitName, person.siteName].filter(Boolean).join(' · ');
}

function Waiting({ hello, isPrimary }: { hello: Received; isPrimary: boolean }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const answer = useMutation(
    api.introductions.answerHello.mutationOptions({
      onSuccess: async ({ introductionId }) => {
        await queryClient.invalidateQueries();
        if (introductionId) await navigate({ to: '/meet/$introductionId', params: { introductionId } });
      },
    }),
  );
  const { from } = hello;
  return (
    <Card label={t('introductions.received')}>
      <Group wrap="nowrap" align="flex-start" mt="sm">
        <Face photoUrl={from.photoUrl} plantSeed={from.plantSeed} size={64} />
        <div style={{ minWidth: 0 }}>
          <h2 style={{ fontSize: '1.25rem', margin: 0, overflowWrap: 'anywhere' }}>
            <Link to="/people/$personId" params={{ personId: from.id }} style={{ color: 'inherit' }}>
              {from.name}
            </Link>
          </h2>
          <p className="loam-muted" style={{ margin: 0 }}>
            {place(from)}
          </p>
          <p style={{ margin: '8px 0', fontSize: '1.125rem' }}>
            {t('introductions.quoted', { text: t(`introductions.phrase.${hello.phrase}`) })}
          </p>
          {hello.intention ? (
            <p className="loam-muted" style={{ margin: '0 0 8px' }}>
              {t('introductions.hopes', { intention: t(`introductions.intention.${hello.intention}`) })}
            </p>
          ) : null}
        </div>
      </Group>
      {answer.isError ? <p role="alert">{errorWords(answer.error)}</p> : null}
      <Group mt="xs">
        <Button
          {...(isPrimary ? { variant: 'filled' } : {})}
          loading={answer.isPending}
          onClick={() => answer.mutate({ id: hello.id, answer: 'yes' })}
        >
          {t('introductions.yes')}
        </Button>
        <Button disabled={answer.isPending} onClick={() => answer.mutate({ id: hello.id, answer: 'not-now' })}>
          {t('introductions.not-now')}
        </Button>
        {isPrimary ? <span className="loam-muted">{t('introductions.silent')}</span> : null}
      </Group>
    </Card>
  );
}

interface NextProps {
  introduction: IntroductionSummary;
  me: NonNullable<Me['person']>;
  isPrimary: boolean;
}

function Next({ introduction, me, isPrimary }: NextProps) {
  const t = useWords(en);
  const andYou = useAndYou();
  const { others, kind, programme } = introduction;
  return (
    <Card label={t('introductions.next')}>
      <div className="meet-next">
        <Faces
          people={[...others, me].map(({ photoUrl, plantSeed }) => ({ photoUrl, plantSeed }))}
          size={others.length > 3 ? 64 : 88}
        />
        <h2>{andYou(others, 'whole')}</h2>
        <p className="loam-muted" style={{ margin: '0 0 8px' }}>
          {[
            kind === 'round' && programme ? programme.name : others[0] && others.length === 1 ? place(others[0]) : null,
            t('introductions.since', { day: dayWords(new Date(introduction.startedAt)) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Button
          {...(isPrimary ? { variant: 'filled' } : {})}
          renderRoot={(props) => (
            <Link {...props} to="/meet/$introductionId" params={{ introductionId: introduction.id }} />
          )}
        >
          {t('introductions.open-guide')}
        </Button>
      </div>
    </Card>
  );
}

function Mine({ sent }: { sent: Sent[] }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const withdraw = useMutation(
    api.introductions.withdraw.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  return (
    <Card label={t('introductions.mine')}>
      <div className="loam-rows">
        {sent.map((hello) => (
          <div key={hello.id} className="meet-row">
            <Face photoUrl={hello.to.photoUrl} plantSeed={hello.to.plantSeed} size={36} />
            <span className="meet-row-words">
              <Link to="/people/$personId" params={{ personId: hello.to.id }} style={{ color: 'inherit' }}>
                {hello.to.name}
              </Link>
              <span className="loam-muted">{t(`introductions.status.${hello.status}`)}</span>
            </span>
            {hello.status === 'waiting' ? (
              <Button
                variant="plain"
                size="sm"
                aria-label={t('introductions.withdraw-from', { name: hello.to.name })}
                onClick={() => withdraw.mutate({ id: hello.id })}
              >
                {t('introductions.withdraw')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
      {withdraw.isError ? <p role="alert">{errorWords(withdraw.error)}</p> : null}
    </Card>
  );
}

function Rows({ label, introductions }: { label: string; introductions: IntroductionSummary[] }) {
  const t = useWords(en);
  const stateOf = ({ metOn, isEnded, startedAt, again }: IntroductionSummary): string => {
    if (metOn && again === null) return t('introductions.again-open', { day: dayWords(metOn) });
    if (metOn) return t('introductions.met-on', { day: dayWords(metOn) });
    return isEnded ? t('introductions.ended') : t('introductions.since', { day: dayWords(new Date(startedAt)) });
  };
  return (
    <Card label={label}>
      <div className="loam-rows">
        {introductions.map((each) => (
          <div key={each.id} className="meet-row">
            <Faces
              people={each.others.slice(0, 3).map(({ photoUrl, plantSeed }) => ({ photoUrl, plantSeed }))}
              size={36}
            />
            <span className="meet-row-words">
              <Link to="/meet/$introductionId" params={{ introductionId: each.id }}>
                {each.others.length > 1 ? firstNames(each.others) : listWords(each.others.map((other) => other.name))}
              </Link>
              <span className="loam-muted">{stateOf(each)}</span>
            </span>
          </div>
        ))}
      </div>
    </Card>
  );
}
