import { rm } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { SMTPServer } from 'smtp-server';
import { dataFolder, freePort, type RunningServer, startServer } from '../helpers/server.ts';
import { passWelcome } from '../helpers/welcome.ts';

const CSV = `id,name,email,unit,site,interests
1,Ana Sousa,ana@example.test,Field / Clinics,Porto,sailing
2,Jonas Brandt,jonas@example.test,Product / Pricing,Berlin,sailing
`;

let server: RunningServer;
let folder = '';
let smtp: SMTPServer;
let settings: Record<string, string> = {};
const mails: { to: string; text: string }[] = [];

test.beforeAll(async () => {
  const port = await freePort();
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo)
          mails.push({ to: address, text: text.replaceAll('=\r\n', '') });
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', ready));
  folder = await dataFolder();
  settings = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), SMTP_FROM: 'loam@example.test' };
  server = await startServer(settings, folder);
});
test.afterAll(async () => {
  await server.stop();
  await new Promise<void>((closed) => smtp.close(() => closed()));
  await rm(folder, { recursive: true, force: true });
});

/** A zone where it is about noon, so that mail may leave whenever this runs. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

async function mailTo(address: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    found = mails
      .filter(({ to }) => to === address)
      .flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])
      .at(-1);
    expect(found).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return found ?? '';
}

async function setUp(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.getByRole('link', { name: /set up my organisation/i }).click();
  await page.getByLabel('Code').fill(server.setUpCode());
  await page.getByLabel('Name', { exact: true }).fill('Meridian');
  await page.getByLabel('What it is for, in one line').fill('Meridian makes clean water affordable.');
  await page.getByLabel('Your name').fill('Amara Okafor');
  await page.getByLabel('Your email address').fill('amara@example.test');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Amara/ })).toBeVisible();
  const changed = await page.request.patch(`${server.url}/api/workspace`, {
    headers: { origin: server.url },
    data: { timezone: zoneAtNoon() },
  });
  expect(changed.ok()).toBe(true);
}

async function bringIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/organisation/import`);
  await page.setInputFiles('input[type="file"]', {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  await expect(page.getByText('2 new people.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Done: 2 new people.')).toBeVisible();
}

async function signIn(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const code = await mailTo(email, /Your code: ([0-9A-Z-]{11})/);
  await page.getByLabel('The code from the email').pressSequentially(code);
  const enter = page.getByRole('button', { name: 'Enter' });
  if (await enter.isVisible()) await enter.click({ timeout: 2000 }).catch(() => undefined);
  await passWelcome(page);
  await expect(page.getByText('May colleagues say hello to you?')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect(page.getByText('May colleagues say hello to you?')).toBeHidden();
  return page;
}

test('from an empty server over the first hello to the next week', async ({ browser, page }) => {
  await setUp(page);
  await bringIn(page);
  const ana = await signIn(browser, 'ana@example.test');
  const jonas = await signIn(browser, 'jonas@example.test');

  await ana.goto(`${server.url}/people`);
  await ana
    .getByRole('link', { name: /Jonas Brandt/ })
    .first()
    .click();
  await ana.getByRole('button', { name: 'Say hello' }).click();
  await ana.getByRole('dialog').getByRole('button', { name: 'Say hello' }).click();
  await expect(ana.getByText('You’ve said hello.', { exact: false })).toBeVisible();

  await mailTo('jonas@example.test', /(say hello)/i);
  await jonas.goto(`${server.url}/meet`);
  await jonas.getByRole('button', { name: 'Yes, introduce us' }).click();
  await expect(jonas.getByRole('heading', { name: 'Ana and you' })).toBeVisible();
  await mailTo('ana@example.test', /(Reply-To:.*jonas@example\.test)/i);
  await jonas.getByRole('button', { name: 'We met' }).click();
  await expect(jonas.getByText('What did you hear that you’d like to ask about next time?')).toBeVisible();

  await server.stop();
  server = await startServer({ ...settings, LOAM_CLOCK_SHIFT: '7', PORT: String(server.port) }, folder);
  await jonas.goto(server.url);
  await expect(jonas.getByText('Keep in touch')).toBeVisible();
  await expect(jonas.getByRole('link', { name: 'Ana Sousa' })).toBeVisible();
});
