import './workspace.css';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Roots, Sprout } from '#web/ui/illustrations.tsx';
import { PublicPage } from '#web/ui/page.tsx';
import { en } from './workspace.words.ts';

function DoorWords({ picture, title, children }: { picture: ReactNode; title: string; children: string }) {
  return (
    <>
      {picture}
      <h2>{title}</h2>
      <p className="loam-muted">{children}</p>
      <IconArrowRight className="workspace-door-way" size={26} stroke={1.5} aria-hidden />
    </>
  );
}

/** Where the second door leads: set up, sign in, or back in. */
function OwnDoor() {
  const t = useTranslation(en);
  const me = useMe();
  const name = me?.workspace?.name;
  if (name === undefined) {
    return (
      <Link to="/setup" className="workspace-door">
        <DoorWords picture={<Sprout />} title={t('workspace.own-title')}>
          {t('workspace.own-text')}
        </DoorWords>
      </Link>
    );
  }
  const isIn = Boolean(me?.person);
  return (
    <Link to={isIn ? '/' : '/sign-in'} className="workspace-door">
      <DoorWords picture={<Sprout />} title={t(isIn ? 'workspace.back-title' : 'workspace.enter-title', { name })}>
        {t(isIn ? 'workspace.back-text' : 'workspace.enter-text')}
      </DoorWords>
    </Link>
  );
}

/** The first page of all: two doors. */
export function WelcomePage() {
  const t = useTranslation(en);
  return (
    <PublicPage isWide title={t('workspace.welcome')} lead={t('workspace.welcome-lead')}>
      <div className="workspace-doors">
        <a href="/sample/" className="workspace-door">
          <DoorWords picture={<Roots />} title={t('workspace.sample-title')}>
            {t('workspace.sample-text')}
          </DoorWords>
        </a>
        <OwnDoor />
      </div>
      <Link to="/trust">{t('workspace.promise')}</Link>
    </PublicPage>
  );
}
