import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { en } from './introductions.words.ts';

const HelloForm = lazy(async () => ({ default: (await import('./hello-form.tsx')).HelloForm }));

export interface Greeted {
  id: string;
  name: string;
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
  const name = person.name.split(' ')[0] ?? person.name;
  const isWaiting = hellos.data?.sent.some(({ to, status }) => to.id === person.id && status === 'waiting');
  if (isWaiting) return <span className="loam-muted">{t('introductions.waiting-since')}</span>;
  const asked = hellos.data?.received.some(({ from }) => from.id === person.id);
  if (!isOpen && !asked) return <span className="loam-muted">{t('introductions.not-open', { name })}</span>;
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
