import { spawnSync } from 'node:child_process';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { enterByMail } from '../helpers/enter-by-mail.ts';
import { enterWithCode, organisation, STEWARD } from '../helpers/first-day.ts';
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts';
import type { RunningServer } from '../helpers/server.ts';

let server: RunningServer;
let mailbox: Mailbox;
let steward: Page;
let ana: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  mailbox = await startMailbox();
  server = await organisation();
  steward = await another(browser);
  await enterWithCode(steward, server, STEWARD.email);
  await expect(steward.getByRole('heading', { level: 1, name: /Amara/ })).toBeVisible();
});
test.afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const another = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

const asSteward = async (method: 'post' | 'put', path: string, data: object) => {
  const answer = await steward.request[method](`${server.url}/api${path}`, {
    headers: { origin: server.url },
    data,
  });
  expect(answer.ok()).toBe(true);
  return answer;
};

async function idOf(name: string): Promise<string> {
  const { people } = await (await steward.request.get(`${server.url}/api/people?q=${encodeURIComponent(name)}`)).json();
  return people[0].id;
}

const overview = async (page = steward) => {
  await page.goto(`${server.url}/organisation`);
  await expect(page.getByRole('heading', { name: 'How it stands' })).toBeVisible();
};
const steps = () => steward.getByRole('listitem').filter({ has: steward.locator('.overview-mark') });
const step = (name: string) => steps().filter({ hasText: name });
const isDone = (name: string) => expect(step(name).getByText('done', { exact: true })).toBeAttached();

test('the organisation opens on what is to do, and each step leads to its place', async () => {
  await overview();
  await expect(steward.getByRole('heading', { level: 1, name: 'Meridian' })).toBeVisible();
  await expect(
    steward.getByText('One person, no programmes yet. Email isn’t set up yet. There is no backup yet.'),
  ).toBeVisible();
  await expect(steward.getByRole('heading', { name: '5 steps, and Meridian stands on its own feet' })).toBeVisible();
  await expect(steps()).toHaveCount(5);
  await expectAccessible(steward);
  // The first is open; another one takes its place.
  await expect(steward.getByRole('link', { name: 'Bring people in' })).toBeVisible();
  await steward.getByRole('button', { name: /There is a second steward/ }).click();
  await expect(steward.getByRole('link', { name: 'Choose someone' })).toBeVisible();
  await expect(steward.getByRole('link', { name: 'Bring people in' })).toBeHidden();
  await steward.getByRole('link', { name: 'Choose someone' }).click();
  await expect(steward.getByRole('heading', { name: 'Who looks after Loam here' })).toBeVisible();
});

test('email works once it was tested, and no longer once its settings are others', async () => {
  await steward.goto(`${server.url}/organisation?part=mail`);
  await steward.getByRole('button', { name: 'Set a mail server' }).click();
  await steward.getByLabel('Mail server', { exact: true }).fill('127.0.0.1');
  await steward.getByLabel('Port', { exact: true }).fill(String(mailbox.port));
  await steward.getByLabel('Sender').fill('loam@example.test');
  await steward.getByRole('button', { name: 'Test these settings' }).click();
  await expect(steward.getByText('The mail server took the test email', { exact: false })).toBeVisible();
  await steward.getByRole('button', { name: 'Save' }).click();
  await expect(steward.getByRole('button', { name: 'Forget these settings' })).toBeVisible();
  await overview();
  await isDone('Email reaches people');
  await expect(steward.getByText('Email works.', { exact: true })).toBeVisible();

  const mail = { host: '127.0.0.1', port: mailbox.port, secure: false, from: 'other@example.test' };
  await asSteward('put', '/workspace/mail', mail);
  await overview();
  await expect(steward.getByText('Email is set up, but nobody has tested it.', { exact: true })).toBeVisible();
  await steward.getByRole('button', { name: /Email reaches people/ }).click();
  await steward.getByRole('link', { name: 'Test email' }).click();
  await steward.getByRole('button', { name: 'Test these settings' }).click();
  await expect(steward.getByText('The mail server took the test email', { exact: false })).toBeVisible();
  await overview();
  await isDone('Email reaches people');
});

test('what nobody can know is said, and taken back; a backup is noted by itself', async () => {
  await overview();
  await steward.getByRole('button', { name: /Someone watches the watchers/ }).click();
  const say = steward.getByRole('button', { name: 'We have none, or it’s decided elsewhere' });
  await say.click();
  await isDone('Someone watches the watchers');
  await steward.getByRole('button', { name: 'Undo' }).click();
  await expect(step('Someone watches the watchers').getByRole('button')).not.toHaveCount(0);
  await expect(say).toBeVisible();
  await say.click();
  await isDone('Someone watches the watchers');
  await overview();
  await isDone('Someone watches the watchers');
  await expect(steward.getByRole('button', { name: 'Take back: Someone watches the watchers' })).toBeVisible();

  const made = spawnSync(process.execPath, ['cli/loam.ts', 'backup'], {
    env: { ...process.env, LOAM_DATA_DIR: server.dataDir, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  expect(made.status, made.stderr).toBe(0);
  await overview();
  await isDone('There is a recent backup');
  await expect(steward.getByText('The last backup is from today.', { exact: true })).toBeVisible();
});

test('a member without units learns what they can do, and a steward adds the first', async ({ browser }) => {
  await asSteward('post', '/invitations', { emails: ['ana.sousa@example.test'] });
  ana = await another(browser);
  await enterByMail(ana, server, mailbox, 'ana.sousa@example.test');
  await ana.goto(`${server.url}/units`);
  await expect(ana.getByRole('heading', { name: 'No units yet' })).toBeVisible();
  await expect(ana.getByRole('button', { name: 'Add a unit' })).toHaveCount(0);
  await ana.getByRole('link', { name: 'Say where you belong' }).click();
  await expect(ana.getByRole('combobox', { name: 'Your team or unit' })).toBeVisible();
  // Only stewards see how the organisation stands.
  await ana.goto(`${server.url}/organisation`);
  await expect(ana.getByRole('heading', { name: 'Who looks after Loam here' })).toBeVisible();
  await expect(ana.getByRole('heading', { name: 'How it stands' })).toHaveCount(0);

  await steward.goto(`${server.url}/units`);
  await steward.getByRole('button', { name: 'Add a unit' }).click();
  await add('Sales');
  await expect(unit('Sales')).toBeVisible();
});

const unit = (name: string) => steward.getByRole('link', { name, exact: true });
const dialog = () => steward.getByRole('dialog');

async function add(name: string): Promise<void> {
  await dialog().getByLabel('Name').fill(name);
  await dialog().getByRole('button', { name: 'Add' }).click();
  await expect(dialog()).toBeHidden();
}

async function choose(name: string, what: string): Promise<void> {
  await steward.getByRole('button', { name: `Change ${name}`, exact: true }).click();
  await steward.getByRole('menuitem', { name: what, exact: true }).click();
}

async function undo(): Promise<void> {
  await steward.getByRole('button', { name: 'Undo' }).last().click();
  await expect(steward.getByText('Undone.').last()).toBeVisible();
}

test('units are added, renamed, moved and removed, each with an undo', async () => {
  await steward.goto(`${server.url}/units`);
  await choose('Sales', 'Add a unit below');
  await add('North');
  await expect(unit('North')).toBeVisible();
  await undo();
  await expect(unit('North')).toHaveCount(0);
  await choose('Sales', 'Add a unit below');
  await add('North');

  await choose('North', 'Rename or move');
  await dialog().getByLabel('Name').fill('North Sea');
  await dialog().getByLabel('Stands below').selectOption({ label: 'Nothing: it stands at the top' });
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(unit('North Sea')).toBeVisible();
  await expect(steward.getByRole('button', { name: 'Hide the parts of Sales' })).toHaveCount(0);
  await undo();
  await expect(unit('North')).toBeVisible();
  await expect(steward.getByRole('button', { name: 'Hide the parts of Sales' })).toBeVisible();

  const href = await unit('North').getAttribute('href');
  await choose('North', 'Remove');
  await expect(unit('North')).toHaveCount(0);
  await undo();
  await expect(unit('North')).toHaveAttribute('href', href ?? '');

  // A unit with something below it stays, and says why.
  await steward.getByRole('button', { name: 'Change Sales', exact: true }).click();
  await expect(steward.getByRole('menuitem', { name: /Remove \(only once/ })).toBeDisabled();
  await steward.keyboard.press('Escape');
});

test('units are found by a part of the name, and walked by arrow keys', async () => {
  await steward.goto(`${server.url}/units`);
  await steward.getByRole('searchbox', { name: 'Find a unit' }).fill('nor');
  await expect(steward.getByText('One unit found.')).toBeVisible();
  await expect(unit('North')).toBeVisible();
  await expect(steward).toHaveURL(/q=nor/);
  await steward.getByRole('searchbox', { name: 'Find a unit' }).fill('nowhere');
  await expect(steward.getByText('No unit has that name.')).toBeVisible();
  await steward.getByRole('searchbox', { name: 'Find a unit' }).fill('');
  await expect(unit('North')).toBeVisible();

  await unit('Sales').focus();
  await steward.keyboard.press('ArrowDown');
  await expect(unit('North')).toBeFocused();
  await steward.keyboard.press('ArrowLeft');
  await expect(unit('Sales')).toBeFocused();
  await steward.keyboard.press('ArrowLeft');
  await expect(unit('North')).toHaveCount(0);
  await steward.keyboard.press('ArrowRight');
  await expect(unit('North')).toBeVisible();
  await steward.keyboard.press('End');
  await expect(unit('North')).toBeFocused();
  await expectAccessible(steward);
});

test('a person is named and placed by hand, with an undo', async () => {
  await steward.goto(`${server.url}/people/${await idOf('ana')}`);
  await expect(steward.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible();
  await steward.getByRole('button', { name: 'Change name or place' }).click();
  await dialog().getByLabel('Name').fill('Ana Lúcia Sousa');
  await dialog().getByLabel('Unit').selectOption({ label: 'Sales / North' });
  await dialog().getByRole('combobox', { name: 'Site' }).fill('Porto');
  await dialog().getByRole('combobox', { name: 'Level' }).fill('Lead');
  await expectAccessible(steward, ['light']);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(steward.getByRole('heading', { level: 1, name: 'Ana Lúcia Sousa' })).toBeVisible();
  await expect(dialog()).toBeHidden();
  await expect(steward.getByText('Porto · Lead', { exact: false })).toBeVisible();
  await expect(steward.getByRole('link', { name: 'North', exact: true })).toBeVisible();
  await steward.goto(`${server.url}/units`);
  await expect(steward.getByText('Porto').first()).toBeVisible();

  await steward.goto(`${server.url}/people/${await idOf('ana')}`);
  await steward.getByRole('button', { name: 'Change name or place' }).click();
  await dialog().getByLabel('Name').fill('Somebody Else');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(steward.getByRole('heading', { level: 1, name: 'Somebody Else' })).toBeVisible();
  await steward.getByRole('button', { name: 'Undo' }).click();
  await expect(steward.getByRole('heading', { level: 1, name: 'Ana Lúcia Sousa' })).toBeVisible();
});

test('with all five done only the sentences stay', async () => {
  await asSteward('post', '/roles', { personId: await idOf('ana'), role: 'steward' });
  await overview();
  await expect(steward.getByRole('heading', { name: /stands on its own feet/ })).toHaveCount(0);
  await expect(steward.getByText('2 people in 2 units, at one site.')).toBeVisible();
  await expect(steward.getByText('2 people, no programmes yet. Email works.', { exact: false })).toBeVisible();
});

test('no part of the organisation, nor the units, is wider than 320 pixels', async () => {
  await steward.setViewportSize({ width: 320, height: 640 });
  for (const path of [
    '/organisation',
    ...['people', 'roles', 'facts', 'mail', 'tokens'].map((part) => `/organisation?part=${part}`),
    '/organisation/import',
    '/units',
  ]) {
    await steward.goto(`${server.url}${path}`);
    await expect(steward.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(steward.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
    await expect
      .poll(() => steward.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), { message: path })
      .toBeLessThanOrEqual(0);
  }
});
