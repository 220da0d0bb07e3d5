import { getHotkeyHandler } from '@mantine/hooks';
import {
  IconBook2,
  IconCircleCheck,
  IconDownload,
  IconHome,
  IconMessage,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Me } from '#contract/session.ts';
import { whenQuiet } from '#web/platform/ahead.ts';
import { OfflineNotice } from '#web/platform/answered.tsx';
import { forgetDrafts } from '#web/platform/draft.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { lazyPart } from '#web/ui/lazy-part.tsx';
import { Around, Brand, SampleBanner, SkipLink, useFocusOnNewPage } from './frame.tsx';
import { MeMenu } from './me-menu.tsx';
import { en } from './shell.words.ts';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

// Lazy: only stewards are told.
const MailTrouble = lazyPart(async () => (await import('#web/features/delivery/delivery.tsx')).MailTrouble);

const PLACES = [
  { to: '/', words: 'shell.today', Icon: IconHome },
  { to: '/people', words: 'shell.people', Icon: IconUsers },
  { to: '/meet', words: 'shell.meet', Icon: IconCircleCheck },
  { to: '/talk', words: 'shell.talk', Icon: IconMessage },
  { to: '/notebook', words: 'shell.notebook', Icon: IconBook2 },
] as const;

/** What remains for somebody who is leaving: what is theirs. */
const LAST_PLACES = [
  { to: '/settings', words: 'shell.yours', Icon: IconDownload },
  { to: '/notebook', words: 'shell.notebook', Icon: IconBook2 },
] as const;

const isLeaving = (me: Me): boolean => me.person?.status === 'leaving';

function SearchButton({ onOpen }: { onOpen(): void }) {
  const t = useTranslation(en);
  return (
    <button
      type="button"
      className="loam-search"
      aria-label={t('shell.search')}
      title={`${t('shell.search')} (${/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl+'}K)`}
      onClick={onOpen}
      onPointerEnter={loadPalette}
    >
      <IconSearch size={20} stroke={1.5} aria-hidden />
    </button>
  );
}

function Rail({ me, onSearch }: { me: Me; onSearch(): void }) {
  const t = useTranslation(en);
  return (
    <nav className="loam-rail" aria-label={t('shell.places')}>
      <div className="loam-rail-top">
        <Brand />
        {isLeaving(me) ? null : <SearchButton onOpen={onSearch} />}
      </div>
      <div className="loam-places">
        {(isLeaving(me) ? LAST_PLACES : PLACES).map(({ to, words, Icon }) => (
          <Link key={to} to={to} className="loam-place" activeOptions={{ exact: to === '/' }}>
            <Icon size={22} stroke={1.5} aria-hidden />
            {t(words)}
          </Link>
        ))}
      </div>
      <MeMenu me={me} withName />
    </nav>
  );
}

/** The frame around every page of somebody signed in. */
export function Shell() {
  const t = useTranslation(en);
  const me = useMe();
  const router = useRouter();
  const place = useFocusOnNewPage<HTMLElement>();
  const [asked, setAsked] = useState(0);
  const search = useCallback(() => {
    if (me && !isLeaving(me)) setAsked((times) => times + 1);
  }, [me]);
  // Before the page is painted: whoever sees it is heard.
  useLayoutEffect(() => {
    const onKey = getHotkeyHandler([['mod + K', search]]);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [search]);
  const isGone = me !== undefined && !me.person;
  // A session can end in another tab; the guard of the routes knows where to go then.
  useEffect(() => {
    if (isGone) void router.invalidate();
  }, [isGone, router]);
  const personId = me?.person?.id;
  // What somebody else left typed in this tab is not for whoever comes next.
  useEffect(() => {
    if (personId) forgetDrafts(personId);
  }, [personId]);
  useEffect(() => whenQuiet(() => PLACES.map(({ to }) => router.preloadRoute({ to }))), [router]);
  if (!me?.person) return null;
  return (
    <>
      <SkipLink />
      <div className="loam-shell">
        <Rail me={me} onSearch={search} />
        <div>
          <SampleBanner />
          <OfflineNotice />
          <section className="loam-phone-top" aria-label={t('shell.top')}>
            <Brand />
            {isLeaving(me) ? null : <SearchButton onOpen={search} />}
            <MeMenu me={me} />
          </section>
          <main id="content" ref={place} tabIndex={-1}>
            {me.person.roles.includes('steward') ? <MailTrouble /> : null}
            <Around value={true}>
              <Outlet />
            </Around>
          </main>
        </div>
      </div>
      <Suspense>{asked > 0 ? <Palette asked={asked} roles={me.person.roles} /> : null}</Suspense>
    </>
  );
}
