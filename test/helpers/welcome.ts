import type { Page } from '@playwright/test';

/** After the code: skips the welcome, which comes at the first sign-in alone. */
export async function passWelcome(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in') && !url.pathname.includes('/join/'));
  if (!new URL(page.url()).pathname.endsWith('/hello')) return;
  await page.getByRole('button', { name: /Skip for now|Vorerst überspringen/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/hello'));
}
