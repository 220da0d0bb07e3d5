import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { SmallGraph } from '#engine/graph/small-graphs.test-helper.ts';
import type { Random } from '#engine/random.ts';
import { match } from './match.ts';
import { AIM, consult } from './match-oracle.test-helper.ts';

/** The two files of one round. Only for tests. */
export interface Files {
  people: string;
  met: string;
  size: number;
}

/** A small organisation on paper: units, sites, managers, languages, and rounds with trios, absences and lone meetings. */
export function randomFiles(random: Random, count: number, size: number): Files {
  const any = (things: readonly string[]): string => things[random.below(things.length)] ?? '';
  const some = (things: readonly string[]): string => things.filter(() => random.below(3) === 0).join(';');
  const units = ['', 'Sales', 'sales ', 'Ops', 'Lab', 'Board'].slice(0, 2 + random.below(5));
  const ids = Array.from({ length: count }, (_, place) => `p${place}`);
  const rows = ids.map((id) => [
    id,
    any(units),
    any(['', 'Bern', 'BERN', 'Kiel']),
    any([...ids, 'x', '']),
    some(['en', 'EN', 'de', 'fr']),
    some(['chess', 'Rowing', 'bread', ' maps', 'tea']),
  ]);
  const rounds = random.below(8);
  const met = Array.from({ length: rounds }, (_, round) => roundOf(random, [...ids, 'x', 'y'], { round, size })).flat();
  return {
    people: ['id,department,site,manager,languages,interests', ...rows.map((row) => row.join(','))].join('\n'),
    met: ['a,b,date', ...met].join('\n'),
    size,
  };
}

/** Rows of one past date: now and then few come, or only two meet. */
function roundOf(random: Random, ids: readonly string[], { round, size }: { round: number; size: number }): string[] {
  const date = `2026-0${1 + (round % 4)}-1${round}`;
  const there = ids.filter(() => random.below(6) > 0);
  const order = there.map((id) => ({ id, key: random.next() })).sort((a, b) => a.key - b.key);
  const lone = random.below(6) === 0;
  const met: string[] = [];
  for (let from = 0; from + 1 < order.length; ) {
    const rest = order.length - from;
    const own = rest < 2 * size ? (random.below(3) === 0 ? size : rest) : size;
    const group = order.slice(from, from + Math.min(own, size + 1));
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) met.push(`${one.id},${other.id},${date}`);
    }
    from += group.length;
    if (lone) break;
  }
  return met;
}

/** A graph as files: pairs without an edge have met; an edge of weight w is w interests that only these two name. */
export function graphFiles(graph: SmallGraph, random: Random, size: number): Files {
  const { vertices: count, edges } = graph;
  const interests = Array.from({ length: count }, (): string[] => []);
  const met: string[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (!edges.has(a * count + b)) met.push(`${a},${b},2026-01-0${1 + random.below(3)}`);
      else {
        for (let weight = 1 + random.below(3); weight > 0; weight--) {
          interests[a]?.push(`i${a}.${b}.${weight}`);
          interests[b]?.push(`i${a}.${b}.${weight}`);
        }
      }
    }
  }
  const rows = interests.map((own, id) => `${id},${own.join(';')}`);
  return { people: ['id,interests', ...rows].join('\n'), met: ['a,b,date', ...met].join('\n'), size };
}

interface Outcome {
  groups: { members: string[]; repeat: boolean; sameUnit: boolean }[];
  leftOut: { id: string }[];
  certificate: Record<string, number>;
}

const folder = mkdtempSync(join(tmpdir(), 'loam-oracle-'));
afterAll(() => rmSync(folder, { recursive: true }));

function answer({ people, met, size }: Files, seed: number): Outcome {
  writeFileSync(join(folder, 'people.csv'), people);
  writeFileSync(join(folder, 'met.csv'), met);
  const printed: string[] = [];
  const streams = {
    print: (text: string) => printed.push(text),
    warn: () => undefined,
    timer: () => 0,
    today: () => '',
  };
  const files = [join(folder, 'people.csv'), '--met', join(folder, 'met.csv')];
  match([...files, '--size', String(size), '--seed', String(seed), '--json'], streams);
  return JSON.parse(printed.join(''));
}

/** The command line's answer to these files is the best there is, and its certificate tells the truth. */
export function checkAnswer(files: Files, seed: number): void {
  const { groups, leftOut, certificate } = answer(files, seed);
  const oracle = consult(files.people, files.met, files.size);
  const members = groups.map((group) => group.members);
  expect([...members.flat(), ...leftOut.map((person) => person.id)].sort()).toEqual([...oracle.ids].sort());
  expect(leftOut).toHaveLength(oracle.ids.length === 1 ? 1 : 0);
  if (oracle.ids.length === 1) return;
  const own = oracle.aims(members);
  expect({ files, aims: own }).toEqual({ files, aims: oracle.best() });
  expect({ files, ...certificate }).toMatchObject({
    files,
    people: oracle.ids.length,
    placed: oracle.ids.length,
    repeats: own[AIM.repeats],
    repeatsUnavoidable: own[AIM.repeats],
    sameUnitPairs: own[AIM.unit],
    sameUnitUnavoidable: own[AIM.unit],
    boundariesBridged: oracle.bridged(members),
    value: 0 - (own[AIM.worth] ?? 0),
    upperBound: 0 - (own[AIM.worth] ?? 0),
    gap: 0,
  });
  for (const group of groups) {
    const alone = oracle.aims([group.members]);
    expect([group.repeat, group.sameUnit]).toEqual([(alone[AIM.repeats] ?? 0) > 0, (alone[AIM.unit] ?? 0) > 0]);
  }
}
