import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import type { Intention } from '#contract/common.ts';
import type { Phrase } from '#contract/introductions.ts';
import { calledName } from '#engine/names/called-name.ts';
import { api } from '#web/platform/api.ts';
import { formatDay, formatList } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { en } from './introductions.words.ts';
import type { Greeted } from './shapes.ts';

export { refreshIntroductions } from './refresh.ts';
export { useAnswerHello } from './use-answer-hello.ts';

const HelloForm = lazy(async () => ({ default: (await import('./hello-form.tsx')).HelloForm }));

export type { IntroductionSummary } from './shapes.ts';

/** 'Ana', or 'Ana, Ben and Cleo'. */
export const firstNames = (people: readonly { name: string }[]): string =>
  formatList(people.map(({ name }) => calledName(name)));

/** 'Ana and you', or 'Ana, Ben and you'; whole names only of one. */
export function useAndYou(): (people: readonly { name: string }[], how?: 'whole') => string {
  const t = useTranslation(en);
  return (people, how) => {
    const isWhole = how === 'whole' && people.length === 1;
    return formatList([...people.map(({ name }) => (isWhole ? name : calledName(name))), t('introductions.you')]);
  };
}

/** The words of hellos that wait. */
export function useHelloWords() {
  const t = useTranslation(en);
  return {
    said: (phrase: Phrase) => t('introductions.quoted', { text: t(`introductions.phrase.${phrase}`) }),
    hopes: (intention: Intention) => t('introductions.hopes', { intention: t(`introductions.intention.${intention}`) }),
    yes: t('introductions.yes'),
    notNow: t('introductions.not-now'),
    silent: t('introductions.silent'),
  };
}

/** The button, the same for everybody; a hello to somebody who takes none rests silently. */
export function SayHello({ person, isPrimary = true }: { person: Greeted; isPrimary?: boolean }) {
  const t = useTranslation(en);
  const [opened, setOpened] = useState(false);
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const name = calledName(person.name);
  // Until it is known whether I said it already, there is nothing to press.
  if (hellos.isLoading || mine.isLoading) return <Skeleton height={42} width={120} radius={10} />;
  const said = hellos.data?.sent.find(({ to }) => to.id === person.id);
  if (said?.status === 'yes') return <Link to="/meet">{t('introductions.introduced')}</Link>;
  if (said)
    return <Quietly>{t(said.status === 'quiet' ? 'introductions.quiet' : 'introductions.waiting-since')}</Quietly>;
  const pausedUntil = mine.data?.pausedUntil;
  if (pausedUntil && new Date(`${pausedUntil}T23:59:59`) > new Date())
    return <Quietly>{t('introductions.paused', { day: formatDay(pausedUntil) })}</Quietly>;
  return (
    <>
      <Button {...(isPrimary ? { variant: 'filled' } : {})} onClick={() => setOpened(true)}>
        {t('introductions.say-hello')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('introductions.say-hello-to', { name })}>
        <HelloForm person={{ ...person, name }} onDone={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function Quietly({ children }: { children: string }) {
  return <span className="loam-muted">{children}</span>;
}
