import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compareLists, eachPartition } from '#engine/matching/brute-force.test-helper.ts';
import { groupSizes, type RoundInput } from '#engine/matching/matching.ts';
import { randomWorld } from '#engine/matching/worlds.test-helper.ts';
import { createRandom } from '#engine/random.ts';
import { formatCsv } from './csv.ts';
import { match } from './match.ts';

const folder = mkdtempSync(join(tmpdir(), 'loam-deep-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  groups: { members: string[]; repeat: boolean; sameUnit: boolean }[];
  leftOut: { id: string }[];
  certificate: Record<string, number>;
}

function throughFiles(input: RoundInput): Outcome {
  const people = join(folder, 'people.csv');
  const met = join(folder, 'met.csv');
  const rows = input.people.map((person) => [
    person.id,
    person.unit?.join(' / ') ?? '',
    (person.interests ?? []).join(';'),
  ]);
  writeFileSync(people, formatCsv(['id', 'department', 'interests'], rows));
  writeFileSync(
    met,
    formatCsv(
      ['a', 'b', 'date'],
      (input.history ?? []).map(({ a, b, date }) => [a, b, date]),
    ),
  );
  let printed = '';
  const args = [people, '--met', met, '--size', String(input.size), '--seed', String(input.seed), '--json'];
  match(args, {
    print: (text) => {
      printed += text;
    },
    warn: () => undefined,
    timer: () => 0,
  });
  return JSON.parse(printed);
}

/** Fewest repeats, then fewest same-unit pairs among rounds with these sizes; only where turns do not matter. */
function leastByHand(input: RoundInput): { repeats: number; oldest: number; sameUnit: number } {
  const dates = [...new Set((input.history ?? []).map((meeting) => meeting.date))].sort();
  const last = new Map<string, number>();
  for (const { a, b, date } of input.history ?? []) {
    const rank = dates.indexOf(date) + 1;
    for (const key of [`${a} ${b}`, `${b} ${a}`]) last.set(key, Math.max(rank, last.get(key) ?? 0));
  }
  const unitOf = input.people.map((person) => person.unit?.join(' / ') ?? '');
  let best = [Number.POSITIVE_INFINITY, 0, 0];
  eachPartition(input.people.length, groupSizes(input.people.length, input.size ?? 2), (groups) => {
    const sums = [0, 0, 0];
    for (const group of groups) {
      for (const one of group) {
        for (const other of group) {
          if (one >= other) continue;
          const rank = last.get(`${input.people[one]?.id} ${input.people[other]?.id}`) ?? 0;
          if (rank > 0) sums[0] = (sums[0] ?? 0) + 1;
          sums[1] = (sums[1] ?? 0) + rank;
          if (unitOf[one] !== '' && unitOf[one] === unitOf[other]) sums[2] = (sums[2] ?? 0) + 1;
        }
      }
    }
    if (compareLists(sums, best) < 0) best = sums;
  });
  return { repeats: best[0] ?? 0, oldest: best[1] ?? 0, sameUnit: best[2] ?? 0 };
}

it('keeps every promise on 5,000 random small worlds, through the files of the command line', () => {
  const random = createRandom(77);
  for (let trial = 0; trial < 5000; trial++) {
    const size = 2 + random.below(trial % 5 === 0 ? 3 : 1);
    const input = randomWorld(random, 1 + random.below(8), size);
    const { groups, leftOut, certificate } = throughFiles(input);
    const placed = groups.flatMap((group) => group.members);
    expect([...placed, ...leftOut.map((person) => person.id)].sort()).toEqual(input.people.map((one) => one.id).sort());
    expect(leftOut).toHaveLength(input.people.length === 1 ? 1 : 0);
    expect(certificate.repeatsUnavoidable).toBe(certificate.repeats);
    expect(certificate.sameUnitUnavoidable).toBe(certificate.sameUnitPairs);
    const turnsMatter =
      groupSizes(input.people.length, size).some((own) => own > size) && (input.history ?? []).length > 0;
    if (input.people.length === 1 || turnsMatter) continue;
    const least = leastByHand(input);
    expect({ repeats: certificate.repeats, sameUnit: certificate.sameUnitPairs }).toEqual({
      repeats: least.repeats,
      sameUnit: least.sameUnit,
    });
  }
});
