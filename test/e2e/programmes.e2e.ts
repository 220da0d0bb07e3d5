import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type pg from 'pg';
import { startEmbedded } from '../../server/platform/embedded.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { rolePasswords } from '../../server/platform/roles.ts';
import { secretsFrom } from '../../server/platform/secrets.ts';
import { expectAccessible } from '../helpers/accessible.ts';
import { dataFolder, type RunningServer, startServer } from '../helpers/server.ts';
import { signInAll } from '../helpers/sessions.ts';
import { addWorkspace, connected } from '../helpers/world.ts';

const SECRET = 'the secret of a test, long enough to be one';
let server: RunningServer;
let stop: () => Promise<void>;
const cookies = new Map<string, string>();

// Enough people that counts may be shown, and so many in Sales that some must stay inside.
const UNITS = ['Sales', 'Sales', 'Sales', 'Labs', 'Field research'];
const NAMES = ['Amara', 'Ana', 'Jonas', 'Max', ...Array.from({ length: 21 }, (_, place) => `Person${place}`)];

async function settlePeople(owner: pg.Client): Promise<{ workspace_id: string; person_id: string; email: string }[]> {
  const workspace = await addWorkspace(owner, new Date());
  const units = new Map([...new Set(UNITS)].map((name) => [name, randomUUID()]));
  for (const [name, id] of units)
    await owner.query('insert into unit (workspace_id, unit_id, name) values ($1, $2, $3)', [workspace, id, name]);
  for (const [place, name] of NAMES.entries()) {
    await owner.query(
      `insert into person (workspace_id, person_id, email, name, search_text, unit_id, source, created_at)
       values ($1, $2, $3, $4, lower($4), $5, 'import', now())`,
      [
        workspace,
        randomUUID(),
        `${name.toLowerCase()}@example.test`,
        name,
        units.get(UNITS[place % UNITS.length] ?? ''),
      ],
    );
  }
  await owner.query(
    "insert into role_grant (workspace_id, person_id, role, given_by, given_at, confirmed_by) select workspace_id, person_id, 'steward', person_id, now(), person_id from person where name = 'Amara'",
  );
  return (await owner.query('select workspace_id, person_id, email from person')).rows;
}

test.beforeAll(async () => {
  const folder = await dataFolder();
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
  const url = await embedded.urlOf('loam');
  await migrate(url, rolePasswords(secretsFrom(SECRET)));
  const owner = await connected(url);
  const people = await settlePeople(owner);
  await owner.end();
  server = await startServer({ DATABASE_URL: url, LOAM_SECRET: SECRET }, folder);
  const clients = await signInAll({ url, secret: SECRET, origin: server.url }, people);
  for (const [index, { email }] of people.entries()) cookies.set(email, clients[index]?.cookie ?? '');
  stop = async () => {
    await server.stop();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

test.afterAll(() => stop());

const cookieOf = (name: string): string => cookies.get(`${name.toLowerCase()}@example.test`) ?? '';

async function pageOf(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const [name = '', value = ''] = cookieOf(who).split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  return context.newPage();
}

async function post(who: string, path: string, body: unknown): Promise<Response> {
  const answer = await fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookieOf(who), origin: server.url },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer;
}

const idIn = (page: Page): string => /programmes\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last();

test('a steward opens coffee for everyone, looks at the round, and sends it once', async ({ browser }) => {
  const amara = await pageOf(browser, 'Amara');
  await amara.goto(`${server.url}/meet`);
  await amara.getByRole('link', { name: 'Host one' }).click();
  await expect(amara).toHaveURL(/\/hosting$/);
  await expectAccessible(amara);
  await amara.getByRole('link', { name: 'Coffee across teams' }).click();
  await expect(amara.getByText('Every other Tuesday at 9:00, in pairs across teams.')).toBeVisible();
  await amara.getByText('Change size, day or rule').click();
  await amara.getByLabel('How often').selectOption('weekly');
  await expect(amara.getByText('Every Tuesday at 9:00, in pairs across teams.')).toBeVisible();
  await expect(amara.getByRole('radio', { name: 'Everyone here' })).toBeChecked();
  await expectAccessible(amara);
  await amara.getByRole('button', { name: 'Start', exact: true }).click();

  await expect(amara.getByRole('heading', { name: 'Invite people' })).toBeVisible();
  await expectAccessible(amara);
  await amara.getByRole('button', { name: 'Invite everyone' }).click();
  await amara.getByRole('dialog').getByRole('button', { name: 'Invite everyone' }).click();
  await expect(amara.getByText('The invitations are written to a folder on the server, not sent.')).toBeVisible();
  const id = idIn(amara);

  const ana = await pageOf(browser, 'Ana');
  await ana.goto(`${server.url}/meet`);
  await ana.getByRole('button', { name: 'Join Coffee across teams' }).click();
  await expect(ana.getByText(/^You take part on /)).toBeVisible();
  await undo(ana).click();
  await ana.getByRole('button', { name: 'Join Coffee across teams' }).click();
  await expect(ana.getByText(/^You take part on /)).toBeVisible();
  for (const name of NAMES.slice(2, 24)) await post(name, `/programmes/${id}/membership`, {});

  await amara.goto(`${server.url}/meet/programmes/${id}/host`);
  await amara.getByRole('link', { name: 'Preview the round' }).click();
  await expect(amara.getByRole('heading', { level: 1, name: 'Ready to send' })).toBeVisible();
  await expect(amara.getByText(/^About (15|20|25|30) people\. .* As of /)).toBeVisible();
  await expect(amara.getByText('Only units and counts.', { exact: false })).toBeVisible();

  await amara.getByLabel('How many together').selectOption('4');
  await amara.getByRole('button', { name: 'Compare' }).click();
  const four = amara.getByRole('region', { name: 'in groups of four across teams, every week' });
  await expect(four.getByText('Rounds a year')).toBeVisible();
  await expectAccessible(amara);
  await amara.reload();
  await expect(four.getByText('Rounds a year')).toBeVisible();
  await four.getByRole('button', { name: /^Remove/ }).click();
  await expect(four).toHaveCount(0);

  await amara.getByRole('button', { name: /^Send to about/ }).click();
  await expect(amara.getByRole('dialog')).toContainText('It cannot be taken back.');
  await expectAccessible(amara);
  await amara
    .getByRole('dialog')
    .getByRole('button', { name: /^Send to about/ })
    .click();
  await expect(
    amara.getByText('The round is out: everyone finds their introduction here.', { exact: false }),
  ).toBeVisible();
  await expect(amara.getByText('Rounds so far')).toBeVisible();
  await amara.getByText('The certificate').click();
  await expect(amara.getByText('People in the round')).toBeVisible();
  await expectAccessible(amara);

  // The next one can be looked at, and the round of a day goes out once.
  await amara.goto(`${server.url}/meet/programmes/${id}/host/preview`);
  await expect(amara.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(amara.getByText(/Planning the round/)).toHaveCount(0);
  const again = await fetch(`${server.url}/api/programmes/${id}/rounds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookieOf('Amara'), origin: server.url },
    body: '{}',
  });
  expect(again.status).toBe(409);
  await ana.goto(`${server.url}/meet`);
  await expect(ana.getByRole('heading', { name: /and you$/ })).toBeVisible();
});

test('own pace: skip, a wish, only when asked, leave; each taken back with one press', async ({ browser }) => {
  const jonas = await pageOf(browser, 'Jonas');
  const { id } = await (
    await post('Amara', '/programmes', {
      kind: 'walk',
      name: 'Walk and talk',
      audience: 'everyone',
      size: 2,
      rule: 'across',
      cadence: 'weekly',
      weekday: 3,
      drawTime: '09:00',
    })
  ).json();
  await jonas.goto(`${server.url}/meet/programmes/${id}`);
  await expect(jonas.getByRole('heading', { name: /^You’re not in this programme\./ })).toBeVisible();
  await expect(jonas.getByText('Amara hosts it.')).toBeVisible();
  await expectAccessible(jonas);
  await jonas.getByRole('button', { name: 'Join Walk and talk' }).click();
  await expect(jonas.getByRole('heading', { name: /^You take part on/ })).toBeVisible();
  await expectAccessible(jonas);

  await jonas.getByRole('button', { name: 'Skip the next one' }).click();
  await expect(jonas.getByRole('heading', { name: /^You sit out/ })).toBeVisible();
  await undo(jonas).click();
  await expect(jonas.getByRole('heading', { name: /^You take part on/ })).toBeVisible();

  await jonas.getByLabel('How often').selectOption('asked');
  await expect(jonas.getByRole('heading', { name: /if you ask to/ })).toBeVisible();
  await jonas.getByRole('button', { name: 'Take part next time' }).click();
  await expect(jonas.getByRole('heading', { name: /^You take part on/ })).toBeVisible();

  await jonas.getByRole('radio', { name: 'Someone who knows about …' }).check();
  await jonas.getByLabel('Topic').fill('sailing');
  await jonas.getByRole('button', { name: 'Save this wish' }).click();
  await expect(jonas.getByText('Saved for the next round.')).toBeVisible();
  await jonas.reload();
  await expect(jonas.getByLabel('Topic')).toHaveValue('sailing');
  await jonas.getByRole('radio', { name: 'Surprise me' }).check();
  await jonas.reload();
  await expect(jonas.getByRole('radio', { name: 'Surprise me' })).toBeChecked();

  await jonas.getByRole('button', { name: 'Leave' }).click();
  await expect(jonas.getByRole('heading', { name: /^You’re not in this programme\./ })).toBeVisible();
  await undo(jonas).click();
  await expect(jonas.getByLabel('How often')).toHaveValue('asked');
});

test('by link: whoever has it joins, and a renewed link ends the old one', async ({ browser }) => {
  const ana = await pageOf(browser, 'Ana');
  await ana.goto(`${server.url}/meet/programmes/new?kind=newcomer`);
  await expect(ana.getByText('Every Monday at 9:00, each newcomer with a buddy.')).toBeVisible();
  await expect(ana.getByRole('radio', { name: 'Everyone here' })).toHaveCount(0);
  await ana.getByRole('radio', { name: 'Anyone with the link' }).check();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: 'Start', exact: true }).click();
  await ana.getByRole('link', { name: 'Invite people' }).last().click();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: 'Copy' }).click();
  const link = await ana.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${server.url}/p/`);

  // Signed out, one is asked to sign in first, and comes back here afterwards.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(new URL(stranger.url()).searchParams.get('next')).toBe(new URL(link).pathname);

  const max = await pageOf(browser, 'Max');
  await max.goto(link);
  await expect(max.getByRole('heading', { level: 1, name: 'Newcomer buddies' })).toBeVisible();
  await expectAccessible(max);
  await max.getByLabel('You take part').selectOption('lead');
  await max.getByRole('button', { name: 'Join Newcomer buddies' }).click();
  await expect(max.getByRole('heading', { name: /^You take part on/ })).toBeVisible();
  await expect(max.getByLabel('You take part')).toHaveValue('lead');
  await max.getByRole('button', { name: 'Leave' }).click();
  await expect(max).toHaveURL(/\/meet$/);
  await undo(max).click();
  const joined = max.getByRole('link', { name: 'Newcomer buddies' }).locator('..');
  await expect(joined.getByText(/^You take part on /)).toBeVisible();

  await ana.getByRole('button', { name: 'Renew' }).click();
  await ana.getByRole('dialog').getByRole('button', { name: 'Renew' }).click();
  await expect(ana.getByText('Here is a new link.', { exact: false })).toBeVisible();
  const jonas = await pageOf(browser, 'Jonas');
  await jonas.goto(link);
  await expect(jonas.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible();
  await expectAccessible(jonas);
  await jonas.goto(`${server.url}/meet/programmes/${idIn(ana)}`);
  await expect(jonas.getByText('This does not exist, or is not open to you.')).toBeVisible();
});

test('hosting: past pairs, another host, settings, pause and end', async ({ browser }) => {
  const { id } = await (
    await post('Amara', '/programmes', {
      kind: 'circle',
      name: 'Circles',
      audience: 'everyone',
      size: 4,
      rule: 'across',
      cadence: 'monthly-last',
      weekday: 1,
      drawTime: '08:30',
    })
  ).json();
  const amara = await pageOf(browser, 'Amara');
  await amara.goto(`${server.url}/meet/programmes/${id}/host?part=people`);
  await amara
    .getByLabel('Pairs')
    .fill(
      'a,b,date\nana@example.test,jonas@example.test,2026-05-04\nana@example.test,gone@example.test,2026-05-04\nana',
    );
  await amara.getByRole('button', { name: 'Import pairs' }).click();
  await expect(amara.getByText('2 lines were read.', { exact: false })).toBeVisible();
  await expect(amara.getByText('Line 4: three values are expected')).toBeVisible();
  await amara.getByRole('combobox', { name: 'Who' }).fill('Jonas');
  await amara.getByRole('option', { name: 'Jonas' }).click();
  await amara.getByRole('button', { name: 'Ask Jonas' }).click();
  await expect(
    amara.getByText('If Jonas accepts invitations, one is written to a folder on the server, not sent.'),
  ).toBeVisible();
  await expectAccessible(amara);

  await amara.getByRole('link', { name: 'Settings' }).last().click();
  await amara.getByLabel('How many together').selectOption('3');
  await amara.getByRole('button', { name: 'Save' }).click();
  await expect(amara.getByText('Saved. It applies from the next round on.')).toBeVisible();
  await expect(amara.locator('.loam-lead')).toHaveText(
    /^On the last day of each month at 8:30.*, in groups of three across teams\.$/,
  );
  await amara.getByRole('button', { name: 'Pause' }).click();
  await amara.getByRole('link', { name: 'The rounds' }).click();
  await expect(amara.getByRole('heading', { name: 'It’s paused' })).toBeVisible();
  await expectAccessible(amara);
  await amara.getByRole('button', { name: 'Resume' }).click();
  await expect(amara.getByRole('heading', { name: 'Invite people' })).toBeVisible();

  await amara.goto(`${server.url}/meet/programmes/${id}/host/preview`);
  await expect(amara.getByRole('heading', { name: 'No figures yet' })).toBeVisible();
  await expectAccessible(amara);
  await amara.goto(`${server.url}/meet/programmes/${id}/host?part=settings`);
  await amara.getByRole('button', { name: 'End programme' }).click();
  await amara.getByRole('dialog').getByRole('button', { name: 'End programme' }).click();
  await expect(amara.getByRole('heading', { name: 'It has ended' })).toBeVisible();
  await expectAccessible(amara);

  // Whoever does not host it sees none of this.
  const max = await pageOf(browser, 'Max');
  await max.goto(`${server.url}/meet/programmes/${id}/host`);
  await expect(max.getByText('This is not yours to change.')).toBeVisible();
});
