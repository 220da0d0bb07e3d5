import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { PublicFrame } from './features/shell/frame.tsx';
import { BrokenPage, LostPage } from './features/shell/lost-page.tsx';
import { Shell } from './features/shell/shell.tsx';
import { TodayPage } from './features/week/today-page.tsx';
import { base } from './platform/place.ts';
import { loadMe } from './platform/session.ts';
import { loadToday } from './platform/today.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage, errorComponent: BrokenPage });

/** Pages for everybody. */
const open = createRoute({ id: 'open', getParentRoute: () => root, component: PublicFrame });

/** Pages for somebody signed in: without an organisation to the first run, signed out to the door. */
const inside = createRoute({
  id: 'inside',
  getParentRoute: () => root,
  component: Shell,
  errorComponent: BrokenPage,
  beforeLoad: async ({ location }) => {
    if (location.pathname === '/') await loadToday();
    const me = await loadMe();
    if (!me.workspace || (me.sample && !me.person)) throw redirect({ to: '/welcome' });
    if (!me.person) throw redirect({ to: '/sign-in', search: { next: location.href } });
    // What a notebook holds lies on the device, so it may still be taken along.
    if (me.person.status === 'leaving' && !['/settings', '/notebook'].includes(location.pathname))
      throw redirect({ to: '/settings', search: { part: 'data' } });
  },
});

const welcome = createRoute({
  getParentRoute: () => open,
  path: '/welcome',
  component: base
    ? lazyRouteComponent(() => import('./features/sample/sample-page.tsx'), 'SamplePage')
    : lazyRouteComponent(() => import('./features/workspace/welcome-page.tsx'), 'WelcomePage'),
});
const setUp = createRoute({
  getParentRoute: () => open,
  path: '/setup',
  component: lazyRouteComponent(() => import('./features/workspace/setup-page.tsx'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('./features/access/sign-in-page.tsx'), 'SignInPage'),
});
const join = createRoute({
  getParentRoute: () => open,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./features/access/join-page.tsx'), 'JoinPage'),
});
const trust = createRoute({
  getParentRoute: () => open,
  path: '/trust',
  component: lazyRouteComponent(() => import('./features/records/trust-page.tsx'), 'TrustPage'),
});
const farewell = createRoute({
  getParentRoute: () => open,
  path: '/farewell',
  component: lazyRouteComponent(() => import('./features/records/farewell-page.tsx'), 'FarewellPage'),
});
const mail = createRoute({
  getParentRoute: () => open,
  path: '/mail/$token',
  component: lazyRouteComponent(() => import('./features/delivery/mail-page.tsx'), 'MailPage'),
});
const press = createRoute({
  getParentRoute: () => open,
  path: '/press/$token',
  component: lazyRouteComponent(() => import('./features/introductions/press-page.tsx'), 'PressPage'),
});
const guides = createRoute({
  getParentRoute: () => open,
  path: '/guides',
  component: lazyRouteComponent(() => import('./features/talk/guides-page.tsx'), 'GuidesPage'),
});
const apiReference = createRoute({
  getParentRoute: () => open,
  path: '/api-reference',
  component: lazyRouteComponent(() => import('./features/reference/api-reference-page.tsx'), 'ApiReferencePage'),
});

/** One screen after the first sign-in. */
const hello = createRoute({
  getParentRoute: () => open,
  path: '/hello',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  beforeLoad: async () => {
    const me = await loadMe();
    if (!me.person) throw redirect({ to: '/sign-in' });
  },
  component: lazyRouteComponent(() => import('./features/people/hello-page.tsx'), 'HelloPage'),
});

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: TodayPage,
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: (
    search: Record<string, unknown>,
  ): { q?: string; unit?: string; site?: string; level?: string; language?: string; interest?: string } =>
    Object.fromEntries(
      ['q', 'unit', 'site', 'level', 'language', 'interest'].flatMap((key) =>
        typeof search[key] === 'string' && search[key] ? [[key, search[key]]] : [],
      ),
    ),
  component: lazyRouteComponent(() => import('./features/people/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./features/people/person-page.tsx'), 'PersonPage'),
});
const units = createRoute({
  getParentRoute: () => inside,
  path: '/units',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('./features/people/units-page.tsx'), 'UnitsPage'),
});
const meet = createRoute({
  getParentRoute: () => inside,
  path: '/meet',
  component: lazyRouteComponent(() => import('./features/meet/meet-page.tsx'), 'MeetPage'),
});
const sentHellos = createRoute({
  getParentRoute: () => inside,
  path: '/meet/sent',
  component: lazyRouteComponent(() => import('./features/introductions/past-pages.tsx'), 'SentPage'),
});
const history = createRoute({
  getParentRoute: () => inside,
  path: '/meet/history',
  component: lazyRouteComponent(() => import('./features/introductions/past-pages.tsx'), 'HistoryPage'),
});
const formats = createRoute({
  getParentRoute: () => inside,
  path: '/hosting',
  component: lazyRouteComponent(() => import('./features/programmes/hosting-page.tsx'), 'HostingPage'),
});
const introduction = createRoute({
  getParentRoute: () => inside,
  path: '/meet/$introductionId',
  component: lazyRouteComponent(() => import('./features/introductions/introduction-page.tsx'), 'IntroductionPage'),
});
const newProgramme = createRoute({
  getParentRoute: () => inside,
  path: '/meet/programmes/new',
  validateSearch: (search: Record<string, unknown>): { kind?: string } =>
    typeof search.kind === 'string' ? { kind: search.kind } : {},
  component: lazyRouteComponent(() => import('./features/programmes/new-programme-page.tsx'), 'NewProgrammePage'),
});
const programme = createRoute({
  getParentRoute: () => inside,
  path: '/meet/programmes/$id',
  component: lazyRouteComponent(() => import('./features/programmes/programme-page.tsx'), 'ProgrammePage'),
});
const hosting = createRoute({
  getParentRoute: () => inside,
  path: '/meet/programmes/$id/host',
  validateSearch: (search: Record<string, unknown>): { part?: string } =>
    typeof search.part === 'string' ? { part: search.part } : {},
  component: lazyRouteComponent(() => import('./features/programmes/host-page.tsx'), 'HostPage'),
});
const preview = createRoute({
  getParentRoute: () => inside,
  path: '/meet/programmes/$id/host/preview',
  validateSearch: (search: Record<string, unknown>): { beside?: string } =>
    typeof search.beside === 'string' ? { beside: search.beside } : {},
  component: lazyRouteComponent(() => import('./features/programmes/preview-page.tsx'), 'PreviewPage'),
});
const programmeLink = createRoute({
  getParentRoute: () => inside,
  path: '/p/$token',
  component: lazyRouteComponent(() => import('./features/programmes/link-page.tsx'), 'ProgrammeLinkPage'),
});
const talk = createRoute({
  getParentRoute: () => inside,
  path: '/talk',
  component: lazyRouteComponent(() => import('./features/talk/talk-page.tsx'), 'TalkPage'),
});
const notebook = createRoute({
  getParentRoute: () => inside,
  path: '/notebook',
  component: lazyRouteComponent(() => import('./features/notebook/notebook-page.tsx'), 'NotebookPage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { part?: string } =>
    typeof search.part === 'string' ? { part: search.part } : {},
  component: lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  validateSearch: (search: Record<string, unknown>): { part?: string } =>
    typeof search.part === 'string' ? { part: search.part } : {},
  component: lazyRouteComponent(() => import('./features/organisation/organisation-page.tsx'), 'OrganisationPage'),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/import',
  validateSearch: (search: Record<string, unknown>): { run?: string } =>
    typeof search.run === 'string' ? { run: search.run } : {},
  component: lazyRouteComponent(() => import('./features/imports/imports-page.tsx'), 'ImportsPage'),
});

/** The map of the product. */
const tree = root.addChildren([
  open.addChildren([welcome, setUp, signIn, join, trust, farewell, mail, press, guides, apiReference, hello]),
  inside.addChildren([
    today,
    people,
    person,
    units,
    meet,
    sentHellos,
    history,
    formats,
    introduction,
    newProgramme,
    programme,
    hosting,
    preview,
    programmeLink,
    talk,
    notebook,
    settings,
    organisation,
    imports,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: base || '/',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
