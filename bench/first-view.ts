import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from '@playwright/test';
import { startServer } from '#test/helpers/server.ts';
import config from '../playwright.config.ts';

const root = resolve(import.meta.dirname, '..');
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** 1.6 Mbit a second each way, in bytes, and 150 ms to each answer. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWER_PROCESSOR = 4;
/** Whatever comes after such a silence (pages fetched ahead) is no part of the first view. */
const SILENCE = 1000;

interface View {
  fcpMs: number;
  lcpMs: number;
  cls: number;
  requests: number;
  scripts: number;
  jsKB: number;
}

interface Shift {
  value: number;
  startTime: number;
  hadRecentInput: boolean;
}

/** Runs in the page, before anything else does. */
function watch(): void {
  const seen: { lcp: number; shifts: Shift[] } = { lcp: 0, shifts: [] };
  Reflect.set(globalThis, 'firstView', seen);
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const [value, hadRecentInput] = [Reflect.get(entry, 'value'), Reflect.get(entry, 'hadRecentInput')];
      seen.shifts.push({ value, hadRecentInput, startTime: entry.startTime });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The worst window of shifts: each within a second of the one before, five seconds in all. */
function layoutShift(shifts: readonly Shift[]): number {
  let [worst, sum, first, last] = [0, 0, 0, 0];
  for (const { value, startTime, hadRecentInput } of shifts) {
    if (hadRecentInput) continue;
    const isNew = sum === 0 || startTime - last > 1000 || startTime - first > 5000;
    if (isNew) first = startTime;
    sum = (isNew ? 0 : sum) + value;
    last = startTime;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** What goes over the line until it is silent. */
function listen(session: CDPSession) {
  const open = new Set<string>();
  const scripts = new Set<string>();
  const figures = { requests: 0, scripts: 0, jsBytes: 0 };
  let lastAt = performance.now();
  const end = (id: string) => {
    open.delete(id);
    lastAt = performance.now();
  };
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (!request.url.startsWith('http')) return;
    open.add(requestId);
    figures.requests += 1;
    if (type !== 'Script') return;
    scripts.add(requestId);
    figures.scripts += 1;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) figures.jsBytes += encodedDataLength;
    end(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => end(requestId));
  return { figures, isSilent: () => open.size === 0 && performance.now() - lastAt > SILENCE };
}

async function measure(browser: Browser, options: BrowserContextOptions, url: string): Promise<View> {
  // A context of its own: nothing is cached.
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  const { figures, isSilent } = listen(session);
  await page.goto(url, { waitUntil: 'load' });
  await page.locator('.week-row').first().waitFor();
  while (!isSilent()) await page.waitForTimeout(100);
  const { requests, scripts, jsBytes } = { ...figures };
  const seen = await page.evaluate(() => ({
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ...(Reflect.get(globalThis, 'firstView') as { lcp: number; shifts: Shift[] }),
  }));
  await context.close();
  const cls = layoutShift(seen.shifts);
  return { fcpMs: seen.fcp, lcpMs: seen.lcp, cls, requests, scripts, jsKB: jsBytes / 1000 };
}

/** Signs in as the first of the sample's people; what the browser then keeps. */
async function signIn(page: Page, url: string) {
  await page.goto(`${url}/sample/welcome`);
  await page.getByRole('listitem').getByRole('button').first().click();
  await page.locator('.week-row').first().waitFor();
  return page.context().storageState();
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Today on a phone with a slow line and a slow processor, signed in, nothing cached: medians of some runs. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '5' }, locale: { type: 'string', default: 'en-GB' } },
  });
  // Only this bench needs a browser.
  const ready = spawnSync(process.execPath, [join(root, 'scripts/setup.cjs'), '--browser'], {
    stdio: ['ignore', 2, 2],
  });
  if (ready.status !== 0) process.exit(1);
  const server = await startServer();
  const browser = await chromium.launch(config.use?.launchOptions ?? {});
  try {
    const options = { ...PHONE, locale: values.locale, timezoneId: 'Europe/Lisbon' };
    const first = await browser.newContext(options);
    const storageState = await signIn(await first.newPage(), server.url);
    await first.close();
    const views: View[] = [];
    for (let turn = 0; turn < Number(values.runs); turn += 1)
      views.push(await measure(browser, { ...options, storageState }, `${server.url}/sample`));
    const middle = (of: (view: View) => number) => median(views.map(of));
    const figures: View = {
      fcpMs: Math.round(middle(({ fcpMs }) => fcpMs)),
      lcpMs: Math.round(middle(({ lcpMs }) => lcpMs)),
      cls: Math.round(middle(({ cls }) => cls) * 1000) / 1000,
      requests: middle(({ requests }) => requests),
      scripts: middle(({ scripts }) => scripts),
      jsKB: Math.round(middle(({ jsKB }) => jsKB) * 10) / 10,
    };
    console.log(JSON.stringify(figures));
  } finally {
    await browser.close();
    await server.stop();
  }
}
