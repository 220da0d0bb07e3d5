import { Link } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import type { Me } from '#contract/session.ts';
import { client } from '#web/platform/api.ts';
import { keepLanguage } from '#web/platform/session.ts';
import { chooseLanguage, currentLanguage, useTranslation } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import { en } from './shell.words.ts';
import { useIsDark, useSignOut } from './use-presses.ts';

function ColourChoice() {
  const t = useTranslation(en);
  const { isDark, turn } = useIsDark();
  return (
    <button type="button" onClick={turn}>
      {t(isDark ? 'shell.light' : 'shell.dark')}
    </button>
  );
}

/** My face; behind it profile, settings, language, colours and the way out. */
export function MeMenu({ me, withName = false }: { me: Me; withName?: boolean }) {
  const t = useTranslation(en);
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  const signOut = useSignOut();
  const { person } = me;
  if (!person) return null;
  const changeLanguage = async () => {
    const language = currentLanguage() === 'de' ? 'en' : 'de';
    // The people of the sample speak the language of whoever enters.
    if (me.sample) await client.sample.enter({ personId: person.id, language }).catch(() => undefined);
    await keepLanguage(language, true);
    chooseLanguage(language);
  };
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
        <button type="button" onClick={() => void changeLanguage()}>
          {t('shell.language')}
        </button>
        <hr />
        <button type="button" onClick={signOut}>
          {t('shell.sign-out')}
        </button>
      </nav>
    </>
  );
}
