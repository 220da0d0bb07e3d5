import { type Browser, expect, type Page, test } from '@playwright/test';
import { CODE } from '../helpers/code.ts';
import { enterWithCode, mailsTo, organisation, STEWARD } from '../helpers/first-day.ts';
import { type Letter, readLetter } from '../helpers/letter.ts';
import { startMailbox } from '../helpers/mailbox.ts';
import { startMoodySmtp } from '../helpers/moody-smtp.ts';
import type { RunningServer } from '../helpers/server.ts';
import { passWelcome } from '../helpers/welcome.ts';

const NOTICE = 'Email is not set up: messages are written to a folder on the server, not sent.';
const ASIDE = 'Email is not set up: what would be sent about this is written to a folder on the server, not sent.';

async function another(browser: Browser, locale = 'en-GB'): Promise<Page> {
  return (await browser.newContext({ locale })).newPage();
}

/** Lets the caller's page say that others may say hello. */
async function openToHellos(page: Page, server: RunningServer): Promise<void> {
  const answer = await page.request.patch(`${server.url}/api/boundaries`, {
    headers: { origin: server.url },
    data: { hellos: true },
  });
  expect(answer.ok()).toBe(true);
}

async function invite(page: Page, addresses: readonly string[]): Promise<void> {
  await page.getByLabel('Email addresses').fill(addresses.join('\n'));
  await page.getByRole('button', { name: /^Invite/ }).click();
}

test.describe('without a mail server', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await organisation();
  });
  test.afterAll(() => server.stop());

  test('whatever would be sent says that it is written to a folder, before and after', async ({ page, browser }) => {
    test.setTimeout(180_000);
    await page.goto(`${server.url}/sign-in`);
    await expect(page.getByRole('note').filter({ hasText: NOTICE })).toBeVisible();
    await enterWithCode(page, server, STEWARD.email);
    await passWelcome(page);

    await page.goto(`${server.url}/organisation?part=people`);
    await expect(page.getByRole('note').filter({ hasText: NOTICE })).toBeVisible();
    await invite(page, ['ana@example.test', 'ben@example.test']);
    await expect(
      page.getByText('2 people are invited; the invitations were written to a folder on the server, not sent.'),
    ).toBeVisible();
    await expect.poll(async () => (await mailsTo(server, 'ana@example.test')).length).toBe(1);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/^Written to a folder on .*, not sent$/)).toHaveCount(2, { timeout: 5000 });
    }).toPass({ timeout: 40_000 });
    await page.getByRole('button', { name: 'Send the invitation to Ben again' }).click();
    await expect(
      page.getByText('The invitation to Ben is written to a folder on the server, not sent.', { exact: false }),
    ).toBeVisible();

    await page.goto(`${server.url}/organisation?part=roles`);
    await expect(page.getByRole('note').filter({ hasText: ASIDE })).toBeVisible();
    await page.goto(`${server.url}/organisation?part=mail`);
    await page.getByRole('button', { name: 'Send a test to me' }).click();
    await expect(
      page.getByText('Email is not set up: the test was written to a folder on the server, not sent.'),
    ).toBeVisible();

    const ana = await another(browser);
    await enterWithCode(ana, server, 'ana@example.test');
    await expect(ana).not.toHaveURL(/sign-in/);
    await passWelcome(ana);
    await openToHellos(ana, server);
    await openToHellos(page, server);
    await page.goto(`${server.url}/people`);
    await page.getByRole('link', { name: /^Ana/ }).first().click();
    await page.getByRole('button', { name: 'Say hello' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('note')).toHaveText(ASIDE);
    await dialog.getByRole('button', { name: 'Say hello' }).click();
    await expect(
      page.getByText(
        'Your hello waits for Ana here. The email about it was written to a folder on the server, not sent.',
      ),
    ).toBeVisible();

    await ana.goto(`${server.url}/meet`);
    await expect(ana.getByRole('note').first()).toHaveText(ASIDE);
    await ana.getByRole('button', { name: 'Yes, introduce us' }).click();
    await expect(ana.getByRole('heading', { name: 'Amara and you' })).toBeVisible();
    await expect(ana.getByRole('note').filter({ hasText: ASIDE })).toBeVisible();
    await ana.context().close();
  });
});

test.describe('with a mail server', () => {
  let server: RunningServer;
  let smtp: Awaited<ReturnType<typeof startMoodySmtp>>;
  test.beforeAll(async () => {
    smtp = await startMoodySmtp({ sender: 550 });
    server = await organisation();
  });
  test.afterAll(async () => {
    await server.stop();
    await smtp.close();
  });

  test('the test names how far it came and why no further; once mended, what waited leaves', async ({ page }) => {
    test.setTimeout(300_000);
    await enterWithCode(page, server, STEWARD.email);
    await passWelcome(page);
    await page.goto(`${server.url}/organisation?part=mail`);
    await page.getByRole('button', { name: 'Set a mail server' }).click();
    const host = page.getByLabel('Mail server', { exact: true });
    const port = page.getByLabel('Port', { exact: true });
    await page.getByLabel('Sender', { exact: true }).fill('loam@example.test');
    const tested = async (of: { host: string; port: number }, words: string) => {
      await host.fill(of.host);
      await port.fill(String(of.port));
      await page.getByRole('button', { name: 'Test these settings' }).click();
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible({ timeout: 60_000 });
    };
    await tested({ host: 'nowhere.invalid', port: 587 }, 'No connection. The name of the mail server is not known.');
    await tested({ host: '127.0.0.1', port: 1 }, 'No connection. The mail server cannot be reached');
    await tested(
      { host: '127.0.0.1', port: smtp.port },
      'Signed in, but not with this sender. The mail server refused the sender’s address. (It answered 550.)',
    );

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.goto(`${server.url}/organisation?part=people`);
    await invite(page, ['ana@example.test', 'ben@example.test']);
    await expect(page.getByText('2 people are invited', { exact: false })).toBeVisible();
    await expect(page.getByRole('note')).toHaveCount(0);
    await page.goto(`${server.url}/organisation?part=mail`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/All email has been waiting since .* refused the sender’s address/)).toBeVisible({
        timeout: 5000,
      });
    }).toPass({ timeout: 60_000 });

    smtp.mood.sender = undefined;
    await page.getByRole('button', { name: 'Try again now' }).click();
    await expect(page.getByText('The mail server is being tried again.')).toBeVisible();
    await expect
      .poll(() => smtp.taken.map(({ to }) => to).sort(), { timeout: 60_000 })
      .toEqual(['ana@example.test', 'ben@example.test']);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('No message is waiting to leave; 2 have been sent so far.')).toBeVisible({
        timeout: 5000,
      });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText('All email has been waiting')).toHaveCount(0);
  });
});

test.describe('a German in an organisation that writes English', () => {
  let server: RunningServer;
  let mailbox: Awaited<ReturnType<typeof startMailbox>>;
  test.beforeAll(async () => {
    mailbox = await startMailbox();
    server = await organisation({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailbox.port),
      SMTP_FROM: 'loam@example.test',
    });
  });
  test.afterAll(async () => {
    await server.stop();
    await mailbox.close();
  });

  const ENGLISH =
    /\b(the|you|your|and|with|this|that|not|for|of|to|is|are|from|who|what|they|their|have|has|our|can|by|on|email|hello)\b/i;

  /** The words of a page or a letter hold none of the other language; the way back to English names itself in English. */
  function expectGerman(words: string): void {
    const plain = words.replaceAll('In English', '').replaceAll(/\S+@\S+|https?:\S+/g, '');
    expect(ENGLISH.exec(plain)?.[0] ? plain : '').toBe('');
  }

  async function expectGermanPage(page: Page): Promise<void> {
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const labels = await page
      .locator('[aria-label], [placeholder], [title]')
      .evaluateAll((found) =>
        found.flatMap((each) => ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? '')),
      );
    expectGerman([await page.locator('body').innerText(), ...labels, await page.title()].join('\n'));
  }

  async function letterTo(address: string, subject: RegExp): Promise<Letter> {
    let found: Letter | undefined;
    await expect
      .poll(
        () => {
          const letters = mailbox.mails.filter(({ to }) => to === address).map(({ text }) => readLetter(text));
          found = letters.findLast((letter) => subject.test(letter.subject));
          return found?.subject ?? '';
        },
        { timeout: 30_000 },
      )
      .toMatch(subject);
    return found ?? Promise.reject(new Error(`No letter to ${address}`));
  }

  async function signIn(page: Page, address: string, subject: RegExp): Promise<void> {
    await page.locator('input[type="email"]').fill(address);
    await page.keyboard.press('Enter');
    const letter = await letterTo(address, subject);
    const code = page.locator('input[autocomplete="one-time-code"]');
    await expect(code).toBeVisible();
    if (letter.language === 'de') {
      expectGerman(`${letter.subject}\n${letter.text}`);
      await expectGermanPage(page);
    }
    await code.fill(CODE.exec(letter.text)?.[0] ?? '');
  }

  test('reads German from the invitation to the introduction', async ({ browser }) => {
    test.setTimeout(180_000);
    const amara = await another(browser, 'de-DE');
    await amara.goto(`${server.url}/sign-in`);
    await expectGermanPage(amara);
    await signIn(amara, STEWARD.email, /^Dein Code/);
    await passWelcome(amara);
    await amara.goto(`${server.url}/organisation?part=people`);
    await amara.getByLabel('E-Mail-Adressen').fill('heidi@example.test');
    await amara.getByRole('button', { name: 'Eine Person einladen' }).click();
    await expect(amara.getByText('Eine Person ist eingeladen', { exact: false })).toBeVisible();
    await openToHellos(amara, server);

    const invitation = await letterTo('heidi@example.test', /^Einladung zu Loam bei Meridian$/);
    expect(invitation.language).toBe('de');
    expectGerman(`${invitation.subject}\n${invitation.text}`);

    const heidi = await another(browser, 'de-DE');
    await heidi.goto(invitation.links.find((link) => link.endsWith('/sign-in')) ?? '');
    await expectGermanPage(heidi);
    await signIn(heidi, 'heidi@example.test', /^Dein Code/);
    await expect(heidi).toHaveURL(/\/hello/);
    await expectGermanPage(heidi);
    await heidi.getByLabel('Dein Name').fill('Heidi Roth');
    await heidi.getByRole('button', { name: 'Das bin ich' }).click();
    await expect(heidi.getByRole('heading', { level: 1, name: /^Guten .*, Heidi/ })).toBeVisible();
    await openToHellos(heidi, server);
    await heidi.reload();
    await expectGermanPage(heidi);

    await amara.goto(`${server.url}/people`);
    await amara
      .getByRole('link', { name: /^Heidi Roth/ })
      .first()
      .click();
    await amara.getByRole('button', { name: 'Hallo sagen' }).click();
    await amara.getByRole('dialog').getByRole('button', { name: 'Hallo sagen' }).click();
    await expect(amara.getByText('Dein Hallo ist unterwegs.', { exact: false })).toBeVisible();

    const hello = await letterTo('heidi@example.test', /^Jemand möchte dir Hallo sagen$/);
    expectGerman(`${hello.subject}\n${hello.text}`);
    await heidi.goto(hello.links.find((link) => link.endsWith('/meet')) ?? '');
    await expectGermanPage(heidi);
    await heidi.getByRole('button', { name: 'Ja, stell uns vor' }).click();
    await expect(heidi.getByRole('heading', { name: 'Amara und du' })).toBeVisible();
    await expectGermanPage(heidi);

    for (const [address, other] of [
      ['heidi@example.test', 'Amara Okafor'],
      [STEWARD.email, 'Heidi Roth'],
    ] as const) {
      const letter = await letterTo(address, new RegExp(`^${other} und du$`));
      expectGerman(`${letter.subject}\n${letter.text}`);
      expect(letter.text).toMatch(/Vorgemerkt: |Einen Termin gibt es noch nicht/);
    }
  });
});
