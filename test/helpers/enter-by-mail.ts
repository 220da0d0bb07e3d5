import { expect, type Page } from '@playwright/test';
import { CODE } from './code.ts';
import type { Mailbox } from './mailbox.ts';
import type { RunningServer } from './server.ts';
import { passWelcome } from './welcome.ts';

/** Signs somebody in with the code that came for them, past the welcome. */
export async function enterByMail(page: Page, server: RunningServer, mailbox: Mailbox, email: string): Promise<void> {
  const known = mailbox.mails.length;
  await page.goto(`${server.url}/sign-in`);
  await page.locator('input[type="email"]').fill(email);
  await page.keyboard.press('Enter');
  let code = '';
  await expect
    .poll(() => {
      const codes = mailbox.mails
        .slice(known)
        .flatMap(({ to, text }) => (to === email ? (CODE.exec(text)?.[0] ?? []) : []));
      code = codes.at(-1) ?? '';
      return code;
    })
    .toMatch(CODE);
  await page.locator('input[autocomplete="one-time-code"]').pressSequentially(code);
  await passWelcome(page);
}
