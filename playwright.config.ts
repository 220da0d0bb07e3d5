import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const candidates = [
  process.env.LOAM_TEST_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = candidates.find((file) => file && existsSync(file));
const isRoot = process.getuid?.() === 0;

/** Each test file starts its own server on a free port with its own database (test/helpers/server.ts). */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  timeout: 90_000,
  workers: 1,
  // A slow machine takes longer.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
