import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import type pg from 'pg';
import { createServices, type Services } from '../../server/main.ts';
import type { Who } from '../../server/platform/access-guard.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { openDatabase } from '../../server/platform/database.ts';
import { startEmbedded } from '../../server/platform/embedded.ts';
import { silentLog } from '../../server/platform/log.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { rolePasswords } from '../../server/platform/roles.ts';
import { secretsFrom } from '../../server/platform/secrets.ts';
import { expectAccessible } from '../helpers/accessible.ts';
import { publishRound } from '../helpers/rounds.ts';
import { dataFolder, type RunningServer, startServer } from '../helpers/server.ts';
import { signInAll } from '../helpers/sessions.ts';
import { addWorkspace, connected } from '../helpers/world.ts';

const SECRET = 'the secret of a test, long enough to be one';
let server: RunningServer;
let stop: () => Promise<void>;
let services: Services;
const cookies = new Map<string, string>();
const ids = new Map<string, string>();

const PEOPLE = [
  { name: 'Amara Okafor', unit: 'Product', about: 'I turn wishes into plans.', isOpen: true },
  { name: 'Ana Sousa', unit: 'Field research', about: 'I listen in clinics. Ask me about the ferry.', isOpen: true },
  { name: 'Jonas Brandt', unit: 'Supply', about: '', isOpen: null },
  { name: 'Maximiliane von Hohenstein-Westerwald zu Lichtenberg', unit: 'Labs', about: 'I grow things.', isOpen: true },
];

async function settlePeople(owner: pg.Client): Promise<{ workspace_id: string; person_id: string; email: string }[]> {
  const workspace = await addWorkspace(owner, new Date());
  for (const { name, unit, about, isOpen } of PEOPLE) {
    const [id, unitId] = [randomUUID(), randomUUID()];
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.test`;
    await owner.query('insert into unit (workspace_id, unit_id, name) values ($1, $2, $3)', [workspace, unitId, unit]);
    await owner.query(
      `insert into person (workspace_id, person_id, email, name, search_text, unit_id, source, created_at)
       values ($1, $2, $3, $4, lower($4), $5, 'import', now())`,
      [workspace, id, email, name, unitId],
    );
    await owner.query(
      `insert into profile (workspace_id, person_id, about, interests, shows) values ($1, $2, $3, '{swimming}', '{about,interests}')`,
      [workspace, id, about],
    );
    await owner.query('insert into boundary (workspace_id, person_id, hellos) values ($1, $2, $3)', [
      workspace,
      id,
      isOpen,
    ]);
    ids.set(name, id);
  }
  return (await owner.query('select workspace_id, person_id, email from person')).rows;
}

/** Draws a round of one group and returns its introduction. */
let draw: (...names: string[]) => Promise<string>;

const whoIs = (workspaceId: string, name: string): Who => {
  const [id] = [...ids].flatMap(([known, personId]) => (known.startsWith(name) ? [personId] : []));
  return { workspaceId, personId: id ?? '', status: 'active', roles: [], sessionId: null };
};

test.beforeAll(async () => {
  const folder = await dataFolder();
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
  const url = await embedded.urlOf('loam');
  await migrate(url, rolePasswords(secretsFrom(SECRET)));
  const owner = await connected(url);
  const people = await settlePeople(owner);
  // The same product on the same database, to draw rounds without waiting for their day.
  const secrets = secretsFrom(SECRET);
  const db = openDatabase({ url, passwords: rolePasswords(secrets), size: 2, onError: () => undefined });
  const origin = 'http://localhost';
  services = createServices({ db, clock: systemClock(), log: silentLog, secrets, origin, sample: false });
  draw = async (...names) => {
    const group = names.map((name) => whoIs(people[0]?.workspace_id ?? '', name));
    const { ids: drawn } = await publishRound({ db, owner, services, clock: systemClock() }, [group]);
    return drawn[0] ?? '';
  };
  server = await startServer({ DATABASE_URL: url, LOAM_SECRET: SECRET }, folder);
  const clients = await signInAll({ url, secret: SECRET, origin: server.url }, people);
  for (const [index, { email }] of people.entries()) cookies.set(email, clients[index]?.cookie ?? '');
  stop = async () => {
    await server.stop();
    await db.close();
    await owner.end();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

test.afterAll(() => stop());

async function pageOf(browser: Browser, first: string): Promise<Page> {
  const context = await browser.newContext();
  const [name = '', value = ''] = (cookies.get(`${first}@example.test`) ?? '').split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  return context.newPage();
}

test('from hello over yes to "we met"', async ({ browser }) => {
  const amara = await pageOf(browser, 'amara');
  await amara.goto(`${server.url}/meet`);
  await expect(amara.getByRole('heading', { level: 2, name: 'Meet someone' })).toBeVisible();
  await expect(amara.getByText('Coming up')).toHaveCount(0);
  await expectAccessible(amara);

  await amara.goto(`${server.url}/people/${ids.get('Ana Sousa')}`);
  await amara.getByRole('button', { name: 'Say hello', exact: true }).click();
  const sheet = amara.getByRole('dialog', { name: 'Say hello to Ana' });
  await sheet.getByRole('radio', { name: 'I’d like to learn from you.' }).check();
  await sheet.getByText('to explore').click();
  await expect(sheet.getByText('Ana sees your name, unit, site', { exact: false })).toBeVisible();
  await expectAccessible(amara);
  await sheet.getByRole('button', { name: 'Say hello' }).click();
  await expect(amara.getByText('You’ve said hello. It’s waiting, without pressure.')).toBeVisible();

  const ana = await pageOf(browser, 'ana');
  await ana.goto(`${server.url}/meet`);
  await expect(ana.getByText('“I’d like to learn from you.”')).toBeVisible();
  await expect(ana.getByText('Hopes to explore')).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: 'Yes, introduce us' }).click();
  await expect(ana.getByRole('heading', { level: 1, name: 'Amara and you' })).toBeVisible();
  await expect(ana.getByText('I turn wishes into plans.')).toBeVisible();
  await expect(ana.getByRole('list', { name: 'Why you' })).toContainText('swimming');
  await expectAccessible(ana);

  await ana.getByRole('button', { name: 'Go a little deeper' }).click();
  await ana.getByRole('button', { name: 'Go a little deeper' }).click();
  await expect(ana.getByText(/^To close:/)).toBeVisible();
  await expect(ana.getByText(/^Pencilled in: /)).toBeVisible();
  const times = ana.locator('.introduction-time');
  await expect(times).toHaveCount(3);
  const offered = times.filter({ hasNotText: 'pencilled in' }).first();
  const day = (await offered.locator('strong').textContent()) ?? '';
  await offered.click();
  await expect(ana.getByText(/^You suggest .*Waiting for Amara/)).toBeVisible();
  await ana.getByRole('button', { name: 'Undo' }).click();
  await expect(ana.getByText(/^Pencilled in: /)).toBeVisible();
  await times.filter({ hasText: day }).first().click();
  await expect(ana.getByText(/^You suggest /)).toBeVisible();
  await expectAccessible(ana);

  await amara.goto(ana.url());
  await expect(amara.getByText(/^Ana suggests .*Click it to agree/)).toBeVisible();
  await amara.locator('.introduction-time', { hasText: 'suggested' }).click();
  await expect(amara.getByText(/^Agreed: /)).toContainText(day);
  await expect(amara.getByRole('heading', { name: 'A time for both' })).toBeFocused();
  await expectAccessible(amara);
  const download = amara.waitForEvent('download');
  await amara.getByRole('link', { name: 'Add to my calendar' }).click();
  const text = await (await (await download).createReadStream()).toArray();
  const [event] = new ICAL.Component(ICAL.parse(Buffer.concat(text).toString())).getAllSubcomponents('vevent');
  expect(new ICAL.Event(event).startDate.toJSDate().getTime()).toBeGreaterThan(Date.now());
  expect(new ICAL.Event(event).summary).toBe('Conversation with Ana Sousa');
  expect(event?.getFirstPropertyValue('status')).toBe('CONFIRMED');
  await ana.reload();
  await expect(ana.getByText(/^Agreed: /)).toContainText(day);

  const introduction = ana.url();
  const before = (await ana.getByText(/^Agreed: /).textContent()) ?? '';
  await amara.getByRole('button', { name: 'Another time' }).click();
  await amara.locator('.introduction-time', { hasNotText: 'agreed' }).first().click();
  await expect(amara.getByText(/^You suggest /)).toBeVisible();
  await ana.goto(server.url);
  await expect(ana.getByText('Amara suggests a time')).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: /^Yes, .* suits me, to Amara$/ }).click();
  await expect(ana.getByText('You said yes. Amara will be told.')).toBeVisible();
  await expect(ana.getByText('Amara suggests a time')).toHaveCount(0);
  await ana.goto(introduction);
  await expect(ana.getByText(/^Agreed: /)).not.toHaveText(before);

  await ana.getByRole('button', { name: 'We met' }).click();
  await expect(ana.getByRole('heading', { name: /^You met on/ })).toBeVisible();
  await ana.getByRole('button', { name: 'Take it back' }).click();
  await expect(ana.getByText('No hurry.')).toBeVisible();
  await ana.getByRole('button', { name: 'We met' }).click();
  await expect(ana.getByRole('heading', { name: /^You met on/ })).toBeVisible();
  await expectAccessible(ana);

  await amara.goto(`${server.url}/meet`);
  await amara.getByRole('link', { name: 'Everyone you’ve been introduced to' }).click();
  await expect(amara.getByText(/^You met on/)).toBeVisible();
  await expectAccessible(amara);
});

test('a "not now" tells nobody, and a block shows nothing', async ({ browser }) => {
  const [max, amara] = [await pageOf(browser, 'maximiliane'), await pageOf(browser, 'amara')];
  await max.goto(`${server.url}/people/${ids.get('Amara Okafor')}`);
  await max.getByRole('button', { name: 'Say hello', exact: true }).click();
  await max.getByRole('dialog').getByRole('button', { name: 'Say hello' }).click();
  await expect(max.getByText('You’ve said hello. It’s waiting, without pressure.')).toBeVisible();
  await amara.goto(`${server.url}/meet`);
  await amara.getByRole('button', { name: 'Not now' }).click();
  await expect(amara.getByRole('region', { name: 'Waiting for you' })).toHaveCount(0);
  await max.goto(`${server.url}/meet/sent`);
  await expect(max.getByText('waiting', { exact: true })).toBeVisible();

  await amara.goto(`${server.url}/people/${ids.get('Ana Sousa')}`);
  await amara.getByRole('button', { name: 'More about Ana Sousa' }).click();
  await amara.getByRole('menuitem', { name: 'Block Ana Sousa' }).click();
  await amara.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(amara.getByText('Done. You two will not be brought together.')).toBeVisible();
  const ana = await pageOf(browser, 'ana');
  await ana.goto(`${server.url}/people/${ids.get('Amara Okafor')}`);
  await expect(ana.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible();
  await expect(ana.getByText('I turn wishes into plans.')).toHaveCount(0);

  await amara.goto(`${server.url}/settings?part=boundaries`);
  await expect(amara.getByRole('heading', { name: 'Blocked people' })).toBeVisible();
  await expectAccessible(amara);
  await amara.getByRole('button', { name: 'Lift the block' }).click();
  await expect(amara.getByText('You have blocked nobody.')).toBeVisible();
});

test('the first visit asks whether others may say hello', async ({ browser }) => {
  const jonas = await pageOf(browser, 'jonas');
  await jonas.goto(server.url);
  await expect(jonas.getByRole('heading', { name: 'May colleagues say hello to you?' })).toBeVisible();
  await expectAccessible(jonas);
  await jonas.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect(jonas.getByRole('heading', { name: 'May colleagues say hello to you?' })).toHaveCount(0);
  await jonas.goto(`${server.url}/settings?part=boundaries`);
  await expect(jonas.getByRole('switch', { name: 'Open to hellos' })).toBeChecked();
});

test('a round of three: each meets the others, and one asks for somebody else', async ({ browser }) => {
  const id = await draw('Amara', 'Ana', 'Jonas');
  const [amara, ana] = [await pageOf(browser, 'amara'), await pageOf(browser, 'ana')];
  await amara.goto(`${server.url}/meet/${id}`);
  await expect(amara.getByRole('heading', { level: 1, name: 'Ana, Jonas and you' })).toBeVisible();
  await expect(amara.getByText('Coffee across teams')).toBeVisible();
  await expect(amara.getByText('I listen in clinics.')).toBeVisible();
  await expect(amara.getByRole('heading', { name: 'A time for everyone' })).toBeVisible();
  await expectAccessible(amara);

  await ana.goto(`${server.url}/meet/${id}`);
  await ana.getByRole('button', { name: 'Someone else, please' }).click();
  await ana.getByRole('dialog').getByRole('button', { name: 'Someone else, please' }).click();
  await expect(ana.getByText('Done. From tomorrow morning we look for someone else for you.')).toBeVisible();
  await ana.goto(`${server.url}/meet/${id}`);
  await expect(ana.getByRole('heading', { name: 'This one did not happen' })).toBeVisible();
  await amara.reload();
  await expect(amara.getByRole('heading', { level: 1, name: 'Jonas and you' })).toBeVisible();
});

test('one press from a mail, and what a second yes opens', async ({ browser }) => {
  const id = await draw('Ana', 'Maximiliane');
  const ana = whoIs((await services.context.db.workspaces())[0]?.workspaceId ?? '', 'Ana');
  const link = new URL(services.doors.introductions.pressUrl({ ...ana, kind: 'met', aboutId: id }));
  const mail = await (await browser.newContext()).newPage();
  await mail.goto(`${server.url}${link.pathname}`);
  await expect(mail.getByRole('heading', { name: 'Did you meet?' })).toBeVisible();
  await expect(mail.getByText('Maximiliane')).toHaveCount(0);
  await expectAccessible(mail);
  await mail.getByRole('button', { name: 'Not yet' }).click();
  await mail.getByRole('button', { name: 'Take it back' }).click();
  await mail.getByRole('button', { name: 'We met' }).click();
  await expect(mail.getByRole('heading', { name: 'Good to hear: you met' })).toBeVisible();
  await expectAccessible(mail);
  await mail.goto(`${server.url}/press/changed`);
  await expect(mail.getByRole('heading', { name: 'This link does not work' })).toBeVisible();

  const [first, second] = [await pageOf(browser, 'ana'), await pageOf(browser, 'maximiliane')];
  await first.goto(`${server.url}/meet/${id}`);
  await first.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect(first.getByText('You said yes.', { exact: false })).toBeVisible();
  await expectAccessible(first);
  await second.goto(`${server.url}/meet/${id}`);
  await second.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect(second.getByRole('heading', { name: 'You both would like to meet again' })).toBeVisible();
  await second.getByRole('button', { name: 'Find someone' }).click();
  await expect(second.getByText('Nobody is free for that at the moment.', { exact: false })).toBeVisible();
  await second.getByLabel('How often').selectOption({ label: 'Every three months' });
  await second.getByRole('button', { name: 'Remind us' }).click();
  await expect(second.getByText(/^Every three months\. The next reminder comes on/)).toBeVisible();
  await expectAccessible(second);
  await first.reload();
  await first.getByRole('button', { name: 'End the reminder' }).click();
  await first.getByRole('button', { name: 'Meet again' }).click();
  await expect(first.getByText('Once more', { exact: true })).toBeVisible();
});

test('somebody who asks for someone waits until somebody else asks too', async ({ browser }) => {
  const [jonas, max] = [await pageOf(browser, 'jonas'), await pageOf(browser, 'maximiliane')];
  await jonas.goto(`${server.url}/meet`);
  await jonas.getByRole('button', { name: 'Introduce me', exact: true }).click();
  await expect(jonas.getByText('We are looking.', { exact: false })).toBeVisible();
  await jonas.getByRole('button', { name: 'Not for now' }).click();
  await expectAccessible(jonas);

  await max.goto(`${server.url}/meet`);
  await max.getByRole('button', { name: 'Introduce me', exact: true }).click();
  await expect(max.getByRole('heading', { level: 1, name: 'Jonas and you' })).toBeVisible();
  await jonas.reload();
  await expect(jonas.getByRole('heading', { name: /^Maximiliane/ })).toBeVisible();

  await max.goto(`${server.url}/settings?part=boundaries`);
  await max.getByLabel('My own pace').selectOption({ label: 'At most every two weeks' });
  await expectAccessible(max);
  await max.getByRole('switch', { name: 'Open to introductions' }).click({ force: true });
  await expect(max.getByRole('switch', { name: 'Open to introductions' })).toBeChecked();
  await max.reload();
  await expect(max.getByLabel('My own pace')).toHaveValue('fortnightly');
});
