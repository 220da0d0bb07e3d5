import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

interface Reader {
  locale: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  /** As whom they look around in the sample organisation. */
  part: 'steward' | 'newcomer';
}

const READERS = {
  'on the desk, in English, by day': {
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    part: 'steward',
  },
  'on the phone, in German, at night': {
    locale: 'de-DE',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    part: 'newcomer',
  },
} as const satisfies Record<string, Reader>;

/** Hosted by whoever looks around, so that its pages are there. */
const PROGRAMME = {
  kind: 'walk',
  name: 'Walk and talk',
  audience: 'link',
  size: 2,
  rule: 'across',
  cadence: 'weekly',
  weekday: 3,
  drawTime: '09:00',
};

interface Place {
  /** As `routes.tsx` writes it. */
  route: string;
  path: string;
}

/** Every address that `routes.tsx` knows, so that a new screen cannot be forgotten here. */
const ROUTES = [...readFileSync('web/routes.tsx', 'utf8').matchAll(/^ {2}path: '([^']+)'/gm)].map(
  (match) => match[1] ?? '',
);

async function enter(browser: Browser, { part, ...device }: Reader): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage();
  const { people } = await (await page.request.get(`${server.url}/sample/api/sample/people`)).json();
  const chosen = people.find((one: { part: string }) => one.part === part);
  await page.request.post(`${server.url}/sample/api/sample/enter`, {
    headers: { origin: server.url },
    data: { personId: chosen.person.id },
  });
  return page;
}

async function placesOf(page: Page): Promise<Place[]> {
  const api = async (path: string) => (await page.request.get(`${server.url}/sample/api${path}`)).json();
  const { people } = await api('/people?limit=3');
  const { introductions } = await api('/introductions');
  const programme = await (
    await page.request.post(`${server.url}/sample/api/programmes`, { headers: { origin: server.url }, data: PROGRAMME })
  ).json();
  const { url } = await api(`/programmes/${programme.id}/link`);
  const ids: Record<string, string | undefined> = {
    '/people/$personId': people[1].id,
    '/meet/$introductionId': introductions[0]?.id,
    '/meet/programmes/$id': programme.id,
    '/meet/programmes/$id/host': programme.id,
    '/meet/programmes/$id/host/preview': programme.id,
    '/p/$token': url.split('/').at(-1),
  };
  const plain = ROUTES.map((route) => ({ route, path: route.replace(/\$\w+/, ids[route] ?? 'unknown') }));
  const parts = ['boundaries', 'mail', 'sign-in', 'data'].map((part) => ({
    route: '/settings',
    path: `/settings?part=${part}`,
  }));
  const looked = ['people', 'roles', 'facts', 'mail', 'tokens'].map((part) => ({
    route: '/organisation',
    path: `/organisation?part=${part}`,
  }));
  return [
    ...plain,
    ...parts,
    ...looked,
    { route: '/meet/programmes/new', path: '/meet/programmes/new?kind=lottery' },
    { route: '/meet/programmes/$id/host', path: `/meet/programmes/${programme.id}/host?part=people` },
    { route: '/meet/programmes/$id/host', path: `/meet/programmes/${programme.id}/host?part=settings` },
    { route: '/people', path: '/people?q=nobody-is-called-so' },
    { route: '/units', path: '/units?q=care' },
    { route: '/units', path: '/units?q=nowhere' },
    { route: 'lost', path: '/nowhere' },
  ];
}

for (const [how, reader] of Object.entries(READERS)) {
  test(`every screen is whole, quiet and accessible ${how}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await enter(browser, reader);
    const troubles: string[] = [];
    const tooWide: string[] = [];
    page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A refused request is part of some screens; a refused script or style never is.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        troubles.push(message.text());
    });
    for (const { path } of await placesOf(page)) {
      await page.goto(`${server.url}/sample${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} is wider than the window`).toBeLessThanOrEqual(0);
      await expectAccessible(page, [reader.colorScheme]);
      // As narrow as a page at 400 % is.
      await page.setViewportSize({ width: 320, height: 640 });
      const outside = await page.evaluate(() =>
        document.documentElement.scrollWidth > window.innerWidth
          ? [...document.querySelectorAll('main *, .loam-public *')]
              .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
              .slice(0, 3)
              .map((element) => element.outerHTML.slice(0, 160))
          : [],
      );
      if (outside.length) tooWide.push(`${path}: ${outside.join(' ')}`);
      await page.setViewportSize(reader.viewport);
    }
    expect(tooWide).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
}

test('by keyboard alone: past the frame, to any page and person, in and out of windows', async ({ browser }) => {
  const page = await enter(browser, READERS['on the desk, in English, by day']);
  await page.goto(`${server.url}/sample/`);
  await expect(page.getByRole('region', { name: 'Your people this week' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a page, a person or an action' }).fill('stored about');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What is stored about you' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete me', exact: false }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete me', exact: false })).toBeFocused();
  await page.context().close();
});
