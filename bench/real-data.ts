import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const DATA = process.env.LOAM_SHARED ?? resolve(ROOT, '../shared/data');
const SETS = ['sociopatterns-invs13', 'email-eu-core'];
const ROUNDS = 8;

/** The part of the command's output that is measured here. */
interface Outcome {
  groups: { members: string[] }[];
  certificate: Record<
    'people' | 'placed' | 'repeats' | 'repeatsUnavoidable' | 'sameUnitPairs' | 'sameUnitUnavoidable' | 'milliseconds',
    number
  > & {
    gap: number;
    method: string;
  };
}

/** Eight weekly rounds of twos and of fours over real organisations, by the command line; returns the exit code. */
export function run(args: string[]): number {
  const sets = args.length > 0 ? args : SETS;
  const missing = sets.find((set) => !existsSync(join(DATA, set, 'nodes.csv')));
  if (missing !== undefined) {
    console.error(
      `real-data: ${join(DATA, missing, 'nodes.csv')} is missing. Set LOAM_SHARED to the folder with the data.`,
    );
    return 2;
  }
  console.log(
    ['data', 'size', 'week', 'placed', 'repeats', 'least', 'sameUnit', 'least', 'gap', 'ms', 'method']
      .map(pad)
      .join(''),
  );
  const good = sets.flatMap((set) => [2, 4].map((size) => runSeries(set, size)));
  const all = good.every(Boolean);
  console.log(
    all
      ? 'Everybody placed, repeats at the proved minimum in every round.'
      : 'NOT every round is at the proved minimum.',
  );
  return all ? 0 : 1;
}

function pad(cell: string | number, place: number): string {
  return place === 0 ? String(cell).padEnd(22) : String(cell).padStart(place === 10 ? 15 : 9);
}

function runSeries(set: string, size: number): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'loam-real-'));
  const met = join(folder, 'met.csv');
  writeFileSync(met, 'a,b,date\n');
  let good = true;
  try {
    for (let week = 1; week <= ROUNDS; week++) {
      const { groups, certificate: own } = plan(join(DATA, set, 'nodes.csv'), met, size);
      const row = [set, size, week, `${own.placed}/${own.people}`, own.repeats, own.repeatsUnavoidable];
      row.push(own.sameUnitPairs, own.sameUnitUnavoidable, own.gap.toFixed(5), own.milliseconds, own.method);
      console.log(row.map(pad).join(''));
      good &&= own.placed === own.people && own.repeats === own.repeatsUnavoidable;
      const date = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
      const pairs = groups.flatMap(({ members }) =>
        members.flatMap((one, place) => members.slice(place + 1).map((other) => `${one},${other},${date}\n`)),
      );
      writeFileSync(met, readFileSync(met, 'utf8') + pairs.join(''));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return good;
}

function plan(people: string, met: string, size: number): Outcome {
  const args = [join(ROOT, 'cli/loam.ts'), 'match', people, '--met', met, '--size', String(size), '--json'];
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`loam match failed: ${done.stderr}`);
  return JSON.parse(done.stdout);
}
