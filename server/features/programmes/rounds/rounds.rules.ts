import { createHash } from 'node:crypto';
import type { Bridge, ProgrammeKind, Rule } from '#contract/programmes.ts';
import type {
  Certificate,
  MatchPerson,
  Meeting,
  PlannedGroup,
  RoundInput,
  RoundPlan,
} from '#engine/matching/matching.ts';

/** Units with fewer people in the round are told together, as "smaller units". */
const SMALL_UNIT = 5;

/** One who takes part in a round, with what matching may weigh. */
export interface Participant {
  person: MatchPerson;
  part: 'member' | 'lead';
  isNew: boolean;
  /** Rounds of this programme so far. */
  attended: number;
}

export interface Setting {
  kind: ProgrammeKind;
  size: number;
  rule: Rule;
  seed: number;
}

/** What a round is matched from: one input a pool, those without a place, and those not asked this time. */
export interface Draw {
  pools: RoundInput[];
  /** Not drawn this time; told, and first next time. */
  notDrawn: string[];
}

/** A seed from a programme and a date: the preview and the round itself agree. */
export const seedOf = (programmeId: string, on: string): number =>
  createHash('sha256').update(`${programmeId} ${on}`).digest().readUInt32BE(0) >>> 1;

const lot = (seed: number, id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');

/** The longest waiting first, ties by lot. */
function byTurn(people: readonly Participant[], seed: number): Participant[] {
  return people
    .map((each) => ({ each, lot: lot(seed, each.person.id) }))
    .sort((a, b) => a.each.attended - b.each.attended || (a.lot < b.lot ? -1 : 1))
    .map(({ each }) => each);
}

/** Every two of a list. */
function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, place) => ids.slice(place + 1).map((other): [string, string] => [one, other]));
}

const idsOf = (people: readonly Participant[]): string[] => people.map(({ person }) => person.id);

interface Past {
  history: readonly Meeting[];
  /** Pairs that never sit together. */
  forbidden: readonly (readonly [string, string])[];
}

/** Who is matched with whom at all, by the kind of programme; lunch happens at one site, newcomers meet a buddy. */
export function drawOf(setting: Setting, people: readonly Participant[], past: Past): Draw {
  const input = (chosen: readonly Participant[], apart: [string, string][] = []): RoundInput => ({
    people: chosen.map(({ person }) => person),
    history: past.history,
    forbidden: [...past.forbidden, ...apart],
    size: setting.size,
    seed: setting.seed,
    prefer: setting.rule,
  });
  if (setting.kind === 'lunch') {
    const sites = Map.groupBy(people, ({ person }) => person.site ?? '');
    const pools = [...sites].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chosen]) => input(chosen));
    return { pools, notDrawn: [] };
  }
  const [leads, members] = [
    people.filter((each) => each.part === 'lead'),
    people.filter((each) => each.part !== 'lead'),
  ];
  if (setting.kind === 'newcomer') return buddiesFor(members, byTurn(leads, setting.seed), input);
  if (setting.kind === 'lottery') return lottery(setting, { leads, guests: byTurn(members, setting.seed) }, input);
  return { pools: [input(people)], notDrawn: [] };
}

type InputOf = (chosen: readonly Participant[], apart?: [string, string][]) => RoundInput;

/** One buddy a newcomer where there are enough; buddies beyond that are not asked this time. */
function buddiesFor(members: readonly Participant[], leads: readonly Participant[], input: InputOf): Draw {
  const newcomers = members.filter(({ isNew }) => isNew);
  const buddies = leads.slice(0, newcomers.length);
  const apart = pairsOf(idsOf(buddies));
  if (buddies.length === newcomers.length) apart.push(...pairsOf(idsOf(newcomers)));
  return { pools: newcomers.length > 0 ? [input([...newcomers, ...buddies], apart)] : [], notDrawn: [] };
}

/** Each leader sits with guests drawn among those who wish; whoever is not drawn goes first next time. */
function lottery(
  setting: Setting,
  { leads, guests }: { leads: readonly Participant[]; guests: readonly Participant[] },
  input: InputOf,
): Draw {
  const drawn = guests.slice(0, leads.length * (setting.size - 1));
  const notDrawn = idsOf(guests.slice(drawn.length));
  const hosts = leads.slice(0, drawn.length);
  return { pools: drawn.length > 0 ? [input([...hosts, ...drawn], pairsOf(idsOf(hosts)))] : [], notDrawn };
}

/** What the pools' plans are together. */
export function together(plans: readonly RoundPlan[], seed: number): RoundPlan {
  const sum = (countOf: (each: Certificate) => number) =>
    plans.reduce((total, plan) => total + countOf(plan.certificate), 0);
  const [value, upperBound] = [sum((each) => each.value), sum((each) => each.upperBound)];
  const [only, ...more] = plans;
  const certificate: Certificate =
    only && more.length === 0
      ? only.certificate
      : {
          people: sum((each) => each.people),
          placed: sum((each) => each.placed),
          repeats: sum((each) => each.repeats),
          repeatsUnavoidable: sum((each) => each.repeatsUnavoidable),
          sameUnitPairs: sum((each) => each.sameUnitPairs),
          sameUnitUnavoidable: sum((each) => each.sameUnitUnavoidable),
          boundariesBridged: sum((each) => each.boundariesBridged),
          value,
          upperBound,
          gap: upperBound === 0 ? 0 : (upperBound - value) / upperBound,
          method: weakest(plans),
          seed,
        };
  return {
    groups: plans.flatMap(({ groups }) => groups),
    leftOut: plans.flatMap(({ leftOut }) => leftOut),
    certificate,
  };
}

const STRENGTH: readonly Certificate['method'][] = [
  'annealed',
  'repaired',
  'exact-on-candidates',
  'exact+third',
  'exact',
];

function weakest(plans: readonly RoundPlan[]): Certificate['method'] {
  const used = new Set(plans.map(({ certificate }) => certificate.method));
  return STRENGTH.find((method) => used.has(method)) ?? 'empty';
}

/** Smallest units with enough people in the round to be named. */
function namedUnits(people: readonly MatchPerson[]): [string, number][] {
  const units = Map.groupBy(people, (person) => person.unit?.at(-1) ?? '');
  return [...units]
    .map(([name, members]): [string, number] => [name, members.length])
    .filter(([name, count]) => name && count >= SMALL_UNIT);
}

const depthOf = (path: string): number => (path === '' ? 0 : path.split('\n').length);

/**
 * Under which unit each person is told of: the smallest one that holds enough people of the round, where those told
 * under the units below it do not count. Null where even the largest does not.
 */
function labelsOf(people: readonly MatchPerson[]): Map<string, string | null> {
  const told = Map.groupBy(people, (person) => (person.unit ?? []).join('\n'));
  const deepest = Math.max(0, ...[...told.keys()].map(depthOf));
  for (let depth = deepest; depth > 0; depth -= 1) {
    for (const [path, members] of [...told]) {
      if (depthOf(path) !== depth || members.length >= SMALL_UNIT) continue;
      const above = path.split('\n').slice(0, -1).join('\n');
      told.set(above, [...(told.get(above) ?? []), ...members]);
      told.delete(path);
    }
  }
  const labels = [...told].flatMap(([path, members]) =>
    members.map(({ id }): [string, string | null] => [id, path.split('\n').at(-1) || null]),
  );
  return new Map(labels);
}

/** Which units meet, by how many pairs of different smallest units; units with few people are told with those above. */
export function bridgesOf(groups: readonly Pick<PlannedGroup, 'members'>[], people: readonly MatchPerson[]): Bridge[] {
  const labels = labelsOf(people);
  const unitOf = new Map(people.map((person) => [person.id, (person.unit ?? []).join('\n')]));
  const counts = new Map<string, Bridge>();
  for (const [one, other] of groups.flatMap(({ members }) => pairsOf(members))) {
    if (unitOf.get(one) === unitOf.get(other)) continue;
    const [a = null, b = null] = [labels.get(one) ?? null, labels.get(other) ?? null].sort(nullsLast);
    const key = `${a ?? ''}\n${b ?? ''}`;
    const known = counts.get(key) ?? { a, b, pairs: 0 };
    counts.set(key, { ...known, pairs: known.pairs + 1 });
  }
  return [...counts.values()].sort(
    (one, other) => other.pairs - one.pairs || ((one.a ?? '~') < (other.a ?? '~') ? -1 : 1),
  );
}

const nullsLast = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** How many pairs of a plan met before, as far as a history tells. */
export function repeatsIn(groups: readonly Pick<PlannedGroup, 'members'>[], history: readonly Meeting[]): number {
  const met = history.filter(({ outcome }) => outcome === undefined || outcome === 'met');
  const known = new Set(met.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return groups.flatMap(({ members }) => pairsOf(members)).filter((pair) => known.has(pair.join(' '))).length;
}

/** The exact certificate, for the background alone. */
export interface KeptCertificate extends Certificate {
  /** The unit that forces pairs to stay inside: so many of all work there. Null where none does. */
  crowdedUnit: { name: string; people: number } | null;
  milliseconds: number;
}

/** The certificate as it is kept. */
export function certificateOf(
  plan: RoundPlan,
  people: readonly MatchPerson[],
  timing: { notDrawn: number; milliseconds: number },
): KeptCertificate {
  const { certificate } = plan;
  const [largest] = namedUnits(people).sort(([, a], [, b]) => b - a);
  const isForced = certificate.sameUnitUnavoidable > 0 && largest !== undefined;
  return {
    ...certificate,
    people: certificate.people + timing.notDrawn,
    crowdedUnit: isForced ? { name: largest[0], people: largest[1] } : null,
    milliseconds: timing.milliseconds,
  };
}

export interface Leftover {
  waiting: readonly { id: string; avoid: readonly string[] }[];
  /** Running introductions of the round. */
  groups: readonly { id: string; members: readonly string[] }[];
  size: number;
  /** Pairs that never sit together. */
  apart: readonly (readonly [string, string])[];
  history: readonly Meeting[];
}

export interface Placing {
  pairs: string[][];
  joining: { id: string; personId: string }[];
}

/** Places again who lost their place: two who wait sit together, else one joins a group; fewest repeats first. */
export function placeAgain({ waiting, groups, size, apart, history }: Leftover): Placing {
  const never = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  for (const { id, avoid } of waiting) for (const other of avoid) never.add(`${id} ${other}`).add(`${other} ${id}`);
  const met = new Set(history.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const repeats = (id: string, others: readonly string[]) => others.filter((other) => met.has(`${id} ${other}`)).length;
  const mayJoin = (id: string, others: readonly string[]) => others.every((other) => !never.has(`${id} ${other}`));
  const placing: Placing = { pairs: [], joining: [] };
  const left = waiting.map(({ id }) => id).sort();
  for (let id = left.shift(); id !== undefined; id = left.shift()) {
    const one = id;
    const [partner] = left
      .filter((other) => mayJoin(one, [other]))
      .sort((a, b) => repeats(one, [a]) - repeats(one, [b]));
    if (partner !== undefined) {
      left.splice(left.indexOf(partner), 1);
      placing.pairs.push([one, partner]);
      continue;
    }
    const [group] = groups
      .filter(({ id: group }) => !placing.joining.some((each) => each.id === group))
      .filter(({ members }) => members.length >= 2 && members.length <= size && mayJoin(one, members))
      .sort((a, b) => repeats(one, a.members) - repeats(one, b.members) || a.members.length - b.members.length);
    if (group) placing.joining.push({ id: group.id, personId: one });
  }
  return placing;
}
