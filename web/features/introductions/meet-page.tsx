import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Face } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { en } from './introductions.words.ts';

type Hellos = Awaited<ReturnType<typeof client.introductions.hellos>>;
type Received = Hellos['received'][number];
type Sent = Hellos['sent'][number];
type IntroductionSummary = Awaited<ReturnType<typeof client.introductions.list>>['introductions'][number];

/** Hellos that wait, the next introduction, and those before. */
export function MeetPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const list = useQuery(api.introductions.list.queryOptions());
  const error = hellos.error ?? list.error;
  const all = list.data?.introductions ?? [];
  const next = all.filter(({ isEnded, myAnswer }) => !isEnded && myAnswer !== 'met');
  const past = all.filter((each) => !next.includes(each));
  const isEmpty = hellos.data && list.data && !all.length && !hellos.data.received.length && !hellos.data.sent.length;
  return (
    <Page title={t('introductions.title')} lead={t('introductions.lead')}>
      {error ? <p role="alert">{errorWords(error)}</p> : null}
      <Stack gap="lg">
        {hellos.data?.received.map((hello) => (
          <Waiting key={hello.id} hello={hello} />
        ))}
        {next.map((introduction) => (
          <Next key={introduction.id} introduction={introduction} />
        ))}
        {isEmpty ? (
          <EmptyState title={t('introductions.empty')} picture="roots">
            <p>{t('introductions.empty-text')}</p>
            <Link to="/">{t('introductions.to-week')}</Link>
          </EmptyState>
        ) : null}
        {hellos.data?.sent.length ? <Mine sent={hellos.data.sent} /> : null}
        {past.length ? <Past introductions={past} /> : null}
      </Stack>
    </Page>
  );
}

function place(person: { unitName: string | null; siteName: string | null }): string {
  return [person.unitName, person.siteName].filter(Boolean).join(' · ');
}

function Waiting({ hello }: { hello: Received }) {
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
        <div>
          <h2 style={{ fontSize: '1.25rem', margin: 0 }}>
            <Link to="/people/$personId" params={{ personId: from.id }} style={{ color: 'inherit' }}>
              {from.name}
            </Link>
          </h2>
          <p className="loam-muted" style={{ margin: 0 }}>
            {place(from)}
          </p>
          <p style={{ margin: '8px 0', fontSize: '1.125rem' }}>“{t(`introductions.phrase.${hello.phrase}`)}”</p>
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
          variant="filled"
          loading={answer.isPending}
          onClick={() => answer.mutate({ id: hello.id, answer: 'yes' })}
        >
          {t('introductions.yes')}
        </Button>
        <Button onClick={() => answer.mutate({ id: hello.id, answer: 'not-now' })}>{t('introductions.not-now')}</Button>
        <span className="loam-muted">{t('introductions.silent')}</span>
      </Group>
    </Card>
  );
}

function Next({ introduction }: { introduction: IntroductionSummary }) {
  const t = useWords(en);
  const { other } = introduction;
  return (
    <Card label={t('introductions.next')}>
      <Group wrap="nowrap" mt="sm">
        <Face photoUrl={other.photoUrl} plantSeed={other.plantSeed} size={80} />
        <div>
          <h2 style={{ fontSize: '1.75rem', lineHeight: 1.2, margin: 0 }}>
            {t('introductions.and-you', { name: other.name.split(' ')[0] ?? other.name })}
          </h2>
          <p className="loam-muted" style={{ margin: '4px 0 12px' }}>
            {place(other)}
          </p>
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/meet/$introductionId" params={{ introductionId: introduction.id }} />
            )}
          >
            {t('introductions.open-guide')}
          </Button>
        </div>
      </Group>
    </Card>
  );
}

function Mine({ sent }: { sent: Sent[] }) {
  const t = useWords(en);
  const withdraw = useMutation(
    api.introductions.withdraw.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  return (
    <Card label={t('introductions.mine')}>
      <div className="loam-rows">
        {sent.map((hello) => (
          <Group key={hello.id} justify="space-between" py="sm">
            <Group gap="sm">
              <Face photoUrl={hello.to.photoUrl} plantSeed={hello.to.plantSeed} size={36} />
              <span>{hello.to.name}</span>
              <span className="loam-muted">{t(`introductions.status.${hello.status}`)}</span>
            </Group>
            {hello.status === 'waiting' ? (
              <Button variant="plain" size="sm" onClick={() => withdraw.mutate({ id: hello.id })}>
                {t('introductions.withdraw')}
              </Button>
            ) : null}
          </Group>
        ))}
      </div>
    </Card>
  );
}

function Past({ introductions }: { introductions: IntroductionSummary[] }) {
  const t = useWords(en);
  return (
    <Card label={t('introductions.past')}>
      <div className="loam-rows">
        {introductions.map((each) => (
          <Group key={each.id} py="sm" gap="sm">
            <Face photoUrl={each.other.photoUrl} plantSeed={each.other.plantSeed} size={36} />
            <Link to="/meet/$introductionId" params={{ introductionId: each.id }}>
              {each.other.name}
            </Link>
            <span className="loam-muted">
              {each.metOn ? t('introductions.met-on', { day: dayWords(each.metOn) }) : t('introductions.ended')}
            </span>
          </Group>
        ))}
      </div>
    </Card>
  );
}
