import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '#contract/session.ts';
import { api, type client, queryClient } from '#web/platform/api.ts';
import { listWords, timeWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { base } from '#web/platform/place.ts';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { Confirm } from '#web/ui/confirm.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TwoFaces } from '#web/ui/face.tsx';
import { useTitle } from '#web/ui/page.tsx';
import { en } from './introductions.words.ts';

type IntroductionDetails = Awaited<ReturnType<typeof client.introductions.get>>;

const route = getRouteApi('/inside/meet/$introductionId');

/** Two people who both said yes: why they two, how to begin, when, and how it went. */
export function IntroductionPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const me = useMe();
  const { introductionId } = route.useParams();
  const found = useQuery(
    api.introductions.get.queryOptions({ input: { id: introductionId, language: currentLanguage() } }),
  );
  useTitle(
    found.data ? t('introductions.and-you', { name: firstName(found.data.other.name) }) : t('introductions.title'),
  );
  return (
    <div className="loam-page">
      <p className="loam-muted" style={{ marginTop: 0 }}>
        <Link to="/meet">← {t('introductions.back')}</Link>
      </p>
      {found.isError ? <p role="alert">{errorWords(found.error)}</p> : null}
      {found.data && me?.person ? (
        found.data.isEnded ? (
          <Ended />
        ) : (
          <Introduction introduction={found.data} me={me.person} />
        )
      ) : null}
    </div>
  );
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function Ended() {
  const t = useWords(en);
  return (
    <EmptyState title={t('introductions.ended-title')} picture="roots">
      <p>{t('introductions.ended-text')}</p>
      <Link to="/">{t('introductions.to-week')}</Link>
    </EmptyState>
  );
}

function useReason(introduction: IntroductionDetails): string {
  const t = useWords(en);
  const name = firstName(introduction.other.name);
  const common = listWords(introduction.common.slice(0, 2).map(({ text }) => text));
  const unit = introduction.different.find(({ kind }) => kind === 'unit')?.text;
  if (common && unit) return t('introductions.why', { common, name, unit });
  if (common) return t('introductions.why-common', { common });
  return unit ? t('introductions.why-different', { name, unit }) : t('introductions.why-plain');
}

function Introduction({ introduction, me }: { introduction: IntroductionDetails; me: NonNullable<Me['person']> }) {
  const t = useWords(en);
  const { other, common } = introduction;
  return (
    <Stack gap="xl">
      <header style={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 8 }}>
        <p className="loam-label">{t('introductions.both')}</p>
        <TwoFaces
          first={{ photoUrl: other.photoUrl, plantSeed: other.plantSeed, label: other.name }}
          second={{ photoUrl: me.photoUrl, plantSeed: me.plantSeed, label: me.name }}
          size={120}
        />
        <h1 style={{ fontSize: '2.5rem', lineHeight: 1.15, margin: 0 }}>
          {t('introductions.and-you', { name: firstName(other.name) })}
        </h1>
        <p className="loam-lead">{useReason(introduction)}</p>
        <Group gap="xs" justify="center">
          {common.slice(0, 3).map(({ text }) => (
            <span key={text} className="loam-chip">
              {text}
            </span>
          ))}
        </Group>
      </header>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <TheirWords introduction={introduction} />
        <Guide guide={introduction.guide} />
      </SimpleGrid>
      <Times introduction={introduction} />
      <Outcome introduction={introduction} />
    </Stack>
  );
}

function TheirWords({ introduction }: { introduction: IntroductionDetails }) {
  const t = useWords(en);
  const { about, askMeAbout, intention } = introduction;
  const name = firstName(introduction.other.name);
  return (
    <Card label={t('introductions.their-words', { name })}>
      <p style={{ marginTop: 8 }}>{about || t('introductions.no-words', { name })}</p>
      {intention ? (
        <p className="loam-muted">
          {t('introductions.they-hope', { name, intention: t(`introductions.intention.${intention}`) })}
        </p>
      ) : null}
      {askMeAbout.length ? (
        <p className="loam-muted">
          {t('introductions.ask-about')}: {listWords(askMeAbout)}
        </p>
      ) : null}
    </Card>
  );
}

function Guide({ guide }: { guide: IntroductionDetails['guide'] }) {
  const t = useWords(en);
  const [shown, setShown] = useState(1);
  const hasMore = shown < guide.questions.length;
  return (
    <Card label={t('introductions.begin')}>
      <p style={{ marginTop: 8, fontSize: '1.125rem' }}>“{guide.opening}”</p>
      <ol style={{ paddingLeft: '1.2em', display: 'grid', gap: 8 }} aria-live="polite">
        {guide.questions.slice(0, shown).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {hasMore ? (
        <Button size="sm" onClick={() => setShown(shown + 1)}>
          {t('introductions.more')}
        </Button>
      ) : (
        <p className="loam-muted" style={{ marginBottom: 0 }}>
          {t('introductions.close-with')}: {guide.closing}
        </p>
      )}
    </Card>
  );
}

function Times({ introduction }: { introduction: IntroductionDetails }) {
  const t = useWords(en);
  const { id, times, otherTimezone, other } = introduction;
  const name = firstName(other.name);
  const fileUrl = (at: string) =>
    `${base}/api/introductions/${id}/calendar.ics?at=${encodeURIComponent(at)}&language=${currentLanguage()}`;
  return (
    <section>
      <h2 style={{ fontSize: '1.25rem', margin: '0 0 4px' }}>{t('introductions.time')}</h2>
      <p className="loam-muted" style={{ marginTop: 0 }}>
        {times.length ? t('introductions.time-text') : t('introductions.no-time')}
      </p>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {times.map(({ at, isInOffice }) => {
          const [mine, theirs] = [timeWords(at), timeWords(at, otherTimezone)];
          return (
            <a
              key={mine}
              href={fileUrl(at)}
              download="loam.ics"
              className="loam-card"
              style={{ color: 'inherit', textDecoration: 'none', padding: 18 }}
            >
              <strong style={{ display: 'block', fontWeight: 600 }}>{mine}</strong>
              {theirs === mine ? null : (
                <span className="loam-muted">{t('introductions.their-time', { time: theirs, name })}</span>
              )}
              {isInOffice ? <span className="loam-muted">{t('introductions.office')}</span> : null}
            </a>
          );
        })}
      </SimpleGrid>
      <p className="loam-muted">{t('introductions.reply', { name })}</p>
    </section>
  );
}

function Outcome({ introduction }: { introduction: IntroductionDetails }) {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const [isEnding, setEnding] = useState(false);
  const answer = useMutation(
    api.introductions.answer.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  const { id, myAnswer, other } = introduction;
  const give = (given: 'met' | 'not-yet' | 'cannot') => answer.mutate({ id, answer: given });
  return (
    <section>
      <h2 style={{ fontSize: '1.25rem', margin: '0 0 12px' }}>{t('introductions.how')}</h2>
      <Group>
        <Button variant="filled" disabled={myAnswer === 'met'} loading={answer.isPending} onClick={() => give('met')}>
          {t('introductions.answer.met')}
        </Button>
        {myAnswer === 'met' ? null : (
          <>
            <Button onClick={() => give('not-yet')}>{t('introductions.answer.not-yet')}</Button>
            <Button variant="plain" onClick={() => setEnding(true)}>
              {t('introductions.answer.cannot')}
            </Button>
          </>
        )}
      </Group>
      <p className="loam-muted" aria-live="polite">
        {myAnswer === 'met' ? t('introductions.after.met') : null}
        {myAnswer === 'not-yet' ? t('introductions.after.not-yet') : null}{' '}
        {myAnswer === 'met' ? <Link to="/notebook">{t('introductions.remember')}</Link> : null}
      </p>
      {answer.isError ? <p role="alert">{errorWords(answer.error)}</p> : null}
      <Confirm
        opened={isEnding}
        title={t('introductions.cannot-title')}
        confirm={t('introductions.answer.cannot')}
        cancel={t('introductions.cancel')}
        onConfirm={() => {
          setEnding(false);
          give('cannot');
        }}
        onClose={() => setEnding(false)}
      >
        {t('introductions.cannot-text', { name: firstName(other.name) })}
      </Confirm>
    </section>
  );
}
