import { expect, it } from 'vitest';
import { type Meeting, planRound } from '#engine/matching/matching.ts';
import { createRandom, type Random } from '#engine/random.ts';
import { isDue, type Standing } from '../membership/membership.rules.ts';
import { drawOf, type Participant, placeAgain } from './rounds.rules.ts';

const PAIRS = 1_000_000;
const KINDS = ['coffee', 'circle', 'lunch', 'walk', 'newcomer', 'learning', 'levels', 'lottery'] as const;
const ON = '2026-11-24';

const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[random.below(list.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
};
const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

interface Somebody extends Participant {
  standing: Standing;
}

function somebody(random: Random, place: number): Somebody {
  const standing: Standing = {
    status: pick(random, ['active', 'active', 'active', 'active', 'away', 'leaving', 'alumni']),
    pausedUntil: pick(random, [null, null, null, '2026-11-23', ON, '2027-01-31']),
    rhythm: pick(random, ['every', 'every', 'fortnightly', 'monthly', 'asked']),
    isSkipping: random.below(10) === 0,
    wantsIn: random.below(2) === 0,
    lastOn: pick(random, [null, '2026-11-17', '2026-11-10', '2026-09-01']),
    ownRhythm: pick(random, [null, null, 'monthly']),
    lastAnywhere: pick(random, [null, '2026-11-17', '2026-09-01']),
  };
  const person = {
    id: `p${place}`,
    unit: [`U${random.below(4)}`],
    ...(random.below(3) ? { site: `S${random.below(3)}` } : {}),
  };
  const part = random.below(4) === 0 ? ('lead' as const) : ('member' as const);
  return { person, part, isNew: random.below(3) === 0, attended: random.below(5), standing };
}

/** Plans one round in a random world, lets people leave and swap, places them again, and returns every pair it made. */
function everyPair(random: Random): {
  pairs: [string, string][];
  due: Set<string>;
  apart: Set<string>;
  gone: Set<string>;
} {
  // Groups take a hundred times longer to match than pairs do.
  const size = random.below(20) === 0 ? 3 + random.below(2) : 2;
  const most = size === 2 ? 300 : 40;
  const people = Array.from({ length: 2 + random.below(most) }, (_, place) => somebody(random, place));
  const blocks = Array.from({ length: random.below(people.length) }, (): [string, string] => [
    pick(random, people).person.id,
    pick(random, people).person.id,
  ]).filter(([a, b]) => a !== b);
  const history = Array.from(
    { length: random.below(60) },
    (): Meeting => ({
      a: pick(random, people).person.id,
      b: pick(random, people).person.id,
      date: pick(random, ['2026-11-03', '2026-11-10', '2026-11-17']),
    }),
  ).filter(({ a, b }) => a !== b);
  const due = people.filter(({ standing }) => isDue(standing, ON));
  const setting = { kind: pick(random, KINDS), size, rule: 'across' as const, seed: random.below(1e9) };
  const { pools } = drawOf(setting, due, { history, forbidden: blocks });
  const groups = pools.flatMap((pool) => planRound(pool).groups.map(({ members }) => [...members]));
  const again = leaveAndPlaceAgain(random, { groups, blocks, history, size });
  const made = [...groups, ...again.groups];
  return {
    pairs: made.flatMap((group) =>
      group.flatMap((one, place) => group.slice(place + 1).map((other): [string, string] => [one, other])),
    ),
    due: new Set(due.map(({ person }) => person.id)),
    apart: new Set([...blocks, ...again.apart].map(([a, b]) => key(a, b))),
    gone: again.gone,
  };
}

interface Drawn {
  groups: string[][];
  blocks: [string, string][];
  history: Meeting[];
  size: number;
}

/** Some leave, some swap, some block after the draw; whoever is left alone, or swapped, is placed again. */
function leaveAndPlaceAgain(random: Random, { groups, blocks, history, size }: Drawn) {
  const gone = new Set<string>();
  const waiting: { id: string; avoid: string[] }[] = [];
  const running = groups.map((members, place) => ({ id: `g${place}`, members: [...members] }));
  for (const group of running) {
    if (random.below(4) !== 0) continue;
    const one = pick(random, group.members);
    const before = group.members.filter((id) => id !== one);
    group.members = before;
    if (random.below(2) === 0) gone.add(one);
    else waiting.push({ id: one, avoid: before });
    if (before.length !== 1) continue;
    waiting.push(...before.map((id) => ({ id, avoid: [one] })));
    group.members = [];
  }
  const placing = placeAgain({ waiting, groups: running, size, apart: blocks, history });
  const joined = placing.joining.map(({ id, personId }) => [
    ...(running.find((group) => group.id === id)?.members ?? []),
    personId,
  ]);
  const placed = [...placing.pairs, ...joined];
  return {
    groups: placed,
    gone: new Set([...gone].filter((id) => placed.some((group) => group.includes(id)))),
    apart: [] as [string, string][],
  };
}

it('a million pairs in random worlds break nobody’s limits, also after people left and swapped', () => {
  const random = createRandom(2026);
  let [pairs, blocked] = [0, 0];
  for (let worlds = 0; pairs < PAIRS; worlds += 1) {
    const world = everyPair(random);
    blocked += world.apart.size;
    for (const [a, b] of world.pairs) {
      if (a === b || !world.due.has(a) || !world.due.has(b) || world.apart.has(key(a, b)))
        throw new Error(`World ${worlds}: ${a} and ${b} must not meet.`);
    }
    expect(world.gone.size).toBe(0);
    pairs += world.pairs.length;
  }
  expect(blocked).toBeGreaterThan(100_000);
}, 1_200_000);
