import './shell.css';
import { IconLeaf } from '@tabler/icons-react';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { createContext, useEffect, useRef } from 'react';
import { OfflineNotice } from '#web/platform/answered.tsx';
import { base } from '#web/platform/place.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './shell.words.ts';

/** Whether a page stands in a frame that has its main part already. */
export const Around = createContext(false);

/** The leaf and the name. */
export function Brand() {
  return (
    <Link to="/" className="loam-brand">
      <IconLeaf size={24} stroke={1.5} color="var(--loam-leaf)" aria-hidden />
      Loam
    </Link>
  );
}

/** Said wherever one is in the sample organisation; the second link leaves it. */
export function SampleBanner() {
  const t = useTranslation(en);
  if (!base) return null;
  return (
    <aside className="loam-banner">
      <span>{t('shell.sample')}</span>
      <Link to="/welcome">{t('shell.sample-other')}</Link>
      <a href="/welcome">{t('shell.sample-own')}</a>
    </aside>
  );
}

/** The first thing that Tab reaches. */
export function SkipLink() {
  const t = useTranslation(en);
  return (
    <a className="loam-skip" href="#content">
      {t('shell.skip')}
    </a>
  );
}

/** The content of the page; takes the focus when another page appears, so that it is read out. */
export function useFocusOnNewPage<Element extends HTMLElement>() {
  const place = useRef<Element>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) place.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return place;
}

/** The frame around pages for everybody: the name above, one calm column. */
export function PublicFrame() {
  const place = useFocusOnNewPage<HTMLDivElement>();
  return (
    <>
      <SkipLink />
      <SampleBanner />
      <OfflineNotice />
      <header className="loam-public-top">
        <Brand />
      </header>
      <div id="content" ref={place} tabIndex={-1}>
        <Outlet />
      </div>
    </>
  );
}
