import { IconBook2, IconCircleCheck, IconHome, IconLeaf, IconMessage, IconUsers } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Me } from '#contract/session.ts';
import { base } from '#web/platform/place.ts';
import { useMe } from '#web/platform/session.ts';
import { useWords } from '#web/platform/words.ts';
import { MeMenu } from './me-menu.tsx';
import { en } from './shell.words.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

const PLACES = [
  { to: '/', words: 'shell.today', Icon: IconHome },
  { to: '/people', words: 'shell.people', Icon: IconUsers },
  { to: '/meet', words: 'shell.meet', Icon: IconCircleCheck },
  { to: '/talk', words: 'shell.talk', Icon: IconMessage },
  { to: '/notebook', words: 'shell.notebook', Icon: IconBook2 },
] as const;

/** The leaf and the name. */
export function Brand() {
  return (
    <Link to="/" className="loam-brand">
      <IconLeaf size={24} stroke={1.5} color="var(--loam-leaf)" aria-hidden />
      Loam
    </Link>
  );
}

function Rail({ me }: { me: Me }) {
  const t = useWords(en);
  return (
    <nav className="loam-rail" aria-label={t('shell.places')}>
      <Brand />
      {PLACES.map(({ to, words, Icon }) => (
        <Link key={to} to={to} className="loam-place" activeOptions={{ exact: to === '/' }}>
          <Icon size={22} stroke={1.5} aria-hidden />
          {t(words)}
        </Link>
      ))}
      <MeMenu me={me} withName />
    </nav>
  );
}

function SampleBanner() {
  const t = useWords(en);
  if (!base) return null;
  return (
    <div className="loam-banner">
      <span>{t('shell.sample')}</span>
      <Link to="/welcome">{t('shell.sample-other')}</Link>
      <a href="/welcome">{t('shell.sample-own')}</a>
    </div>
  );
}

/** The frame around every page of somebody signed in. */
export function Shell() {
  const t = useWords(en);
  const me = useMe();
  if (!me?.person) return null;
  return (
    <>
      <a className="loam-skip" href="#content">
        {t('shell.skip')}
      </a>
      <SampleBanner />
      <div className="loam-shell">
        <Rail me={me} />
        <div>
          <div className="loam-phone-top">
            <MeMenu me={me} />
          </div>
          <main id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Suspense>
        <Palette isSteward={me.person.roles.includes('steward')} />
      </Suspense>
    </>
  );
}
