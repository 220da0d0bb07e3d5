import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../helpers/accessible.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

async function enter(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await enterAgain(page);
  return page;
}

async function enterAgain(page: Page): Promise<void> {
  const { people } = await (await page.request.get(`${server.url}/sample/api/sample/people`)).json();
  const { person } = people.find((one: { part: string }) => one.part === 'newcomer');
  await page.request.post(`${server.url}/sample/api/sample/enter`, {
    headers: { origin: server.url },
    data: { personId: person.id },
  });
}

test('a wrong code is said beside the press, and leads to its field', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/setup`);
  await page.getByLabel('Code').fill('WRONG-CODE-1');
  await page.getByLabel('Name', { exact: true }).fill('Meridian');
  await page.getByLabel('Your name').fill('Amara Okafor');
  await page.getByLabel('Your email address').fill('amara@example.test');
  const begin = page.getByRole('button', { name: 'Start' });
  await begin.click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('not the code');
  await expect(problem).toBeInViewport();
  await expect(begin).toBeInViewport();
  await expect(begin).toBeFocused();
  const [said, pressed] = [await problem.boundingBox(), await begin.boundingBox()];
  expect((pressed?.y ?? 0) - ((said?.y ?? 0) + (said?.height ?? 0))).toBeLessThan(60);
  await page.getByRole('button', { name: 'Go to the code' }).click();
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.reload();
  await expect(page.getByLabel('Your name')).toHaveValue('Amara Okafor');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Meridian');
});

test('what was typed survives a reload and the end of the session, and nobody else finds it', async ({ browser }) => {
  const page = await enter(browser);
  const words = 'Half a sentence about tides';
  const field = page.getByRole('textbox', { name: 'In your own words' });
  await page.goto(`${server.url}/sample/settings?part=profile`);
  await field.fill(words);
  await page.reload();
  await expect(field).toHaveValue(words);
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/welcome|sign-in/);
  await enterAgain(page);
  await page.goto(`${server.url}/sample/settings?part=profile`);
  await expect(field).toHaveValue(words);
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/welcome|sign-in/);
  const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(left).not.toContain('tides');
  await page.context().close();
});

test('offline is said, a press fails beside itself, and the way back shows what is true', async ({ browser }) => {
  const page = await enter(browser);
  await page.goto(`${server.url}/sample/settings?part=profile`);
  await page.getByRole('textbox', { name: 'In your own words' }).fill('Written on a train');
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(save).toBeFocused();
  await page.getByRole('link', { name: 'Boundaries' }).click();
  await expect(page.getByRole('alert')).toContainText(/could not be loaded|cannot be reached/);
  await page.context().setOffline(false);
  await expect(page.getByText('You are offline.', { exact: false })).toBeHidden();
  await expect(page.getByRole('switch', { name: 'Open to hellos' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'In your own words' })).toHaveValue('Written on a train');
  await save.click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.context().close();
});

test('what was typed to be sure is asked for again after thinking better of it', async ({ browser }) => {
  const page = await enter(browser);
  await page.goto(`${server.url}/sample/settings?part=data`);
  const ask = page.getByRole('button', { name: 'Delete me …' });
  await ask.click();
  const typed = page.getByLabel(/^Type your name: /);
  const name = (await page.getByText(/^Type your name: /).textContent())?.replace('Type your name: ', '') ?? '';
  await typed.fill(name);
  await expect(page.getByRole('button', { name: 'Delete me for good' })).toBeEnabled();
  await page.getByRole('button', { name: 'Stay' }).click();
  await ask.click();
  await expect(typed).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Delete me for good' })).toBeDisabled();
  await page.context().close();
});

test('the palette chooses the first hit, opens it with Enter, and acts', async ({ browser }) => {
  const page = await enter(browser);
  // On a slow device, too, whoever sees the page is heard.
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`${server.url}/sample/`);
  await expect(page.getByRole('region', { name: 'Your people this week' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a page, a person or an action' });
  await expect(field).toBeFocused();
  await device.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toHaveText('Today');
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText('People');
  await expectAccessible(page);
  await field.fill('notebook');
  await expect(chosen).toHaveText('Notebook');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/notebook/);
  await page.keyboard.press('Control+k');
  await field.fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.keyboard.press('Control+k');
  await field.fill('sign out');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/welcome|sign-in/);
  await page.context().close();
});

test('in forced colours every switch, tick and chosen place can be seen', async ({ browser }) => {
  const page = await enter(browser);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${server.url}/sample/settings?part=boundaries`);
  const one = page.getByRole('switch', { name: 'No invitations to programmes' });
  await expect(one).toBeVisible();
  const track = page.locator('.mantine-Switch-track').last();
  const look = () =>
    track.evaluate((element) => {
      const thumb = element.querySelector('.mantine-Switch-thumb');
      const style = (of: Element | null) => (of ? getComputedStyle(of).backgroundColor : '');
      return { track: style(element), thumb: style(thumb), edge: getComputedStyle(element).borderTopWidth };
    });
  const off = await look();
  expect(off.edge).not.toBe('0px');
  expect(off.thumb).not.toBe(off.track);
  await one.click({ force: true });
  await expect(one).toBeChecked();
  await expect.poll(async () => (await look()).track).not.toBe(off.track);
  const on = await look();
  expect(on.thumb).not.toBe(on.track);
  await page.context().close();
});
