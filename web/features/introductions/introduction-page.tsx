import './introductions.css';
import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '#contract/session.ts';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { BackLink } from '#web/platform/back-link.tsx';
import { formatList } from '#web/platform/dates.ts';
import { useMe } from '#web/platform/session.ts';
import { currentLanguage, useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Face, Faces } from '#web/ui/face.tsx';
import { useTitle } from '#web/ui/page.tsx';
import { en } from './introduction.words.ts';
import { IntroductionOutcome } from './introduction-outcome.tsx';
import { Times } from './introduction-times.tsx';
import { firstNames, useAndYou } from './introductions.tsx';
import { en as hellos } from './introductions.words.ts';
import type { IntroductionDetails } from './shapes.ts';

const route = getRouteApi('/inside/meet/$introductionId');

/** People who are introduced: why they, how to begin, when, and how it went. */
export function IntroductionPage() {
  const t = useTranslation(en);
  const me = useMe();
  const andYou = useAndYou();
  const { introductionId } = route.useParams();
  const found = useQuery(
    api.introductions.get.queryOptions({ input: { id: introductionId, language: currentLanguage() } }),
  );
  useTitle(found.data ? andYou(found.data.others) : t('introduction.title'));
  return (
    <div className="loam-page">
      <BackLink to="/meet">{t('introduction.back')}</BackLink>
      {found.data ? null : <h1 className="loam-visually-hidden">{t('introduction.title')}</h1>}
      <Answered query={found} height={420}>
        {(introduction) => {
          if (introduction.isEnded) return <Ended />;
          return me?.person ? <Introduction introduction={introduction} me={me.person} /> : null;
        }}
      </Answered>
    </div>
  );
}

function Ended() {
  const t = useTranslation(en);
  return (
    <EmptyState title={t('introduction.ended-title')} picture="roots" level={1}>
      <p>{t('introduction.ended-text')}</p>
      <Link to="/">{t('introduction.to-week')}</Link>
    </EmptyState>
  );
}

function Introduction({ introduction, me }: { introduction: IntroductionDetails; me: NonNullable<Me['person']> }) {
  const t = useTranslation(en);
  const { others, why, metOn } = introduction;
  const name = firstNames(others);
  const faces = [...others, { photoUrl: me.photoUrl, plantSeed: me.plantSeed, name: me.name }];
  const isPair = others.length === 1;
  return (
    <Stack gap={36}>
      <header className="introduction-head">
        <p className="loam-label">{useOrigin(introduction)}</p>
        <Faces
          people={faces.map(({ photoUrl, plantSeed, name: label }) => ({ photoUrl, plantSeed, label }))}
          size={isPair ? 120 : faces.length < 5 ? 96 : 72}
        />
        <h1>{useAndYou()(others)}</h1>
        <p className="loam-lead">{why.sentence}</p>
        {why.chips.length ? (
          <ul className="introduction-chips" aria-label={t('introduction.why-label')}>
            {why.chips.map((text) => (
              <li key={text} className="loam-chip">
                {text}
              </li>
            ))}
          </ul>
        ) : null}
      </header>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {others.map((other) => (
          <TheirWords key={other.id} introduction={introduction} other={other} isWithFace={!isPair} />
        ))}
        {others.length % 2 ? <Guide guide={introduction.guide} /> : null}
      </SimpleGrid>
      {others.length % 2 ? null : <Guide guide={introduction.guide} />}
      {metOn ? null : <Times introduction={introduction} name={name} />}
      <IntroductionOutcome introduction={introduction} name={name} />
      <MailNotice isAside />
    </Stack>
  );
}

/** How it came about, in a few words. */
function useOrigin({ kind, programme }: IntroductionDetails): string {
  const t = useTranslation(en);
  if (kind === 'round') return programme?.name ?? t('introduction.origin.round');
  return t(`introduction.origin.${kind}`);
}

interface TheirWordsProps {
  introduction: IntroductionDetails;
  other: IntroductionDetails['others'][number];
  isWithFace?: boolean;
}

function TheirWords({ introduction, other, isWithFace }: TheirWordsProps) {
  const t = useTranslation(en);
  const tHello = useTranslation(hellos);
  const words = introduction.words.find(({ personId }) => personId === other.id);
  const name = firstNames([other]);
  const place = [other.unitName, other.siteName].filter(Boolean).join(' · ');
  return (
    <Card {...(isWithFace ? {} : { label: t('introduction.their-words', { name }) })}>
      {isWithFace ? (
        <div className="introduction-who">
          <Face photoUrl={other.photoUrl} plantSeed={other.plantSeed} size={52} />
          <div>
            <h2>{other.name}</h2>
            <p className="loam-muted">{place}</p>
          </div>
        </div>
      ) : null}
      <p className="introduction-about">{words?.about || t('introduction.no-words', { name })}</p>
      {words?.intention ? (
        <p className="loam-muted">
          {t('introduction.they-hope', { name, intention: tHello(`introductions.intention.${words.intention}`) })}
        </p>
      ) : null}
      {words?.askMeAbout.length ? (
        <p className="loam-muted">{t('introduction.ask-about', { list: formatList(words.askMeAbout) })}</p>
      ) : null}
      <Link to="/people/$personId" params={{ personId: other.id }}>
        {t('introduction.to-person', { name })}
      </Link>
    </Card>
  );
}

function Guide({ guide }: { guide: IntroductionDetails['guide'] }) {
  const t = useTranslation(en);
  const tHello = useTranslation(hellos);
  const [shown, setShown] = useState(1);
  const hasMore = shown < guide.questions.length;
  return (
    <Card label={t('introduction.begin')}>
      <p className="introduction-opening">{tHello('introductions.quoted', { text: guide.opening })}</p>
      <ol className="introduction-questions" aria-live="polite">
        {guide.questions.slice(0, shown).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {hasMore ? (
        <Button size="sm" onClick={() => setShown(shown + 1)}>
          {t('introduction.more')}
        </Button>
      ) : (
        <p className="loam-muted loam-flush">{t('introduction.close-with', { text: guide.closing })}</p>
      )}
    </Card>
  );
}
