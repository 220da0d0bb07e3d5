import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  firstNames,
  refreshIntroductions,
  useAndYou,
  useAnswerHello,
  useHelloWords,
} from '#web/features/introductions/introductions.tsx';
import { api, type client } from '#web/platform/api.ts';
import { formatTime } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Face, Faces } from '#web/ui/face.tsx';
import { say } from '#web/ui/toasts.tsx';
import { agreedAgain } from './arrange.ts';
import { en } from './week.words.ts';

export type Hello = Awaited<ReturnType<typeof client.introductions.hellos>>['received'][number];
export type Introduction = Awaited<ReturnType<typeof client.introductions.list>>['introductions'][number];

interface WaitingProps {
  hellos: readonly Hello[];
  introductions: readonly Introduction[];
  /** 'YYYY-MM-DD' */
  today: string;
}

/** What waits for me stands before everything else: a hello, a time that is suggested, and who would gladly meet again. */
export function Waiting({ hellos, introductions, today }: WaitingProps) {
  const t = useTranslation(en);
  const [first, ...more] = hellos;
  const asked = introductions.filter(({ time, isEnded }) => time?.stand === 'asked' && !isEnded);
  const agreed = agreedAgain(introductions, today);
  if (!first && asked.length === 0 && agreed.length === 0) return null;
  return (
    <section className="loam-card loam-rows" aria-label={t('week.waiting')}>
      {first ? <HelloRow key={first.id} hello={first} /> : null}
      {asked.map((each) => (
        <TimeRow key={each.id} introduction={each} />
      ))}
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
  const t = useTranslation(en);
  const words = useHelloWords();
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
        <p className="week-said">{words.said(hello.phrase)}</p>
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
      </div>
    </div>
  );
}

function TimeRow({ introduction }: { introduction: Introduction }) {
  const t = useTranslation(en);
  const andYou = useAndYou();
  const { id, others, time } = introduction;
  const asker = others.filter((other) => other.id === time?.asked?.byId);
  const agree = useMutation(
    api.introductions.chooseTime.mutationOptions({
      onSuccess: () => say(t('week.time-said', { name: firstNames(others) })),
      // What is asked for may have moved on.
      onSettled: () => refreshIntroductions(),
    }),
  );
  const at = time?.asked?.at;
  if (!at) return null;
  return (
    <div className="week-waiting">
      <Faces people={others.slice(0, 3)} size={52} />
      <div className="week-words">
        <p className="loam-label">{t('week.time-asked', { name: firstNames(asker.length ? asker : others) })}</p>
        <strong className="week-name">{formatTime(at)}</strong>
        <span className="week-place">{andYou(others)}</span>
      </div>
      <div className="week-answers">
        <Group gap="sm">
          <Button
            loading={agree.isPending}
            aria-label={t('week.time-yes-to', { name: firstNames(others), time: formatTime(at) })}
            onClick={() => agree.mutate({ id, at: new Date(at) })}
          >
            {t('week.time-yes')}
          </Button>
          <Link to="/meet/$introductionId" params={{ introductionId: id }}>
            {t('week.time-other')}
          </Link>
        </Group>
        <Problem error={agree.error} />
      </div>
    </div>
  );
}

function AgainRow({ introduction }: { introduction: Introduction }) {
  const t = useTranslation(en);
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
