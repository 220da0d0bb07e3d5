/** Benchmarks by name; each prints its figures to standard output. */
const benches: Record<string, () => Promise<{ run(args: string[]): unknown }>> = {
  'real-data': () => import('./real-data.ts'),
  rounds: () => import('./rounds.ts'),
  crash: () => import('./crash.ts'),
  'first-view': () => import('./first-view.ts'),
  groups: () => import('./groups.ts'),
  latency: () => import('./latency.ts'),
  loop: () => import('./loop.ts'),
  pairs: () => import('./pairs.ts'),
  'ten-years': () => import('./ten-years.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
await (await bench()).run(args);
