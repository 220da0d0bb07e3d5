import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto(`${server.url}/sample/welcome`);
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name: name.split(' ')[0] ?? name })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

const rows = (page: Page) => page.getByRole('region', { name: 'Your people this week' }).locator('.week-row');
const row = (page: Page, kind: string) => rows(page).filter({ hasText: kind });

test('from the first page into the sample organisation, as one of six', async ({ page }) => {
  await page.goto(`${server.url}/welcome`);
  await page.getByRole('link', { name: /Explore a sample organisation/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look around as…' })).toBeVisible();
  await expect(page.getByRole('listitem').getByRole('button')).toHaveCount(6);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Katrin Vogel/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Katrin' })).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await expectAccessible(page);
});

test('what I choose stays on this device, and can be undone', async ({ page }) => {
  await enterAs(page, 'Katrin Vogel');
  await expect(page.getByText('What you choose here stays on this device.')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await row(page, 'Nurture').getByRole('button', { name: 'Ask what is new' }).click();
  await expect(row(page, 'Nurture').getByText('Chosen for this week')).toBeVisible();
  await page.reload();
  await expect(row(page, 'Nurture').getByText('Chosen for this week')).toBeVisible();
  expect(sent).toEqual([]);
  await row(page, 'Nurture').getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Nurture').getByRole('button', { name: 'Ask what is new' })).toBeVisible();
  // Whoever else uses this device has choices of their own.
  await row(page, 'Nurture').getByRole('button', { name: 'Ask what is new' }).click();
  await enterAs(page, 'Nadia Haddad');
  await expect(page.getByText('Chosen for this week')).toHaveCount(0);
});

test('someone else, or nobody this week', async ({ page }) => {
  await enterAs(page, 'Tomasz Zieliński');
  const name = () => row(page, 'Work with, hardly know').getByRole('link').innerText();
  const first = await name();
  await row(page, 'Work with, hardly know').getByRole('button', { name: 'Someone else' }).click();
  expect(await name()).not.toBe(first);
  await row(page, 'Work with, hardly know').getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByText('Work with, hardly know: skipped for this week.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(4);
});

test('two people are introduced with a line to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enterAs(page, 'Jonas Brandt');
  await row(page, 'Two you could connect').getByRole('button', { name: 'Introduce them' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  const line = await dialog.getByRole('blockquote').innerText();
  await dialog.getByRole('button', { name: 'Copy the line' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);
  await page.keyboard.press('Escape');
  await expect(row(page, 'Two you could connect').getByText('Chosen for this week')).toBeVisible();
});

test('a hello said from here is not suggested again', async ({ page }) => {
  await enterAs(page, 'Amara Okafor');
  const name = await row(page, 'Need not, should know').getByRole('link').innerText();
  await row(page, 'Need not, should know').getByRole('button', { name: 'Say hello' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Say hello|Send/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row(page, 'Need not, should know').getByText(name)).toHaveCount(0);
  await page.getByRole('link', { name: 'Meet', exact: true }).click();
  await expect(page.getByText(name).first()).toBeVisible();
});

test('the newcomer is asked once whether colleagues may say hello', async ({ page }) => {
  await enterAs(page, 'Inês Carvalho');
  const question = page.getByRole('heading', { name: 'May colleagues say hello to you?' });
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect(question).toHaveCount(0);
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(question).toHaveCount(0);
});

test('it fits a phone, in German and in the dark', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'de-DE',
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/sample/welcome`);
  await page.getByRole('button', { name: 'Nadia Haddad' }).click();
  await expect(page.getByText('Vier Vorschläge für diese Woche.', { exact: false })).toBeVisible();
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
  await expectAccessible(page);
  await context.close();
});

test('the sample begins anew when somebody wants it to', async ({ page }) => {
  await enterAs(page, 'Nadia Haddad');
  await page.goto(`${server.url}/sample/welcome`);
  await expect(page.getByText('You are in as Nadia')).toBeVisible();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByText('The sample is as it was on its first day.')).toBeVisible();
  await page.goto(`${server.url}/sample/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Look around as…' })).toBeVisible();
  await expect(page.getByText('You are in as Nadia')).toHaveCount(0);
});
