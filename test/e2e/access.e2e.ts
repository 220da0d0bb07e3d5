import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { CODE } from '../helpers/code.ts';
import { setUp } from '../helpers/first-day.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const AMARA = 'amara@example.test';
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
  await setUp(server, { name: 'Amara Okafor', email: AMARA });
});

test.afterAll(() => server.stop());

/** The code in the newest mail to an address, once there are more of them than `before`. */
async function codeFor(address: string, before: number): Promise<string> {
  const folder = join(server.dataDir, 'outbox');
  let code = '';
  await expect
    .poll(async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
      const files = names.map(async (name) => {
        const file = join(folder, name);
        return { text: await readFile(file, 'utf8'), at: (await stat(file)).mtimeMs };
      });
      const mails = (await Promise.all(files)).filter(({ text }) => text.includes(address)).sort((a, b) => a.at - b.at);
      const found = CODE.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
      code = mails.length > before ? found : '';
      return code;
    })
    .toMatch(CODE);
  return code;
}

let asked = 0;

async function askForCode(page: Page): Promise<string> {
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('textbox', { name: 'Your email address' }).fill(AMARA);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('textbox', { name: 'The code from the email' })).toBeVisible();
  return codeFor(AMARA, asked++);
}

async function signIn(page: Page): Promise<void> {
  const code = await askForCode(page);
  await page.getByRole('textbox', { name: 'The code from the email' }).fill(code);
  await expect(page.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
}

async function another(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext();
  return { context, page: await context.newPage() };
}

test('a code opens the browser that asked for it, and no other', async ({ page, browser }) => {
  const code = await askForCode(page);
  const elsewhere = await another(browser);
  await elsewhere.page.goto(server.url);
  const refused = await elsewhere.page.request.post(`${server.url}/api/session`, {
    headers: { origin: server.url },
    data: { email: AMARA, code },
  });
  expect(refused.status()).toBe(401);
  await elsewhere.context.close();
  await page.getByRole('textbox', { name: 'The code from the email' }).fill(code);
  await expect(page.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
});

test('a passkey is added, signs in, and is removed', async ({ page }) => {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page);
  await page.goto(`${server.url}/settings?part=sign-in`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('button', { name: /^Remove the passkey/ })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
  await page.goto(`${server.url}/settings?part=sign-in`);
  await page.getByRole('button', { name: /^Remove the passkey/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
});

test('sessions are seen and ended, and an address for later is kept once its code was typed', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const elsewhere = await another(browser);
  await signIn(elsewhere.page);
  await page.goto(`${server.url}/settings?part=sign-in`);
  await page.getByRole('textbox', { name: 'A private address' }).fill('amara@home.test');
  await page.getByRole('button', { name: 'Send a code there' }).click();
  await page.getByRole('textbox', { name: 'The code from that email' }).fill(await codeFor('amara@home.test', 0));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep this address' }).click();
  await expect(page.getByText('amara@home.test is kept for that day.')).toBeVisible();
  const others = page.getByRole('button', { name: /^End the session/ });
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await elsewhere.page.reload();
  await expect(elsewhere.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await elsewhere.context.close();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByRole('textbox', { name: 'A private address' })).toBeVisible();
});
