import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { CODE } from './code.ts';
import { type RunningServer, startServer } from './server.ts';

export const STEWARD = { name: 'Amara Okafor', email: 'amara@example.test' };

/** Sets up an organisation on a server where there is none; the cookies of its first steward. */
export async function setUp(server: RunningServer, steward: { name: string; email: string }): Promise<string> {
  const answer = await fetch(`${server.url}/api/workspace/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: server.setUpCode(),
      name: 'Meridian',
      purpose: 'We make clean water affordable.',
      // Where it is about noon, so that mail may leave whenever this runs.
      timezone: zoneAtNoon(),
      language: 'en',
      steward,
    }),
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** A server of an organisation in which nobody is yet but its first steward. */
export async function organisation(env: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer(env);
  await setUp(server, STEWARD);
  return server;
}

function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Mails in the folder that hold an address, as they were written. */
export async function mailsTo(
  server: RunningServer,
  address: string,
  known: readonly string[] = [],
): Promise<string[]> {
  const folder = join(server.dataDir, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.eml') && !known.includes(name),
  );
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.replaceAll('=\r\n', '')).filter((text) => text.includes(address));
}

/** Asks for a code, types it, and is in; the labels are those of the page's language. */
export async function enterWithCode(page: Page, server: RunningServer, email: string): Promise<void> {
  const known = await readdir(join(server.dataDir, 'outbox')).catch(() => []);
  await page.goto(`${server.url}/sign-in`);
  await page.locator('input[type="email"]').fill(email);
  await page.keyboard.press('Enter');
  await typeCode(page, server, email, known);
}

/** Types the code of the one mail that has come since. */
export async function typeCode(
  page: Page,
  server: RunningServer,
  email: string,
  known: readonly string[],
): Promise<void> {
  let code = '';
  await expect
    .poll(async () => {
      code = (await mailsTo(server, email, known)).flatMap((mail) => CODE.exec(mail)?.[0] ?? []).at(-1) ?? '';
      return code;
    })
    .toMatch(CODE);
  await page.locator('input[autocomplete="one-time-code"]').fill(code);
}
