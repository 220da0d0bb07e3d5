import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { asked } from '../../bench/asked.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const rows = (page: Page) => page.locator('.week-row');

/** A new tab of somebody signed in to the sample; nothing of it is kept in the page. */
async function entered(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/sample/welcome`);
  await page.getByRole('button', { name: /Katrin Vogel/ }).click();
  await expect(rows(page)).toHaveCount(4);
  return page;
}

/** What the page asks of the API from now on. */
function askedBy(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const [, path] = /\/sample\/api(\/.*)$/.exec(request.url()) ?? [];
    if (path && !path.includes('/photo')) paths.push(path);
  });
  return paths;
}

/** Until the page is there, its scripts do not come. */
const holdScripts = (page: Page) =>
  page.route(/\/assets\/(?!early-)[^/]*\.js$/, () => new Promise<void>(() => undefined));

test('Today comes with a dozen scripts at most, one request, and nothing moves', async ({ context }) => {
  const page = await entered(context);
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  const paths = askedBy(page);
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'moved', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(globalThis, 'moved', Reflect.get(globalThis, 'moved') + Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${server.url}/sample`);
  await expect(rows(page)).toHaveCount(4);
  await page.waitForLoadState('networkidle');
  expect(paths).toEqual(asked.home());
  expect(scripts.length).toBeLessThanOrEqual(12);
  expect(scripts.filter((url) => !url.startsWith(server.url))).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'moved'))).toBeLessThan(0.05);
  // Later, with nothing else to do, the other places come too.
  await page.waitForRequest(/people-page/);
});

test('before any script has come the frame stands in its colours, and Today is asked for', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await entered(context);
  await holdScripts(page);
  const today = page.waitForRequest(/\/sample\/api\/today$/);
  await page.goto(`${server.url}/sample`, { waitUntil: 'commit' });
  await today;
  await expect(page.getByText('Loam')).toBeVisible();
  await expect(page.locator('.first-rail')).toBeVisible();
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe('rgb(28, 25, 22)');
  // Who chose the other colours on this device has them at once.
  await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'light'));
  await page.goto(`${server.url}/sample/people`, { waitUntil: 'commit' });
  await expect(page.locator('.first-rail')).toBeVisible();
  expect(await paper()).toBe('rgb(251, 248, 243)');
  await context.close();
});

test('somebody signed out is asked about nothing, and sees no frame of the app', async ({ page }) => {
  const paths: string[] = [];
  page.on('request', (request) => request.url().includes('/api/') && paths.push(new URL(request.url()).pathname));
  await page.goto(server.url);
  await expect(page.getByRole('link', { name: /Explore a sample organisation/ })).toBeVisible();
  expect([...new Set(paths)]).not.toContain('/api/today');
  await holdScripts(page);
  await page.goto(`${server.url}/sign-in`, { waitUntil: 'commit' });
  await expect(page.getByText('Loam')).toBeVisible();
  await expect(page.locator('.first-rail')).toBeHidden();
});
