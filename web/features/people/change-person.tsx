import { Button } from '@mantine/core';
import { lazy, useState } from 'react';
import type { PersonPage as Person } from '#contract/people.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { en } from './by-hand.words.ts';

const ChangeForm = lazy(async () => ({ default: (await import('./change-form.tsx')).ChangeForm }));

/** For stewards, on a person's page: name, unit, site and level without a file. */
export function ChangePerson({ person }: { person: Person }) {
  const t = useTranslation(en);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="plain" onClick={() => setOpen(true)}>
        {t('by-hand.change')}
      </Button>
      <Dialog opened={isOpen} title={t('by-hand.title', { name: person.name })} onClose={close}>
        <ChangeForm person={person} onDone={close} />
      </Dialog>
    </>
  );
}
