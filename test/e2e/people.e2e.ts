import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startEmbedded } from '../../server/platform/embedded.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { rolePasswords } from '../../server/platform/roles.ts';
import { secretsFrom } from '../../server/platform/secrets.ts';
import { expectAccessible } from '../helpers/accessible.ts';
import { settle } from '../helpers/crowd.ts';
import { dataFolder, type RunningServer, startServer } from '../helpers/server.ts';
import { signInAll } from '../helpers/sessions.ts';
import { connected } from '../helpers/world.ts';

const SECRET = 'the secret of a test, long enough to be one';
let server: RunningServer;
let stop: () => Promise<void>;
let cookie = '';
let me = '';

test.beforeAll(async () => {
  const folder = await dataFolder();
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
  const url = await embedded.urlOf('loam');
  await migrate(url, rolePasswords(secretsFrom(SECRET)));
  const owner = await connected(url);
  await settle(owner, 1000);
  await owner.query(
    "update person set name = 'Jonas Brandt', search_text = 'jonas brandt buyer', title = 'Buyer' where external_id = 'p25'",
  );
  await owner.query("update person set name = 'Amara Okafor', search_text = 'amara okafor' where external_id = 'p24'");
  await owner.query(
    "delete from profile where person_id in (select person_id from person where external_id in ('p24', 'p25'))",
  );
  const { rows } = await owner.query("select workspace_id, person_id, email from person where external_id = 'p24'");
  await owner.end();
  server = await startServer({ DATABASE_URL: url, LOAM_SECRET: SECRET }, folder);
  const [client] = await signInAll({ url, secret: SECRET, origin: server.url }, rows);
  cookie = client?.cookie ?? '';
  me = rows[0].person_id;
  stop = async () => {
    await server.stop();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

test.afterAll(() => stop());

test.beforeEach(async ({ context }) => {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
});

const persons = (page: Page) => page.getByRole('list', { name: 'People found' }).getByRole('listitem');

test('somebody is found in spite of a typing error, and walked to by keyboard', async ({ page }) => {
  await page.goto(`${server.url}/people`);
  await expect(page.getByText('1,000 people')).toBeVisible();
  await expect(persons(page)).toHaveCount(50);
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Search by name or role' }).fill('Jonsa Brant');
  await expect(persons(page).first()).toContainText('Jonas Brandt');
  await expect(page).toHaveURL(/q=Jonsa/);
  await page.getByRole('link', { name: /Jonas Brandt/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jonas Brandt' })).toBeVisible();
  await expect(page.getByText('Jonas has not shown anything here yet')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
});

test('a long list goes on while it is read, and arrow keys walk through it', async ({ page }) => {
  await page.goto(`${server.url}/people`);
  await expect(persons(page)).toHaveCount(50);
  await persons(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => persons(page).count()).toBeGreaterThan(99);
  await persons(page).first().getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(persons(page).nth(1).getByRole('link')).toBeFocused();
});

test('units are walked down to the people of one of them', async ({ page }) => {
  await page.goto(`${server.url}/units`);
  await page.getByRole('button', { name: 'Show the parts of division 3' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'department 31', exact: true }).click();
  await expect(page.getByText('In department 31')).toBeVisible();
  await expect(persons(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show everyone again' }).click();
  await expect(page.getByText('1,000 people')).toBeVisible();
});

test('I choose what I show, and take it back', async ({ page }) => {
  await page.goto(`${server.url}/settings?part=profile`);
  await expect(page.getByRole('textbox', { name: 'In your own words' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'In your own words' }).fill('I bring stories home.');
  await page.getByRole('switch', { name: 'Show to everyone here: In your own words' }).check({ force: true });
  await page.getByRole('combobox', { name: 'Interests' }).fill('ice swimming');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await page.goto(`${server.url}/people/${me}`);
  await expect(page.getByText('I bring stories home.')).toBeVisible();
  await expect(page.getByText('ice swimming')).toHaveCount(0);
  await page.goto(`${server.url}/settings?part=profile`);
  await page.getByRole('switch', { name: 'Show to everyone here: Interests' }).check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Your profile is as it was before.')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Show to everyone here: Interests' })).not.toBeChecked();
});

test('a photo replaces the plant until I take it away', async ({ page }) => {
  await page.goto(`${server.url}/settings?part=profile`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a photo' }).click();
  const photo = await page.screenshot();
  await (await chooser).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: photo });
  await expect(page.getByText('Everyone here sees this photo.')).toBeVisible();
  await page.goto(`${server.url}/people/${me}`);
  await expect(page.locator(`img[src*="/api/people/${me}/photo"]`).first()).toBeVisible();
  await page.goto(`${server.url}/settings?part=profile`);
  await page.getByRole('button', { name: 'Be a plant again' }).click();
  await expect(page.getByText('Until you add a photo you are this plant.', { exact: false })).toBeVisible();
});
