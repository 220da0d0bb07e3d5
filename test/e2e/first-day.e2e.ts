import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { enterWithCode, organisation, STEWARD, typeCode } from '../helpers/first-day.ts';
import type { RunningServer } from '../helpers/server.ts';

const PHONE = { locale: 'de-DE', viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
let server: RunningServer;
let steward: Page;

test.beforeAll(async ({ browser }) => {
  server = await organisation();
  steward = await another(browser);
  await enterWithCode(steward, server, STEWARD.email);
  await expect(steward.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
});
test.afterAll(() => server.stop());

const another = async (browser: Browser, device: object = {}): Promise<Page> =>
  (await browser.newContext(device)).newPage();

const asSteward = (method: 'post' | 'patch', path: string, data: object) =>
  steward.request[method](`${server.url}/api${path}`, { headers: { origin: server.url }, data });

test('a German on a phone says who she is, once, and finds her name on her page', async ({ browser }) => {
  expect((await asSteward('post', '/invitations', { emails: ['j.r.schmidt@example.test'] })).ok()).toBe(true);
  const page = await another(browser, PHONE);
  await enterWithCode(page, server, 'j.r.schmidt@example.test');
  await expect(page.getByRole('heading', { level: 1, name: 'Willkommen' })).toBeVisible();
  await expect(page.getByText('Alle hier können das sehen')).toBeVisible();
  await expectAccessible(page, ['dark']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const name = page.getByRole('textbox', { name: 'Dein Name' });
  await expect(name).toHaveValue('J R Schmidt');
  await name.fill('Johanna Schmidt');
  await page.getByRole('combobox', { name: 'Dein Team oder Bereich' }).fill('Vertrieb');
  await page.getByRole('combobox', { name: 'Worüber du gern sprichst' }).fill('Segeln');
  await page.getByRole('button', { name: 'Das bin ich' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Johanna/ })).toBeVisible();

  await page.goto(`${server.url}/people?q=johanna`);
  await page.getByRole('link', { name: /Johanna Schmidt/ }).click();
  await expect(page.getByText('Segeln')).toBeVisible();
  await expect(page.getByText('Vertrieb').first()).toBeVisible();

  // The second time there is no welcome, and the settings hold the same.
  await page.context().clearCookies();
  await enterWithCode(page, server, 'j.r.schmidt@example.test');
  await expect(page.getByRole('heading', { level: 1, name: /Johanna/ })).toBeVisible();
  await page.goto(`${server.url}/settings`);
  await page.getByRole('textbox', { name: 'Dein Name' }).fill('Hanna Schmidt');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await page.goto(`${server.url}/people?q=hanna+schmidt`);
  await expect(page.getByRole('link', { name: /^Hanna Schmidt/ })).toBeVisible();
});

test('a name typed on a join link is kept, also by somebody who was invited before', async ({ browser }) => {
  await asSteward('post', '/invitations', { emails: ['x7@example.test'] });
  const { url } = await (await asSteward('post', '/join-links', { domain: 'example.test' })).json();
  const page = await another(browser);
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Li Wei');
  await page.locator('input[type="email"]').fill('x7@example.test');
  await page.keyboard.press('Enter');
  await typeCode(page, server, 'x7@example.test', []);
  await expect(page.getByRole('heading', { level: 1, name: /Welcome, Li Wei/ })).toBeVisible();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Good .*Li/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /Li Wei/ }).first()).toBeVisible();
});
