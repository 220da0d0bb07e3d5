import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { createRandom, shuffledRange } from '../engine/random.ts';
import { checkedIndexes } from '../test/helpers/checked-indexes.ts';
import { instrumented, type Mutant } from './mutants/instrument.rules.ts';
import { mutationsIn } from './mutants/mutations.rules.ts';
import type { Order } from './mutants/switch.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Where mutants live, and the tests that should catch them. */
const AREAS: Readonly<Record<string, { files: string; tests: string[] }>> = {
  engine: { files: 'engine/**/*.ts', tests: ['{engine,cli}/**/*.test.ts', 'server/**/*.rules.test.ts'] },
  web: { files: 'web/**/*.ts', tests: ['web/**/*.test.ts'] },
  rules: { files: 'server/**/*.rules.ts', tests: ['server/**/*.rules.test.ts'] },
};
const LEFT_OUT = /\.(test|suite|test-helper|words|words\.de|d)\.ts$/;
// Components, hooks and what handles the page itself are the browser tests'.
const LOOKS =
  /from '(?:react|@mantine\/|@tanstack\/|@lingui\/)|\buse[A-Z]\w*\(|\bdocument\.|\bPublicKeyCredential\b|import\.meta\.glob/;

const { values } = parseArgs({
  options: {
    area: { type: 'string', default: 'engine' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    minutes: { type: 'string', default: '60' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'loam-mutants-'));
process.env.LOAM_MUTANTS = folder;
const give = (order: Order) => writeFileSync(join(folder, 'order.json'), JSON.stringify(order));

/** A sample of all mutants of an area; the same seed draws the same. */
function drawn(files: string, seed: number, count: number): Mutant[] {
  const paths = globSync(files, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !LEFT_OUT.test(path) && path.includes(values.only) && !LOOKS.test(read(path)))
    .sort();
  const all = paths.flatMap((path) => mutationsIn(path, read(path)).map((each) => ({ ...each, path })));
  const order = [...shuffledRange(all.length, createRandom(seed))].slice(0, count);
  return order.flatMap((place, id) => all.slice(place, place + 1).map((each) => ({ ...each, id })));
}

function start(tests: string[], mutants: readonly Mutant[]): Promise<Vitest> {
  const plugin = {
    name: 'mutants',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const path = id.startsWith(root) ? id.slice(root.length + 1).replaceAll('\\', '/') : '';
      if (!/^(engine|web|server)\/.*\.ts$/.test(path) || LEFT_OUT.test(path)) return undefined;
      const here = mutants.filter((each) => each.path === path);
      return { code: instrumented(path, code, here), map: null };
    },
  };
  return createVitest(
    'test',
    {
      ...{ root, config: false, watch: false, reporters: [{}], pool: 'threads', maxWorkers: 2 },
      ...{ include: tests, exclude: ['**/*.deep.test.ts', 'node_modules/**'], testTimeout: 30_000 },
      setupFiles: [join(root, 'scripts/mutants/switch.ts')],
      // What was kept of earlier runs holds other mutants, or none.
      fsModuleCache: false,
    },
    { plugins: [plugin, checkedIndexes()] },
  );
}

interface Reached {
  /** Test files that reach a mutant, those that take less time first. */
  by(mutant: Mutant): string[];
  /** Milliseconds that a test file takes. */
  took: Map<string, number>;
}

/** Runs all tests with every mutant off. */
async function reach(tests: string[], mutants: readonly Mutant[]): Promise<Reached> {
  give({ active: -1, count: mutants.length, within: 600_000 });
  writeFileSync(join(folder, 'seen.txt'), '');
  const vitest = await start(tests, mutants);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(await vitest.globTestSpecifications());
  await vitest.close();
  const broken = testModules.filter((each) => !each.ok()).map(({ moduleId }) => moduleId);
  if (broken.length + unhandledErrors.length > 0)
    throw new Error(`These fail without any mutant: ${broken.join(', ')} ${unhandledErrors.join(' ')}`);
  const took = new Map(testModules.map((each) => [each.moduleId, each.diagnostic().duration]));
  const pairs = readFileSync(join(folder, 'seen.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return {
    took,
    by: ({ id }) =>
      pairs
        .flatMap(([seen, file = '']) => (seen === String(id) ? [file] : []))
        .sort((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0)),
  };
}

/** Whether a test notices the mutant: first the quickest that reaches it, then all the others. */
async function isCaught(vitest: Vitest, specs: Map<string, TestSpecification>, files: string[]): Promise<boolean> {
  for (const part of [files.slice(0, 1), files.slice(1)]) {
    const wanted = part.flatMap((file) => specs.get(file) ?? []);
    if (wanted.length === 0) continue;
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
    // The answer tells of earlier runs, too.
    const ran = testModules.filter(({ moduleId }) => part.includes(moduleId));
    if (unhandledErrors.length > 0 || ran.some((each) => !each.ok())) return true;
  }
  return false;
}

/** One that changes nothing must pass: else whatever fails would be taken for a mutant caught. */
async function checkControl(vitest: Vitest, specs: Map<string, TestSpecification>, files: string[]): Promise<void> {
  give({ active: -2, count: 0, within: 600_000 });
  if (await isCaught(vitest, specs, files)) throw new Error(`These fail without any mutant: ${files.join(', ')}`);
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
};

async function main(): Promise<void> {
  const area = AREAS[values.area];
  if (!area) throw new Error(`--area is one of ${Object.keys(AREAS).join(', ')}.`);
  const mutants = drawn(area.files, Number(values.seed), Number(values.count));
  const reached = await reach(area.tests, mutants);
  const vitest = await start(area.tests, mutants);
  const specs = new Map((await vitest.globTestSpecifications()).map((each) => [each.moduleId, each]));
  const until = performance.now() + Number(values.minutes) * 60_000;
  let [caught, tried] = [0, 0];
  for (const mutant of mutants) {
    if (performance.now() > until) break;
    tried += 1;
    const files = reached.by(mutant);
    const longest = Math.max(0, ...files.map((file) => reached.took.get(file) ?? 0));
    give({ active: mutant.id, count: mutants.length, within: 5000 + 4 * longest });
    if (await isCaught(vitest, specs, files)) {
      caught += 1;
      if (caught % 20 === 1) await checkControl(vitest, specs, files);
      continue;
    }
    const why = files.length === 0 ? 'not reached' : `survived ${files.length}`;
    const was = short(read(mutant.path).slice(mutant.start, mutant.end));
    console.log(`${why}\t${mutant.path}:${mutant.line}\t${mutant.kind}\t${was}\t→\t${short(mutant.text)}`);
  }
  await vitest.close();
  const share = ((100 * caught) / Math.max(1, tried)).toFixed(1);
  console.log(`\n${values.area}, seed ${values.seed}: ${caught} of ${tried} mutants caught (${share} %)`);
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
