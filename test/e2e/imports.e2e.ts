import { expect, type Page, test } from '@playwright/test';
import { importPeople } from '../../cli/remote/import.ts';
import { expectAccessible } from '../helpers/accessible.ts';
import { setUp } from '../helpers/first-day.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;
let cookie = '';

test.beforeAll(async () => {
  server = await startServer();
  cookie = await setUp(server, { name: 'Sofia Steward', email: 'sofia@example.test' });
});
test.afterAll(() => server.stop());

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: server.url },
    body: JSON.stringify(body),
  });
}

test.beforeEach(async ({ context, page }) => {
  const cookies = cookie.split('; ').map((each) => {
    const at = each.indexOf('=');
    return { name: each.slice(0, at), value: each.slice(at + 1), url: server.url };
  });
  await context.addCookies(cookies);
  await page.goto(`${server.url}/organisation/import`);
});

const FILE = `Personalnummer;Vorname;Nachname;E-Mail;Bereich;Abteilung;Standort;Führungskraft;Eintrittsdatum;Merkmal
1;Amara;Okafor;amara@example.test;Betrieb;Wasser;Lissabon;2;01.03.2021;x
2;Jonas;Weber;jonas@example.test;Betrieb;;Leipzig;;15.9.2016;y
3;Li;Wei;li.wei at example;Betrieb;Luft;Leipzig;2;;z
4;Ana;Sousa;ana@example.test;Labor;;Lissabon;99;;
`;

const choose = (page: Page, text: string, name = 'people.csv') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const lines = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem');

test('a file is read, set right, applied, seen in the directory, and undone', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in people' })).toBeVisible();
  await expectAccessible(page);
  await choose(page, FILE);
  await expect(page.getByText('3 new people.', { exact: true })).toBeVisible();
  await expect(page.getByText('people.csv: 3 lines name a person.')).toBeVisible();
  await expectAccessible(page);

  // Faulty lines first, each with its line and its reason.
  await expect(lines(page, 'Left out')).toHaveCount(2);
  await expect(lines(page, 'Left out').first()).toContainText('Line 4: this isn’t an email address');
  await expect(lines(page, 'Left out').nth(1)).toContainText('only this value is left out');
  await page.getByRole('button', { name: 'New 3' }).click();
  await expect(lines(page, 'New').first()).toContainText('Betrieb / Wasser · Lissabon');

  // A column that was not recognised is set by hand.
  await expect(page.getByLabel('What the column Merkmal holds')).toHaveValue('leave-out');
  await page.getByLabel('What the column Merkmal holds').selectOption('groups');
  await expect(page.getByLabel('What the column Merkmal holds')).toHaveValue('groups');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Done: 3 new people.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See everyone' }).click();
  await expect(page.getByText('Amara Okafor')).toBeVisible();

  await page.goto(`${server.url}/organisation/import`);
  await choose(page, FILE);
  await expect(page.getByText('Nothing would change', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toHaveCount(0);

  await page.goto(`${server.url}/organisation/import`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('listitem').getByText('undone')).toBeVisible();
  await page.goto(`${server.url}/people`);
  await expect(page.getByText('Amara Okafor')).toHaveCount(0);
});

test('many leaving at once wants the number typed', async ({ page }) => {
  const all = Array.from({ length: 12 }, (_, n) => `${n},Person ${n},p${n}@example.test`);
  await choose(page, ['id,name,email', ...all].join('\n'));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Done: 12 new people.')).toBeVisible();

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(page, ['id,name,email', ...all.slice(4)].join('\n'));
  await expect(page.getByText('Nothing would change', { exact: false })).toBeVisible();
  await page.getByRole('checkbox', { name: 'This is the complete directory' }).check();
  await expect(page.getByText('4 departures.', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await page.getByRole('textbox', { name: '4 people would leave at once', exact: false }).fill('4');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Done: 4 departures.')).toBeVisible();
});

test('a file dropped onto the page is read; what is no table is refused in words', async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['name,email\nZoë,zoe@example.test\n'], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.dispatchEvent('.imports-drop', 'drop', { dataTransfer: data });
  await expect(page.getByText('dropped.csv: 1 line names a person.')).toBeVisible();
  await page.goto(`${server.url}/organisation/import`);
  await choose(page, 'PK\u0003\u0004\u0000\u0000', 'people.xlsx');
  await expect(page.getByRole('alert')).toContainText('could not be read as a table');
});

test('the command line does the same', async () => {
  const made: { token: string } = await (await post('/tokens', {})).json();
  const said: string[] = [];
  const run = (...args: string[]) =>
    importPeople([...args, '--server', server.url], {
      env: { LOAM_TOKEN: made.token },
      voice: { print: (text) => said.push(text), ask: async () => undefined },
    });
  const file = test.info().outputPath('people.csv');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, 'Kürzel,name,Kontakt\n900,Command Line,line@example.test\n901,Broken,\n');
  expect(await run(file, '--columns', 'Kürzel=externalId')).toBe(0);
  expect(said.join('\n')).toContain('line 3: there is no email address');
  expect(said.join('\n')).toContain('1 people in the file: 1 new, 0 as they are.');
  expect(said.at(-1)).toContain('Nothing was changed');
  expect(await run(file, '--columns', 'Kürzel=externalId', '--apply')).toBe(0);
  expect(said.at(-1)).toContain('Done: 1 new');
  expect(await run('--undo')).toBe(0);
  expect(said.at(-1)).toContain('Undone: 1 removed');
  await expect(
    importPeople([file, '--server', server.url, '--token', 'wrong'], {
      voice: { print: () => undefined, ask: async () => undefined },
    }),
  ).rejects.toThrow('the token is not known');
});
