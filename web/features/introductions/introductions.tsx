import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { dayWords, listWords } from '#web/platform/dates.ts';
import { useWords } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { en } from './introductions.words.ts';

const HelloForm = lazy(async () => ({ default: (await import('./hello-form.tsx')).HelloForm }));

export interface Greeted {
  id: string;
  name: string;
}

/** 'Ana', or 'Ana, Ben and Cleo'. */
export const firstNames = (people: readonly { name: string }[]): string =>
  listWords(people.map(({ name }) => name.split(' ')[0] ?? name));

/** 'Ana and you', or 'Ana, Ben and you'; whole names only of one. */
export function useAndYou(): (people: readonly { name: string }[], how?: 'whole') => string {
  const t = useWords(en);
  return (people, how) => {
    const isWhole = how === 'whole' && people.length === 1;
    return listWords([
      ...people.map(({ name }) => (isWhole ? name : (name.split(' ')[0] ?? name))),
      t('introductions.you'),
    ]);
  };
}

/** The button, or why there is none; `isOpen` is what the server said of this person. */
export function SayHello({
  person,
  isOpen = true,
  isPrimary = true,
}: {
  person: Greeted;
  isOpen?: boolean;
  isPrimary?: boolean;
}) {
  const t = useWords(en);
  const [opened, setOpened] = useState(false);
  const hellos = useQuery(api.introductions.hellos.queryOptions());
  const mine = useQuery(api.boundaries.mine.queryOptions());
  const name = person.name.split(' ')[0] ?? person.name;
  const said = hellos.data?.sent.find(({ to }) => to.id === person.id);
  if (said?.status === 'yes') return <Link to="/meet">{t('introductions.introduced')}</Link>;
  if (said)
    return <Quietly>{t(said.status === 'quiet' ? 'introductions.quiet' : 'introductions.waiting-since')}</Quietly>;
  const pausedUntil = mine.data?.pausedUntil;
  if (pausedUntil && new Date(`${pausedUntil}T23:59:59`) > new Date())
    return <Quietly>{t('introductions.paused', { day: dayWords(pausedUntil) })}</Quietly>;
  const asked = hellos.data?.received.some(({ from }) => from.id === person.id);
  if (!isOpen && !asked) return <Quietly>{t('introductions.not-open', { name })}</Quietly>;
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
