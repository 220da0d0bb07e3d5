import { chromium } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const only = process.argv[2];
for (const [name, opt] of Object.entries({
  l: { viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light' },
  dp: { viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark' },
})) {
  const ctx = await b.newContext(opt); const p = await ctx.newPage();
  p.on('console', m => m.type()==='error' && console.log(name, m.text()));
  await p.goto('http://localhost:4137/sample/'); await p.waitForSelector('.sample-person');
  await p.waitForTimeout(400);
  await p.screenshot({ path: `/tmp/wa/${name}-welcome.png`, fullPage: true });
  const axe = async (w) => { const r = await new AxeBuilder({ page: p }).analyze(); if (r.violations.length) console.log(name, w, r.violations.map(v => [v.id, v.nodes[0].html.slice(0,200)])); };
  await axe('welcome');
  for (const who of only ? [only] : ['Inês Carvalho', 'Katrin Vogel', 'Tomasz Zieliński']) {
    await p.goto('http://localhost:4137/sample/welcome'); await p.getByRole('button', { name: who }).click();
    await p.waitForSelector('.week-row'); await p.waitForTimeout(600);
    await p.screenshot({ path: `/tmp/wa/${name}-today-${who.slice(0,4)}.png`, fullPage: true });
    await axe('today');
  }
  const intro = p.getByRole('button', { name: /Introduce them|Miteinander|bekannt/ }).first();
  if (await intro.count()) { await intro.click(); await p.waitForTimeout(500); await p.screenshot({ path: `/tmp/wa/${name}-intro.png` }); await axe('introduce'); }
}
await b.close();
