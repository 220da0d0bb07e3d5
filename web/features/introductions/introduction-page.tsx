import './introductions.css';
import { Button, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '#contract/session.ts';
import { api, type client } from '#web/platform/api.ts';
import { languageName, listWords } from '#web/platform/dates.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TwoFaces } from '#web/ui/face.tsx';
import { useTitle } from '#web/ui/page.tsx';
import { Outcome } from './introduction-outcome.tsx';
import { Times } from './introduction-times.tsx';
import { en } from './introductions.words.ts';

export type IntroductionDetails = Awaited<ReturnType<typeof client.introductions.get>>;

/** Languages are stored as codes; people read names. */
const commonWords = ({ kind, text }: IntroductionDetails['common'][number]): string =>
  kind === 'language' ? languageName(text) : text;

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
      <Link to="/meet" className="introduction-back">
        <IconArrowLeft size={18} stroke={1.5} aria-hidden /> {t('introductions.back')}
      </Link>
      {found.isPending ? <Skeleton height={420} radius={14} /> : null}
      {found.isError ? <p role="alert">{errorWords(found.error)}</p> : null}
      {found.data?.isEnded ? <Ended /> : null}
      {found.data && !found.data.isEnded && me?.person ? (
        <Introduction introduction={found.data} me={me.person} />
      ) : null}
    </div>
  );
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function Ended() {
  const t = useWords(en);
  return (
    <EmptyState title={t('introductions.ended-title')} picture="roots" level={1}>
      <p>{t('introductions.ended-text')}</p>
      <Link to="/">{t('introductions.to-week')}</Link>
    </EmptyState>
  );
}

function useReason(introduction: IntroductionDetails): string {
  const t = useWords(en);
  const name = firstName(introduction.other.name);
  const common = listWords(introduction.common.slice(0, 2).map(commonWords));
  const different = (wanted: string) => introduction.different.find(({ kind }) => kind === wanted)?.text;
  const [unit, site] = [different('unit'), different('site')];
  const place = unit && site ? t('introductions.unit-at-site', { unit, site }) : unit;
  if (common && place) return t('introductions.why', { common, name, unit: place });
  if (common) return t('introductions.why-common', { common });
  return place ? t('introductions.why-different', { name, unit: place }) : t('introductions.why-plain');
}

function Introduction({ introduction, me }: { introduction: IntroductionDetails; me: NonNullable<Me['person']> }) {
  const t = useWords(en);
  const { other, common, metOn } = introduction;
  const name = firstName(other.name);
  return (
    <Stack gap={36}>
      <header className="introduction-head">
        <p className="loam-label">{t('introductions.both')}</p>
        <TwoFaces
          first={{ photoUrl: other.photoUrl, plantSeed: other.plantSeed, label: other.name }}
          second={{ photoUrl: me.photoUrl, plantSeed: me.plantSeed, label: me.name }}
          size={120}
        />
        <h1>{t('introductions.and-you', { name })}</h1>
        <p className="loam-lead">{useReason(introduction)}</p>
        {common.length ? (
          <ul className="introduction-chips" aria-label={t('introductions.in-common')}>
            {common
              .slice(0, 3)
              .map(commonWords)
              .map((text) => (
                <li key={text} className="loam-chip">
                  {text}
                </li>
              ))}
          </ul>
        ) : null}
      </header>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <TheirWords introduction={introduction} />
        <Guide guide={introduction.guide} />
      </SimpleGrid>
      {metOn ? null : <Times introduction={introduction} name={name} />}
      <Outcome introduction={introduction} name={name} />
    </Stack>
  );
}

function TheirWords({ introduction }: { introduction: IntroductionDetails }) {
  const t = useWords(en);
  const { about, askMeAbout, intention, other } = introduction;
  const name = firstName(other.name);
  return (
    <Card label={t('introductions.their-words', { name })}>
      <p style={{ margin: '8px 0', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {about || t('introductions.no-words', { name })}
      </p>
      {intention ? (
        <p className="loam-muted">
          {t('introductions.they-hope', { name, intention: t(`introductions.intention.${intention}`) })}
        </p>
      ) : null}
      {askMeAbout.length ? (
        <p className="loam-muted">{t('introductions.ask-about', { list: listWords(askMeAbout) })}</p>
      ) : null}
      <Link to="/people/$personId" params={{ personId: other.id }}>
        {t('introductions.to-person', { name })}
      </Link>
    </Card>
  );
}

function Guide({ guide }: { guide: IntroductionDetails['guide'] }) {
  const t = useWords(en);
  const [shown, setShown] = useState(1);
  const hasMore = shown < guide.questions.length;
  return (
    <Card label={t('introductions.begin')}>
      <p className="introduction-opening">{t('introductions.quoted', { text: guide.opening })}</p>
      <ol className="introduction-questions" aria-live="polite">
        {guide.questions.slice(0, shown).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {hasMore ? (
        <Button size="sm" onClick={() => setShown(shown + 1)}>
          {t('introductions.more')}
        </Button>
      ) : (
        <p className="loam-muted" style={{ margin: 0 }}>
          {t('introductions.close-with', { text: guide.closing })}
        </p>
      )}
    </Card>
  );
}
