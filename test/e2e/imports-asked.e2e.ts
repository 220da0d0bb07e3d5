import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cookie, type Page, expect as promptly, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { enterWithCode, organisation, STEWARD } from '../helpers/first-day.ts';
import type { RunningServer } from '../helpers/server.ts';

// Each answer is a file read anew by a server that may share its processor.
const expect = promptly.configure({ timeout: 20_000 });

let server: RunningServer;
let cookies: Cookie[] = [];

test.beforeAll(async ({ browser }) => {
  server = await organisation();
  const page = await browser.newPage();
  await enterWithCode(page, server, STEWARD.email);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  cookies = await page.context().cookies();
  await page.close();
});
test.afterAll(() => server.stop());

test.beforeEach(async ({ context, page }) => {
  await context.addCookies(cookies);
  await page.goto(`${server.url}/organisation/import`);
});

const choose = (page: Page, content: string | Buffer, name = 'people.csv') =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
const apply = (page: Page) => page.getByRole('button', { name: 'Apply' });

test('dates that can be read in two ways are asked about, by keyboard', async ({ page }) => {
  await choose(page, 'Name,Email,Start date\nAna Sousa,ana@example.test,03/04/2021\n');
  const asked = page.getByRole('radiogroup', { name: /03\/04\/2021/ });
  await expect(asked.getByRole('radio')).toHaveCount(2);
  await expect(asked.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(apply(page)).toBeDisabled();
  await expectAccessible(page);
  await asked.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await expect(apply(page)).toBeEnabled();
  // The place is kept while the file is read again; an arrow chooses the other reading.
  await expect(asked.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(asked.getByRole('radio', { name: /4 March 2021/ })).toBeChecked();
  await expect(apply(page)).toBeEnabled();
  await apply(page).press('Enter');
  await expect(page.getByText('Done: 1 new person.')).toBeVisible();
});

// 'Łukasz Wójcik' and 'Zdeněk Dvořák' as Windows writes them in Central Europe.
const CENTRAL = Buffer.from(
  '4e616d653b452d4d61696c0aa3756b61737a2057f36a63696b3b6c40782e746573740a5a64656eec6b2044766ff8e16b3b7a40782e746573740a',
  'hex',
);

test('letters that can be read in several ways are offered with cells of the file', async ({ page }) => {
  await choose(page, CENTRAL);
  const asked = page.getByRole('radiogroup', { name: 'Which line looks right', exact: false });
  await expect(asked.getByRole('radio', { checked: true })).toHaveAccessibleName(/Łukasz Wójcik/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New 2' }).click();
  const fresh = page.getByRole('list', { name: 'New' });
  await expect(fresh).toContainText('Zdeněk Dvořák');
  await asked.getByRole('radio', { name: /Zdenìk Dvoøák/ }).check();
  await page.getByRole('button', { name: 'New 2' }).click();
  await expect(fresh).toContainText('£ukasz Wójcik');
  await asked.getByRole('radio', { name: /Łukasz/ }).check();
  await page.getByRole('button', { name: 'New 2' }).click();
  await expect(fresh).toContainText('Łukasz Wójcik');
});

test('who is here is asked, word by word', async ({ page }) => {
  await choose(
    page,
    'Name,Email,Status,Last day\nBo Ek,bo@example.test,Active,\nCy Wu,cy@example.test,Sabbatical,\nDi Oh,di@example.test,Suspended,\nEd Roe,ed@example.test,Active,2020-01-31\n',
  );
  const words = page.getByRole('group', { name: 'Who is here?' });
  await expect(words.getByRole('checkbox', { name: 'Status: Active' })).toBeChecked();
  await expect(words.getByRole('checkbox', { name: 'Status: Sabbatical' })).toBeChecked();
  await expect(words.getByRole('checkbox', { name: 'Status: Suspended' })).not.toBeChecked();
  await expect(words.getByRole('checkbox', { name: /^Last day: < / })).not.toBeChecked();
  await expect(page.getByText('2 new people.', { exact: true })).toBeVisible();
  await words.getByRole('checkbox', { name: 'Status: Suspended' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('3 new people.', { exact: true })).toBeVisible();
  await expect(words.getByRole('checkbox', { name: 'Status: Suspended' })).toBeFocused();
  await words.getByRole('checkbox', { name: 'Status: Sabbatical' }).uncheck();
  await expect(page.getByText('2 new people.', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('on a phone: somebody new who is perhaps somebody here, one person or two', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(
    page,
    'Name,Email,Department\nAlice Martins,alice.martins@example.test,Lab\nFay Orr,fay@example.test,Lab\n',
  );
  await apply(page).click();
  await expect(page.getByText('Done: 2 new people.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(
    page,
    'Name,Email,Department\nAlice Ernandes,alice.ernandes@example.test,Lab\nFay Orr,fay@example.test,Lab\n',
  );
  await page.getByRole('checkbox', { name: 'This is the complete directory' }).check();
  const pair = page.getByRole('radiogroup', { name: /Is Alice Ernandes .* the same person as Alice Martins/ });
  await expect(pair).toBeVisible();
  await expect(pair).toHaveAccessibleDescription(/one part of the name/);
  await expect(pair.getByRole('radio', { checked: true })).toHaveCount(0);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await pair.getByRole('radio', { name: 'The same person, with another address' }).check();
  await expect(page.getByText('1 change', { exact: false }).first()).toBeVisible();
  await expect(pair.getByRole('radio', { name: 'The same person, with another address' })).toBeChecked();
  await pair.getByRole('radio', { name: 'Two people' }).check();
  await expect(page.getByText('1 new person', { exact: false }).first()).toBeVisible();
});

test('what was left out is said: titles, sums, rounded numbers', async ({ page }) => {
  await choose(
    page,
    'Staff list,,\nEmployee ID,Name,Email\n1.23E+11,Gil Paz,gil@example.test\n1.24E+11,Hal Fox,hal@example.test\nTotal,,2\n',
  );
  await expect(page.getByText('Lines above the column names were taken for titles', { exact: false })).toBeVisible();
  const left = page.getByRole('list', { name: 'Left out' }).getByRole('listitem');
  await expect(left).toHaveCount(3);
  await expect(left.first()).toContainText('a spreadsheet has rounded this number');
  await expect(page.getByText('2 new people.', { exact: true })).toBeVisible();
});

/** Runs `loam import` as somebody would in a shell. */
function loam(token: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const cli = join(import.meta.dirname, '..', '..', 'cli', 'loam.ts');
  const child = spawn(process.execPath, [cli, 'import', ...args, '--server', server.url], {
    env: { ...process.env, LOAM_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

test('the command line asks the same, and ends with 2 where nobody was found', async ({ request }) => {
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const made = await request.post(`${server.url}/api/tokens`, {
    data: {},
    headers: { origin: server.url, cookie: header },
  });
  const { token }: { token: string } = await made.json();
  const file = async (text: string) => {
    const path = test.info().outputPath('people.csv');
    await writeFile(path, text);
    return path;
  };
  const nobody = await loam(token, await file('Who,Where\nAna,Lab\n'));
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('nobody was found in it') });
  const gone = await loam(token, await file('Name,Email,Status\nIda Falk,ida@example.test,Terminated\n'));
  expect(gone).toMatchObject({ code: 2, err: expect.stringContaining('--here "Status: Terminated"') });
  expect(gone.out).toContain('Status: Terminated: 1 left out');

  const path = await file(
    'Name,Email,Status,Start date\nIda Falk,ida@example.test,Terminated,03/04/2021\nJan Kos,jan@example.test,Sabbatical,\n',
  );
  const words = ['--here', 'Status: Terminated', '--gone', 'Status: Sabbatical'];
  const unclear = await loam(token, path, ...words, '--apply');
  expect(unclear).toMatchObject({ code: 2, err: expect.stringContaining('--dates day-first or --dates month-first') });
  const wrong = await loam(token, path, '--gone', 'Status: Away');
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('the file does not say "Status: Away"') });
  const done = await loam(token, path, ...words, '--dates', 'month-first', '--apply');
  expect(done).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Done: 1 new') });
  const undone = await loam(token, '--undo');
  expect(undone).toMatchObject({ code: 0, out: expect.stringContaining('Undone: 1 removed') });
});
