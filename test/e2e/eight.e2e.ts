import { rm } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { CODE } from '../helpers/code.ts';
import { startMailbox } from '../helpers/mailbox.ts';
import { dataFolder, type RunningServer, startServer } from '../helpers/server.ts';

const SEVEN = ['ana', 'ben', 'cleo', 'dana', 'emil', 'fatima', 'goran'].map((name) => `${name}@example.test`);

let server: RunningServer;
let folder = '';
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let settings: Record<string, string> = {};

test.beforeAll(async () => {
  mailbox = await startMailbox();
  folder = await dataFolder();
  settings = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mailbox.port), SMTP_FROM: 'loam@example.test' };
  server = await startServer(settings, folder);
});
test.afterAll(async () => {
  await server.stop();
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
});

const week = (page: Page) => page.getByRole('region', { name: 'Your people this week' });
const rows = (page: Page) => week(page).locator('.week-row');

async function setUp(page: Page): Promise<void> {
  await page.goto(`${server.url}/setup`);
  await page.getByLabel('Code', { exact: true }).fill(server.setUpCode());
  await page.getByLabel('Name', { exact: true }).fill('Meridian');
  await page.getByLabel('Your name').fill('Amara Okafor');
  await page.getByLabel(/Your e-?mail address/).fill('amara@example.test');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
}

async function signIn(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel(/Your e-?mail address/).fill(address);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  let code = '';
  await expect
    .poll(() => {
      const codes = mailbox.mails.flatMap(({ to, text }) => (to === address ? (CODE.exec(text)?.[0] ?? []) : []));
      code = codes.at(-1) ?? '';
      return code;
    })
    .toMatch(CODE);
  await page.getByLabel(/The code from the e?mail/).pressSequentially(code);
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await openToHellos(page);
  return page;
}

async function openToHellos(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/sign-in/);
  const answer = await page.request.patch(`${server.url}/api/boundaries`, {
    headers: { origin: server.url },
    data: { hellos: true },
  });
  expect(answer.ok()).toBe(true);
}

async function invite(page: Page, addresses: string[]): Promise<void> {
  const answer = await page.request.post(`${server.url}/api/invitations`, {
    headers: { origin: server.url },
    data: { emails: addresses },
  });
  expect(answer.ok()).toBe(true);
}

async function expectThree(page: Page): Promise<void> {
  await page.goto(server.url);
  await expect(rows(page)).toHaveCount(3);
  for (const kind of ['You work together', 'Worth knowing', 'Two people to introduce'])
    await expect(rows(page).filter({ hasText: kind })).toHaveCount(1);
}

test('one person alone, then two and three, then a team of eight, this week and the next', async ({
  browser,
  page: amara,
}) => {
  test.setTimeout(240_000);
  await setUp(amara);
  await expect(amara.getByText('It begins with a few people')).toBeVisible();
  await expect(week(amara)).toHaveCount(0);
  for (const nothing of ['May colleagues say hello to you?', 'Nothing is waiting', 'Say hello to one person'])
    await expect(amara.getByText(nothing)).toHaveCount(0);
  await openToHellos(amara);

  const others: Page[] = [];
  for (const [place, address] of SEVEN.slice(0, 2).entries()) {
    await invite(amara, [address]);
    others.push(await signIn(browser, address));
    await amara.goto(server.url);
    await expect(rows(amara)).toHaveCount(place + 1);
  }
  await invite(amara, SEVEN.slice(2));
  for (const address of SEVEN.slice(2)) others.push(await signIn(browser, address));
  const everybody = [amara, ...others];
  for (const page of everybody) await expectThree(page);
  const asked = await askTeammate(amara);

  await server.stop();
  server = await startServer({ ...settings, LOAM_CLOCK_SHIFT: '7', PORT: String(server.port) }, folder);
  for (const page of others) await expectThree(page);
  await amara.clock.setSystemTime(Date.now() + 7 * 86_400_000);
  await howDidItGo(amara, asked);
});

/** Says that I asked the one in my row, and who that is. */
async function askTeammate(page: Page): Promise<string> {
  const row = rows(page).filter({ hasText: 'You work together' });
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'I asked' }).click();
  await expect(row.getByRole('status')).toHaveText(/Asked this week/);
  return (await row.locator('.week-name').textContent()) ?? '';
}

/** A week later, whoever asked is asked back; what they keep comes again with the person. */
async function howDidItGo(page: Page, name: string): Promise<void> {
  await page.goto(server.url);
  const question = week(page).getByText(`How did it go with ${name}?`);
  await expect(question).toBeVisible();
  await week(page).getByRole('button', { name: 'We talked' }).click();
  const line = page.getByLabel('What did you hear that you’d like to ask about next time?');
  await expect(line).toBeFocused();
  await line.fill('The boat');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(question).toBeHidden();
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(question).toBeHidden();
  await expect(page.getByText(`${name}: The boat`)).toBeVisible();
}
