import { useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import type { Me } from '#contract/session.ts';
import { api, queryClient } from '#web/platform/api.ts';
import { chooseLanguage, currentLanguage, useWords } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import { en } from './shell.words.ts';

function ColourChoice() {
  const t = useWords(en);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <button type="button" onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      {t(isDark ? 'shell.light' : 'shell.dark')}
    </button>
  );
}

/** My face; behind it profile, settings, language, colours and the way out. */
export function MeMenu({ me, withName = false }: { me: Me; withName?: boolean }) {
  const t = useWords(en);
  const router = useRouter();
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  const signOut = useMutation(
    api.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        // The guard of the routes knows where somebody signed out belongs.
        await router.invalidate();
      },
    }),
  );
  const { person } = me;
  if (!person) return null;
  return (
    <>
      <button type="button" className="loam-me" popoverTarget={id} aria-label={t('shell.menu', { name: person.name })}>
        <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={36} />
        {withName ? <span>{person.name}</span> : null}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: closes after a choice; keys reach the links inside */}
      <nav
        id={id}
        ref={menu}
        popover="auto"
        className="loam-menu"
        aria-label={t('shell.menu', { name: person.name })}
        onClick={() => menu.current?.hidePopover()}
      >
        {person.status === 'leaving' ? null : (
          <>
            <Link to="/people/$personId" params={{ personId: person.id }}>
              {t('shell.profile')}
            </Link>
            <Link to="/settings">{t('shell.settings')}</Link>
            <Link to="/organisation">{t('shell.organisation')}</Link>
          </>
        )}
        <Link to="/trust">{t('shell.trust')}</Link>
        <hr />
        <ColourChoice />
        <button type="button" onClick={() => chooseLanguage(currentLanguage() === 'de' ? 'en' : 'de')}>
          {t('shell.language')}
        </button>
        <hr />
        <button type="button" onClick={() => signOut.mutate({})}>
          {t('shell.sign-out')}
        </button>
      </nav>
    </>
  );
}
