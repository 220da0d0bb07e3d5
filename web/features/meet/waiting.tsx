import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MailNotice } from '#web/features/delivery/delivery.tsx';
import {
  firstNames,
  type IntroductionSummary,
  useAndYou,
  useAnswerHello,
  useHelloWords,
} from '#web/features/introductions/introductions.tsx';
import type { client } from '#web/platform/api.ts';
import { formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Face, Faces } from '#web/ui/face.tsx';
import { en } from './meet.words.ts';

export type Received = Awaited<ReturnType<typeof client.introductions.hellos>>['received'][number];

interface WaitingProps {
  hellos: readonly Received[];
  /** Introductions of which somebody asks me for a time. */
  asked: readonly IntroductionSummary[];
}

/** What waits for my answer: hellos, and times that somebody suggested. */
export function WaitingCard({ hellos, asked }: WaitingProps) {
  const t = useTranslation(en);
  const words = useHelloWords();
  return (
    <section aria-label={t('meet.waiting')}>
      <div className="loam-card">
        <div className="loam-rows">
          {hellos.map((hello, index) => (
            <HelloRow key={hello.id} hello={hello} isPrimary={index === 0} />
          ))}
          {asked.map((introduction) => (
            <AskedRow key={introduction.id} introduction={introduction} />
          ))}
        </div>
      </div>
      {hellos.length ? <p className="loam-muted meet-note">{words.silent}</p> : null}
      <MailNotice isAside />
    </section>
  );
}

function HelloRow({ hello, isPrimary }: { hello: Received; isPrimary: boolean }) {
  const words = useHelloWords();
  const answer = useAnswerHello();
  const { from } = hello;
  return (
    <div className="meet-hello">
      <Face photoUrl={from.photoUrl} plantSeed={from.plantSeed} size={56} />
      <div className="meet-hello-words">
        <p>
          <Link to="/people/$personId" params={{ personId: from.id }}>
            {from.name}
          </Link>{' '}
          <span className="loam-muted">{[from.unitName, from.siteName].filter(Boolean).join(', ')}</span>
        </p>
        <p className="meet-phrase">{words.said(hello.phrase)}</p>
        {hello.intention ? <p className="loam-muted">{words.hopes(hello.intention)}</p> : null}
        <Problem error={answer.error} />
      </div>
      <Group gap="xs">
        <Button
          {...(isPrimary ? { variant: 'filled' } : {})}
          loading={answer.isPending}
          onClick={() => answer.mutate({ id: hello.id, answer: 'yes' })}
        >
          {words.yes}
        </Button>
        <Button
          variant="plain"
          disabled={answer.isPending}
          onClick={() => answer.mutate({ id: hello.id, answer: 'not-now' })}
        >
          {words.notNow}
        </Button>
      </Group>
    </div>
  );
}

function AskedRow({ introduction }: { introduction: IntroductionSummary }) {
  const t = useTranslation(en);
  const andYou = useAndYou();
  const { id, others, time } = introduction;
  const asker = others.filter((other) => other.id === time?.asked?.byId);
  return (
    <div className="meet-hello">
      <Faces people={others.slice(0, 2).map(({ photoUrl, plantSeed }) => ({ photoUrl, plantSeed }))} size={56} />
      <div className="meet-hello-words">
        <p>
          <strong>{andYou(others)}</strong>
        </p>
        <p>
          {t('meet.suggests', {
            name: firstNames(asker.length ? asker : others),
            time: time?.asked ? formatTime(time.asked.at) : '',
          })}
        </p>
      </div>
      <Button
        renderRoot={(props) => <Link {...props} to="/meet/$introductionId" params={{ introductionId: id }} />}
        aria-label={t('meet.answer-to', { name: firstNames(others) })}
      >
        {t('meet.answer-time')}
      </Button>
    </div>
  );
}
