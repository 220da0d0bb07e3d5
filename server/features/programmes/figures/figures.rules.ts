import { createHash } from 'node:crypto';
import type { Bridge, RoundFigures } from '#contract/programmes.ts';
import type { RoundPlan } from '#engine/matching/matching.ts';
import { createRandom, type Random } from '#engine/random.ts';
import { bridgesOf, type Participant } from '../rounds/rounds.rules.ts';

/** Below so many no count is told, and no unit is named. */
const FEWEST = 5;
/** Every count is blurred by up to so many, either way, with equal chance. */
export const BLUR = 7;
/** How many others must move before figures are told anew: one number of these, by lot. */
const MOVED = { least: 6, most: 12 };
/** Figures of a quiet programme are told anew after so many days, whoever moved. */
export const STANDS_FOR = 91;
/** With so many placed, proved minimums are told exactly. */
export const EXACT_FROM = 20;

/** Blurred counts that all of a host's figures are made from; nothing else is looked at. */
export interface Blurred {
  people: number;
  /** Members, due or not. */
  joined: number;
  /** Buddies of newcomers, or leaders of a lottery. */
  leads: number;
  /** Units that are surely large enough to be named. */
  units: { name: string; people: number }[];
  /** Where the lot of figures that are planned begins. */
  seed: number;
}

/** Those whom figures tell of. */
export interface Crowd {
  people: readonly Pick<Participant, 'person' | 'part'>[];
  joined: number;
}

/** Chance that nobody outside knows: from a secret and an id that was never used before. */
export const hiddenChance = (secret: string, id: string): Random =>
  createRandom(createHash('sha256').update(`${secret} ${id}`).digest().readUIntBE(0, 6));

export const thresholdBy = (chance: Random): number => MOVED.least + chance.below(MOVED.most - MOVED.least + 1);

/** A count, blurred once. */
export const blurred = (count: number, chance: Random): number => count + chance.below(2 * BLUR + 1) - BLUR;

/** A blurred count as hosts read it: null where it could be fewer than five, else rounded to five. */
export const told = (blurry: number): number | null =>
  blurry < FEWEST + BLUR ? null : Math.max(FEWEST, Math.round(blurry / 5) * 5);

/** Counts of a crowd, blurred once and for all; null where they could be fewer than five. */
export function blur(crowd: Crowd, chance: Random): Blurred | null {
  const people = blurred(crowd.people.length, chance);
  const rest = Math.max(0, blurred(crowd.joined - crowd.people.length, chance));
  const leads = Math.max(1, blurred(crowd.people.filter(({ part }) => part === 'lead').length, chance));
  const seed = chance.below(2 ** 31);
  const byUnit = Map.groupBy(crowd.people, ({ person }) => person.unit?.at(-1) ?? '');
  const units = [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, people]) => ({ name, people: blurred(people.length, chance) }))
    .filter((unit) => unit.name !== '' && told(unit.people) !== null);
  if (told(people) === null) return null;
  return { people, joined: people + rest, leads, units, seed };
}

/** How many of two lists stand in one alone, apart from some. */
export function moved(before: readonly string[], now: readonly string[], apart: readonly string[]): number {
  const [one, other, not] = [new Set(before), new Set(now), new Set(apart)];
  const inOneAlone = [...before.filter((id) => !other.has(id)), ...now.filter((id) => !one.has(id))];
  return inOneAlone.filter((id) => !not.has(id)).length;
}

/** A crowd that stands for the real one: as many, from the same large units, and nobody of them. */
export function standIns({ people, leads, units }: Blurred, kind: string): Participant[] {
  const named = units.reduce((sum, unit) => sum + unit.people, 0);
  const share = Math.min(1, people / Math.max(1, named));
  const places = units.flatMap(({ name, people: there }) => Array<string>(Math.floor(there * share)).fill(name));
  const hasLeads = kind === 'newcomer' || kind === 'lottery';
  // Leads are spread over the units, whatever the real ones' are.
  const every = hasLeads ? Math.max(2, Math.round(people / leads)) : Number.POSITIVE_INFINITY;
  return Array.from({ length: people }, (_, place) => {
    const unit = places[place];
    return {
      person: { id: `stand-in ${place}`, ...(unit && { unit: [unit] }) },
      part: place % every === 0 && hasLeads ? 'lead' : 'member',
      isNew: kind === 'newcomer',
      attended: 0,
    };
  });
}

const toFive = (count: number): number | null => (count < FEWEST ? null : Math.round(count / 5) * 5);

const roundedBridges = (bridges: readonly Bridge[]): Bridge[] =>
  bridges.flatMap((bridge) => {
    const pairs = toFive(bridge.pairs);
    return pairs === null ? [] : [{ ...bridge, pairs }];
  });

/** What a host reads of a plan for stand-ins. */
export function figuresOf(plan: RoundPlan, people: readonly Participant[], asOf: string): RoundFigures {
  const placed = plan.groups.reduce((sum, { members }) => sum + members.length, 0);
  return {
    asOf,
    people: toFive(people.length),
    withoutPlace: toFive(people.length - placed),
    groups: toFive(plan.groups.length),
    sameUnitPairs: toFive(plan.certificate.sameUnitPairs),
    bridges: roundedBridges(
      bridgesOf(
        plan.groups,
        people.map(({ person }) => person),
      ),
    ),
  };
}
