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
  await expect(page.getByRole('heading', { level: 1, name: 'Look around as …' })).toBeVisible();
  await expect(page.getByRole('listitem').getByRole('button')).toHaveCount(6, { timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: /Katrin Vogel/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Katrin' })).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await expectAccessible(page);
});

/** Unfolds a row. */
const open = (page: Page, kind: string) => row(page, kind).getByRole('button', { expanded: false }).click();

test('closed rows carry a hint and no buttons; one unfolds at a time', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enterAs(page, 'Katrin Vogel');
  for (const each of await rows(page).all()) await expect(each.getByRole('button')).toHaveCount(1);
  await open(page, 'You work together');
  await expectAccessible(page);
  await open(page, 'Keep in touch');
  await expect(row(page, 'You work together').getByRole('button')).toHaveCount(1);
  const line = await row(page, 'Keep in touch').getByRole('blockquote').innerText();
  await row(page, 'Keep in touch').getByRole('button', { name: 'Copy' }).click();
  await expect(row(page, 'Keep in touch').getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(`“${await page.evaluate(() => navigator.clipboard.readText())}”`).toBe(line);
  await expect(row(page, 'Keep in touch').locator('a[href^="mailto:"]')).toBeVisible();
});

test('"I asked" keeps one line, and next week asks how it went, all on this device', async ({ page }) => {
  await page.clock.install({ time: new Date() });
  await enterAs(page, 'Katrin Vogel');
  await expect(page.getByText('What you choose here stays on this device.')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  const name = await row(page, 'Keep in touch').getByRole('link').first().innerText();
  await open(page, 'Keep in touch');
  await row(page, 'Keep in touch').getByRole('button', { name: 'I asked' }).click();
  await expect(row(page, 'Keep in touch').getByRole('button', { name: 'Undo' })).toBeFocused();
  await row(page, 'Keep in touch').getByLabel('What did you hear').fill('The pottery class');
  await row(page, 'Keep in touch').getByRole('button', { name: 'Keep' }).click();
  await page.reload();
  await expect(row(page, 'Keep in touch').getByText('You wanted to ask: The pottery class')).toBeVisible();
  await expect(page.getByText(/: The pottery class$/).last()).toBeVisible();

  await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
  await page.reload();
  const question = row(page, 'How did it go with');
  await expect(question).toBeVisible();
  await expect(row(page, 'Keep in touch').getByText(name)).toHaveCount(0);
  await question.getByRole('button', { name: 'We talked' }).click();
  await question.getByRole('button', { name: 'Nothing to keep' }).click();
  await expect(question).toHaveCount(0);
  expect(sent).toEqual([]);
  // Whoever else uses this device has choices of their own.
  await enterAs(page, 'Nadia Haddad');
  await expect(page.getByText('The pottery class')).toHaveCount(0);
});

test('someone else, skip, known well, spoken with, let rest: each with an undo', async ({ page }) => {
  await enterAs(page, 'Tomasz Zieliński');
  const kind = 'You work together';
  const name = () => row(page, kind).getByRole('link').first().innerText();
  const first = await name();
  await open(page, kind);
  await row(page, kind).getByRole('button', { name: 'Someone else' }).click();
  const second = await name();
  expect(second).not.toBe(first);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(await name()).toBe(second);
  await open(page, kind);
  await row(page, kind).getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByText('You work together: skipped for this week.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const press of ['We spoke', 'I know them well', 'Let it rest']) {
    await row(page, kind).getByRole('button', { name: press }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await name()).toBe(second);
  }
  await row(page, kind).getByRole('button', { name: 'Let it rest' }).click();
  await page.getByRole('button', { name: 'Fine' }).click();
  expect(await name()).not.toBe(second);
});

test('two people to introduce: both pages, and no line that names one to the other', async ({ page }) => {
  await enterAs(page, 'Jonas Brandt');
  await open(page, 'Two people to introduce');
  await expect(row(page, 'Two people to introduce').getByRole('link', { name: /’s page$/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0);
});

test('a hello that waits stands first, and has the only filled button', async ({ page }) => {
  await enterAs(page, 'Katrin Vogel');
  const first = page.locator('.loam-page section').first();
  await expect(first).toHaveAttribute('aria-label', 'Waiting for you');
  await expect(first.getByRole('button', { name: 'Yes, introduce us' })).toBeVisible();
  await open(page, 'Worth knowing');
  await expect(page.locator('main button[data-variant="filled"]')).toHaveCount(1);
});

test('a hello said from here is not suggested again', async ({ page }) => {
  await enterAs(page, 'Amara Okafor');
  const name = await row(page, 'Worth knowing').getByRole('link').first().innerText();
  await open(page, 'Worth knowing');
  await row(page, 'Worth knowing').locator('.week-body').getByRole('button', { name: 'Say hello' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Say hello|Send/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row(page, 'Worth knowing').getByText(name)).toHaveCount(0);
  await page.getByRole('link', { name: 'Meet', exact: true }).click();
  await page.getByRole('link', { name: 'Hellos you’ve sent' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hellos you’ve sent' })).toBeVisible();
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
  await expect(page.getByRole('heading', { name: 'Deine Leute dieser Woche' })).toBeVisible();
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
  await expectAccessible(page);
  await context.close();
});

test('the sample begins anew when somebody wants it to', async ({ page }) => {
  await enterAs(page, 'Nadia Haddad');
  await page.goto(`${server.url}/sample/welcome`);
  await expect(page.getByText('You are here as Nadia')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('The sample is back to its first day.')).toBeVisible();
  await page.goto(`${server.url}/sample/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Look around as …' })).toBeVisible();
  await expect(page.getByText('You are here as Nadia')).toHaveCount(0);
});
