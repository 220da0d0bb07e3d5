import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAndYou, useAnswerHello, useHelloWords } from '#web/features/introductions/introductions.tsx';
import type { client } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useWords } from '#web/platform/words.ts';
import { Face, Faces } from '#web/ui/face.tsx';
import { en } from './week.words.ts';

// Most often nothing waits, and the first view stays small.
const MailNotice = lazy(() =>
  import('#web/features/delivery/delivery.tsx').then(({ MailNotice: Shown }) => ({ default: Shown })),
);

export type Hello = Awaited<ReturnType<typeof client.introductions.hellos>>['received'][number];
export type Introduction = Awaited<ReturnType<typeof client.introductions.list>>['introductions'][number];

/** What waits for me stands before everything else: a hello, and who would gladly meet again. */
export function Waiting({ hellos, agreed }: { hellos: readonly Hello[]; agreed: readonly Introduction[] }) {
  const t = useWords(en);
  const [first, ...more] = hellos;
  if (!first && agreed.length === 0) return null;
  return (
    <section className="loam-card loam-rows" aria-label={t('week.waiting')}>
      {first ? <HelloRow key={first.id} hello={first} /> : null}
      {agreed.map((each) => (
        <AgainRow key={each.id} introduction={each} />
      ))}
      {more.length > 0 ? (
        <p className="week-more">
          {t('week.more-hellos', { count: more.length })} <Link to="/meet">{t('week.see-hellos')}</Link>
        </p>
      ) : null}
    </section>
  );
}

function HelloRow({ hello }: { hello: Hello }) {
  const t = useWords(en);
  const words = useHelloWords()(hello.phrase);
  const answer = useAnswerHello();
  const { from } = hello;
  return (
    <div className="week-waiting">
      <Face photoUrl={from.photoUrl} plantSeed={from.plantSeed} size={72} />
      <div className="week-words">
        <p className="loam-label">{t('week.would-greet')}</p>
        <span>
          <Link className="week-name" to="/people/$personId" params={{ personId: from.id }}>
            {from.name}
          </Link>
          <span className="week-place">{[from.unitName, from.siteName].filter(Boolean).join(', ')}</span>
        </span>
        <p className="week-said">{words.said}</p>
      </div>
      <div className="week-answers">
        <Group gap="sm">
          <Button
            variant="filled"
            loading={answer.isPending}
            onClick={() => answer.mutate({ id: hello.id, answer: 'yes' })}
          >
            {words.yes}
          </Button>
          <Button disabled={answer.isPending} onClick={() => answer.mutate({ id: hello.id, answer: 'not-now' })}>
            {words.notNow}
          </Button>
          <span className="loam-muted week-small">{words.silent}</span>
        </Group>
        <Problem error={answer.error} />
        <Suspense fallback={null}>
          <MailNotice isAside />
        </Suspense>
      </div>
    </div>
  );
}

function AgainRow({ introduction }: { introduction: Introduction }) {
  const t = useWords(en);
  const andYou = useAndYou();
  const { id, others } = introduction;
  return (
    <div className="week-waiting">
      <Faces people={others.slice(0, 3)} size={52} />
      <div className="week-words">
        <p className="loam-label">{t('week.again')}</p>
        <strong className="week-name">{andYou(others)}</strong>
        <Link to="/meet/$introductionId" params={{ introductionId: id }}>
          {t('week.again-open')}
        </Link>
      </div>
    </div>
  );
}
