import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { enterByMail } from '../helpers/enter-by-mail.ts';
import { organisation, STEWARD } from '../helpers/first-day.ts';
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts';
import type { RunningServer } from '../helpers/server.ts';

const CSV = `id,name,email
1,Jonas Brandt,jonas@example.test
2,Vera Moura,vera@example.test
`;
const GONE = 'nobody@example.test';

let server: RunningServer;
let mailbox: Mailbox;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  mailbox = await startMailbox([GONE]);
  server = await organisation({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailbox.port),
    SMTP_FROM: 'loam@example.test',
  });
  page = await another(browser);
  await enterByMail(page, server, mailbox, STEWARD.email);
  await expect(page.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
});
test.afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const another = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
const row = (text: string) =>
  page.getByRole('list', { name: 'People invited by address' }).getByRole('listitem').filter({ hasText: text });
const mailsTo = (address: string) => mailbox.mails.filter(({ to }) => to === address).length;

/** Looks again until a row says so: mail leaves in its own time. */
async function expectState(who: string, state: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}/organisation?part=people`);
    await expect(row(who)).toContainText(state, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

test('whoever was invited is seen: invited, joined, came back', async ({ browser }) => {
  await page.goto(`${server.url}/organisation?part=people`);
  await page.getByLabel('Email addresses').fill(`li@example.test, mo@example.test; ${GONE}`);
  await page.getByRole('button', { name: 'Invite 3 people' }).click();
  await expect(page.getByText('3 people are invited.')).toBeVisible();
  await expect(row('li@example.test')).toBeVisible();
  await expectState('mo@example.test', /Invited on/);
  await expectState(GONE, /Email came back: check the address/);
  await enterByMail(await another(browser), server, mailbox, 'li@example.test');
  await expectState('li@example.test', /Joined/);
  await expect(row('li@example.test').getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
});

test('one that came back is sent again; one that has just left is not', async () => {
  await page.goto(`${server.url}/organisation?part=people`);
  await expect(row('mo@example.test').getByRole('button', { name: /^Send the invitation/ })).toHaveCount(0);
  await row(GONE)
    .getByRole('button', { name: /^Send the invitation to .* again$/ })
    .click();
  await expect(page.getByText(/^The invitation to .* is on its way\.$/)).toBeVisible();
  await expectState(GONE, /Email came back: check the address/);
});

test('one is withdrawn: nobody is in the directory any more, and nobody gets in', async ({ browser }) => {
  await page.goto(`${server.url}/organisation?part=people`);
  await row('mo@example.test')
    .getByRole('button', { name: /^Withdraw the invitation of/ })
    .click();
  const ask = page.getByRole('dialog');
  await expect(ask.getByText('can no longer sign in', { exact: false })).toBeVisible();
  await ask.getByRole('button', { name: 'Withdraw' }).click();
  await expect(row('mo@example.test')).toHaveCount(0);
  const found = await (await page.request.get(`${server.url}/api/people?q=mo`)).json();
  expect(found.people.map(({ name }: { name: string }) => name)).not.toContain('Mo');
  const before = mailsTo('mo@example.test');
  const theirs = await another(browser);
  await theirs.goto(`${server.url}/sign-in`);
  await theirs.locator('input[type="email"]').fill('mo@example.test');
  await theirs.keyboard.press('Enter');
  // Asked the same as anybody, and sent nothing: a code for somebody else arrives meanwhile.
  await expect(theirs.locator('input[autocomplete="one-time-code"]')).toBeVisible();
  await enterByMail(await another(browser), server, mailbox, 'li@example.test');
  expect(mailsTo('mo@example.test')).toBe(before);
});

test('somebody is added by hand and told nothing, then invited', async () => {
  await page.goto(`${server.url}/organisation?part=people`);
  await page.getByLabel('Name', { exact: true }).fill('Eva Stein');
  await page.getByLabel('Email address', { exact: true }).fill('eva@example.test');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row('Eva Stein')).toContainText('Added, not invited yet');
  expect(mailsTo('eva@example.test')).toBe(0);
  await row('Eva Stein').getByRole('button', { name: 'Invite Eva Stein' }).click();
  await expect.poll(() => mailsTo('eva@example.test'), { timeout: 60_000 }).toBe(1);
  await expectState('Eva Stein', /Invited on/);
});

test('whoever came by a file is invited as a whole, once, and never shown one by one', async ({ browser }) => {
  await page.goto(`${server.url}/organisation/import`);
  await page.setInputFiles('input[type="file"]', {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  await expect(page.getByText('2 new people.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Done: 2 new people.')).toBeVisible();
  expect(mailsTo('jonas@example.test') + mailsTo('vera@example.test')).toBe(0);

  await page.goto(`${server.url}/organisation?part=people`);
  await expect(page.getByRole('heading', { name: 'People from the directory' })).toBeVisible();
  await expect(row('Jonas')).toHaveCount(0);
  await page.getByRole('button', { name: 'Invite everyone from the directory' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The invitations are on their way.')).toBeVisible();
  for (const address of ['jonas@example.test', 'vera@example.test'])
    await expect.poll(() => mailsTo(address), { timeout: 60_000 }).toBe(1);
  await expect(page.getByRole('button', { name: 'Invite everyone from the directory' })).toHaveCount(0);

  // That somebody came changes nothing of what is shown.
  const section = page.locator('section').filter({ hasText: 'People from the directory' });
  const shown = await section.innerText();
  await enterByMail(await another(browser), server, mailbox, 'jonas@example.test');
  await page.reload();
  await expect(section).toBeVisible();
  expect(await section.innerText()).toBe(shown);
  await expect(row('Jonas')).toHaveCount(0);
});
