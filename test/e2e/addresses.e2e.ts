import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { CODE } from '../helpers/code.ts';
import { setUp } from '../helpers/first-day.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { passWelcome } from '../helpers/welcome.ts';

let server: RunningServer;
let steward = '';

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: steward, origin: server.url },
    body: JSON.stringify(body),
  });
}

test.beforeAll(async () => {
  server = await startServer();
  steward = await setUp(server, { name: 'Sofia Steward', email: 'sofia@example.test' });
  await importFile('id,name,email\nE1,Vera Moura,vera@example.test\nE2,Otto Reis,otto@example.test');
});
test.afterAll(() => server.stop());

async function importFile(text: string): Promise<void> {
  const run = await (await post('/imports', { text })).json();
  expect((await post(`/imports/${run.id}/apply`, {})).status).toBe(200);
}

/** The code in a mail to an address that has come since. */
async function codeFor(address: string, known: readonly string[]): Promise<string> {
  const folder = join(server.dataDir, 'outbox');
  let code = '';
  await expect
    .poll(async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => !known.includes(name));
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      // Another mail may speak of the address meanwhile.
      code = texts.flatMap((text) => (text.includes(address) ? (CODE.exec(text)?.[0] ?? []) : [])).at(-1) ?? '';
      return code;
    })
    .toMatch(CODE);
  return code;
}

async function signIn(page: Page, email: string, name: RegExp): Promise<void> {
  const known = await readdir(join(server.dataDir, 'outbox')).catch(() => []);
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('textbox', { name: 'Your email address' }).fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('textbox', { name: 'The code from the email' }).fill(await codeFor(email, known));
  await passWelcome(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function asSteward(browser: Browser): Promise<Page> {
  const page = await another(browser);
  const cookies = steward.split('; ').map((each) => {
    const at = each.indexOf('=');
    return { name: each.slice(0, at), value: each.slice(at + 1), url: server.url };
  });
  await page.context().addCookies(cookies);
  return page;
}

test('a new address waits for its person, who refuses one and confirms another', async ({ page, browser }) => {
  await signIn(page, 'vera@example.test', /Vera/);
  const elsewhere = await another(browser);
  await signIn(elsewhere, 'vera@example.test', /Vera/);

  const theirs = await asSteward(browser);
  await importFile('id,name,email\nE1,Vera Moura,wrong@example.test');
  await theirs.goto(`${server.url}/organisation?part=people`);
  await expect(theirs.getByRole('heading', { name: 'Addresses waiting to be confirmed' })).toBeVisible();
  await expect(theirs.getByText('The first email has not been sent yet')).toBeVisible();
  await expectAccessible(theirs);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'A new address is waiting for you' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('Your address stays as it is.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A new address is waiting for you' })).toHaveCount(0);

  await importFile('id,name,email\nE1,Vera Moura,moura@example.test');
  await page.goto(`${server.url}/settings?part=sign-in`);
  await expect(page.getByText('Sofia Steward entered moura@example.test')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('Codes and messages go to moura@example.test.')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(elsewhere, 'moura@example.test', /Vera/);
});

test('a passkey is offered at the second sign-in, and not again once declined', async ({ page, browser }) => {
  const offer = (on: Page) => on.getByRole('heading', { name: 'Sign in without email next time' });
  await signIn(page, 'otto@example.test', /Otto/);
  await page.waitForLoadState('networkidle');
  await expect(offer(page)).toHaveCount(0);
  const again = await another(browser);
  await signIn(again, 'otto@example.test', /Otto/);
  await expect(offer(again)).toBeVisible();
  await expectAccessible(again);
  await again.getByRole('button', { name: 'Not now' }).last().click();
  await expect(offer(again)).toHaveCount(0);
  await again.reload();
  await again.waitForLoadState('networkidle');
  await expect(offer(again)).toHaveCount(0);
});

test('all sessions in my name are seen, and end elsewhere with one press', async ({ page, browser }) => {
  await signIn(page, 'otto@example.test', /Otto/);
  const elsewhere = await another(browser);
  await signIn(elsewhere, 'otto@example.test', /Otto/);
  await page.goto(`${server.url}/settings?part=sign-in`);
  await expect(page.getByText('with a code').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByRole('button', { name: /^End the session/ })).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
