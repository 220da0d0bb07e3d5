import { type Browser, type BrowserContextOptions, expect, type Page, type Route, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const SAMPLE_API = '**/sample/api/**';

async function enter(page: Page, wanted = 'newcomer'): Promise<void> {
  const { people } = await (await page.request.get(`${server.url}/sample/api/sample/people`)).json();
  const { person } = people.find(({ part }: { part: string }) => part === wanted);
  await post(page, '/sample/enter', { personId: person.id });
}

async function entered(browser: Browser, device: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage();
  await enter(page);
  return page;
}

const at = (path: string) => `${server.url}/sample${path}`;
const get = async (page: Page, path: string) => (await page.request.get(at(`/api${path}`))).json();
const post = async (page: Page, path: string, data: object) =>
  (await page.request.post(at(`/api${path}`), { headers: { origin: server.url }, data })).json();

const WALK = {
  kind: 'walk',
  name: 'Walk and talk',
  audience: 'link',
  size: 2,
  rule: 'across',
  cadence: 'weekly',
  weekday: 3,
  drawTime: '09:00',
};

/** Who I am is known; nothing else answers. */
const die = (how: (route: Route) => Promise<void>) => (route: Route) =>
  route.request().url().endsWith('/api/me') ? route.fallback() : how(route);

const HOWS = {
  'cannot be reached': die((route) => route.abort()),
  'fails at whatever it is asked': die((route) => route.fulfill({ status: 503, body: 'down' })),
};

for (const [how, dead] of Object.entries(HOWS)) {
  test(`a server that ${how} is told in words on each page, and another try shows it`, async ({ browser }) => {
    test.setTimeout(300_000);
    // As narrow as a page at 400 % is.
    const page = await entered(browser, { viewport: { width: 320, height: 640 } });
    const { people } = await get(page, '/people?limit=3');
    const programme = await post(page, '/programmes', WALK);
    const { url } = await get(page, `/programmes/${programme.id}/link`);
    const pages = [
      '/',
      '/people',
      `/people/${people[1].id}`,
      '/meet',
      '/meet/sent',
      '/meet/history',
      '/hosting',
      '/meet/programmes/new?kind=walk',
      `/meet/programmes/${programme.id}`,
      `/meet/programmes/${programme.id}/host?part=people`,
      `/meet/programmes/${programme.id}/host/preview`,
      `/p/${url.split('/').at(-1)}`,
      '/settings?part=profile',
      '/settings?part=boundaries',
      '/settings?part=sign-in',
      '/settings?part=data',
      '/trust',
      '/api-reference',
      '/welcome',
    ];
    const alerts = page.getByRole('alert');
    const again = page.getByRole('button', { name: 'Try again' });
    for (const path of pages) {
      await page.route(SAMPLE_API, dead);
      await page.goto(at(path));
      await expect(alerts.first(), path).toContainText(/cannot be reached|Something went wrong/, { timeout: 30_000 });
      await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root'), path).toHaveCount(0, {
        timeout: 30_000,
      });
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expect(page.getByRole('heading', { name: 'Something went wrong here' }), path).toHaveCount(0);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} is wider than the window`).toBeLessThanOrEqual(0);
      if (path === '/') await expectAccessible(page);
      await page.unroute(SAMPLE_API);
      await expect(async () => {
        if ((await again.count()) > 0) await again.first().click({ timeout: 2_000 });
        await expect(alerts).toHaveCount(0, { timeout: 2_000 });
      }, path).toPass({ timeout: 60_000 });
    }
    await page.context().close();
  });
}

test('a server that answers nothing at all is told on a whole page, which comes back', async ({ browser }) => {
  const page = await entered(browser);
  await page.route(SAMPLE_API, (route) => route.abort());
  await page.goto(at('/meet'));
  await expect(page.getByRole('heading', { level: 1, name: 'Something went wrong here' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expectAccessible(page);
  await page.unroute(SAMPLE_API);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Meet' })).toBeVisible({ timeout: 30_000 });
  await page.context().close();
});

test('another try that fails says so, and leaves the button in hand', async ({ browser }) => {
  const page = await entered(browser);
  await page.route(SAMPLE_API, HOWS['cannot be reached']);
  await page.goto(at('/meet/sent'));
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 30_000 });
  const edge = () => again.evaluate((button) => getComputedStyle(button).borderTopWidth);
  expect(await edge()).toBe('1px');
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(edge).toBe('1px');
  await page.emulateMedia({ forcedColors: null });
  await again.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Trying again');
  await expect(page.getByRole('alert')).toContainText('cannot be reached', { timeout: 30_000 });
  await expect(again).toBeFocused();
  await page.unroute(SAMPLE_API);
  await again.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator(':is(h1, h2):focus')).toHaveCount(1);
  await page.context().close();
});

test('what does not exist is told as that, without another try', async ({ browser }) => {
  const page = await entered(browser);
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const path of [`/people/${nobody}`, `/meet/${nobody}`, `/meet/programmes/${nobody}`, '/p/unknown']) {
    await page.goto(at(path));
    await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root'), path).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Try again' }), path).toHaveCount(0);
  }
  await page.context().close();
});

test('offline, an old answer is not given for a new question; back again, it comes by itself', async ({ browser }) => {
  const page = await entered(browser);
  await page.goto(at('/people'));
  const found = page.getByRole('list', { name: 'People found' });
  await expect(found).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search by name or role' }).fill('Katrin');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(found).toBeHidden();
  await page.context().setOffline(false);
  await expect(found.getByText('Katrin Vogel')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.context().close();
});

test('a session that ends in a form takes nothing of it; what was done is not kept', async ({ browser }) => {
  const page = await entered(browser);
  const form = at('/meet/programmes/new?kind=walk');
  const name = page.getByLabel('Name', { exact: true });
  const begin = page.getByRole('button', { name: 'Start', exact: true });
  await page.goto(form);
  await name.fill('Walks by the river');
  await expect(begin).toBeEnabled();
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await begin.click();
  await expect(page).toHaveURL(/welcome|sign-in/);
  await enter(page);
  await page.goto(form);
  await expect(name).toHaveValue('Walks by the river');
  await begin.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Walks by the river' })).toBeVisible();
  await page.goto(form);
  await expect(name).toHaveValue('Walk and talk');
  await page.context().close();
});

test('a press that failed says so beside itself, keeps what was typed, and works once more', async ({ browser }) => {
  const page = await entered(browser);
  const { people } = await get(page, '/people?limit=9&q=Katrin');
  await page.goto(at(`/people/${people[0].id}`));
  await page.getByRole('button', { name: 'Say hello' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'learn', exact: false }).first().check();
  const wanted = await dialog.getByRole('radio', { checked: true }).first().getAttribute('value');
  await page.route(SAMPLE_API, HOWS['cannot be reached']);
  const send = dialog.getByRole('button', { name: 'Say hello' });
  await send.click();
  await expect(dialog.getByRole('alert')).toContainText('cannot be reached');
  await expect(dialog.getByRole('alert')).toBeInViewport();
  await expect(send).toBeFocused();
  expect(await dialog.getByRole('radio', { checked: true }).first().getAttribute('value')).toBe(wanted);
  await page.unroute(SAMPLE_API);
  await send.click();
  await expect(dialog).toBeHidden();

  // What a press takes away gives the focus on, and one place says what happened.
  await page.goto(at('/meet/sent'));
  await page.getByRole('button', { name: /^Withdraw the hello to Katrin/ }).press('Enter');
  await expect(page.locator('[aria-live]', { hasText: 'Your hello is withdrawn.' })).toBeVisible();
  await expect(page.locator(':is(h1, h2):focus')).toHaveCount(1);
  await page.context().close();
});

test('a "not now" on Today can be taken back, and a sign-out that failed is said', async ({ browser }) => {
  const page = await entered(browser);
  const { people } = await get(page, '/sample/people');
  // Somebody of the six has a hello waiting.
  for (const { part } of people) {
    await enter(page, part);
    if ((await get(page, '/hellos')).received.length > 0) break;
  }
  await page.goto(at('/'));
  const waiting = page.getByRole('region', { name: 'Waiting for you' });
  const who = await waiting.getByRole('link').first().innerText();
  await waiting.getByRole('button', { name: 'Not now' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(waiting.getByRole('link', { name: who })).toHaveCount(0);
  await undo.press('Enter');
  await expect(waiting.getByRole('link', { name: who })).toBeVisible();

  await page.route(SAMPLE_API, HOWS['cannot be reached']);
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.locator('[aria-live]', { hasText: 'cannot be reached' })).toBeVisible();
  await page.context().close();
});

test('whatever a press removes gives the focus to its Undo or the next heading', async ({ browser }) => {
  const page = await entered(browser);
  const undo = page.getByRole('button', { name: 'Undo' });
  const heading = page.locator(':is(h1, h2, h3):focus');

  await page.goto(at('/notebook'));
  await page.getByLabel('Something to remember').fill('Ask about the tides');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Delete: Ask about the tides' }).press('Enter');
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByText('Ask about the tides')).toBeVisible();

  // Another device of the same person, to be signed out.
  const other = await entered(browser);
  await page.goto(at('/settings?part=sign-in'));
  const end = page.getByRole('button', { name: /^End the session on/ });
  await expect(end.first()).toBeVisible();
  const before = await end.count();
  await end.first().press('Enter');
  await expect(page.locator('[aria-live]', { hasText: 'That session has ended.' })).toBeVisible();
  await expect(end).toHaveCount(before - 1);
  await expect(heading).toHaveCount(1);
  await other.context().close();

  const programme = await post(page, '/programmes', { ...WALK, name: 'Walks to leave' });
  await post(page, `/programmes/${programme.id}/membership`, { rhythm: 'every', part: 'member' });
  await page.goto(at(`/meet/programmes/${programme.id}`));
  await page.getByRole('button', { name: 'Leave', exact: true }).press('Enter');
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  await page.context().close();
});
