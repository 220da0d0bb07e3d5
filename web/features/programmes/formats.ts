import type { Cadence, Programme, ProgrammeKind, Rhythm, Rule } from '#contract/programmes.ts';
import { valuesOf } from '#web/platform/values.ts';

/** How a ready programme is set before anybody changes it. */
export interface Format {
  size: number;
  cadence: Cadence;
  weekday: number;
  drawTime: string;
  rule: Rule;
  /** Whether some take part in another role: buddies of newcomers, leaders of the lottery. */
  hasLead: boolean;
}

const usual = {
  size: 2,
  cadence: 'fortnightly',
  weekday: 2,
  drawTime: '09:00',
  rule: 'across',
  hasLead: false,
} as const;

/** The eight ready programmes, in the order in which they are offered. */
export const FORMATS: Readonly<Record<ProgrammeKind, Format>> = {
  coffee: usual,
  circle: { ...usual, size: 4, weekday: 4 },
  lunch: { ...usual, size: 4, cadence: 'weekly', weekday: 1 },
  walk: { ...usual, weekday: 3 },
  newcomer: { ...usual, cadence: 'weekly', weekday: 1, hasLead: true },
  learning: { ...usual, cadence: 'monthly-first', weekday: 3 },
  levels: { ...usual, cadence: 'monthly-first', weekday: 4, rule: 'levels' },
  lottery: { ...usual, size: 4, cadence: 'monthly-first', weekday: 4, rule: 'levels', hasLead: true },
};

export const PROGRAMME_KINDS = valuesOf<ProgrammeKind>(FORMATS);
export const CADENCES = valuesOf<Cadence>({ weekly: 1, fortnightly: 1, 'monthly-first': 1, 'monthly-last': 1 });
export const RULES = valuesOf<Rule>({ across: 1, within: 1, levels: 1 });
export const RHYTHMS = valuesOf<Rhythm>({ every: 1, fortnightly: 1, monthly: 1, quarterly: 1, asked: 1 });
export const SIZES = [2, 3, 4, 5, 6, 7, 8] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The kind that an address names, if it is one. */
export const kindOf = (text: string | undefined): ProgrammeKind | undefined =>
  PROGRAMME_KINDS.find((kind) => kind === text);

/** Where a member stands, as one word that the catalogues know. */
export function stateOf({ status, nextOn, membership }: Programme): MemberState {
  if (status !== 'running') return status;
  if (!membership || !nextOn) return 'waiting';
  if (membership.isSkipping) return 'skipping';
  if (membership.isDue) return 'due';
  return membership.rhythm === 'asked' ? 'asked' : 'resting';
}
export type MemberState = 'paused' | 'ended' | 'waiting' | 'skipping' | 'due' | 'asked' | 'resting';

/** How a round could be set otherwise. */
export interface Variant {
  size: number;
  rule: Rule;
  cadence: Cadence;
}

/** '4.across.weekly', as it stands in an address. */
export const variantText = ({ size, rule, cadence }: Variant): string => `${size}.${rule}.${cadence}`;

export function parseVariant(text: unknown): Variant | undefined {
  if (typeof text !== 'string') return undefined;
  const [sizeText, ruleText, cadenceText] = text.split('.');
  const size = SIZES.find((each) => String(each) === sizeText);
  const rule = RULES.find((each) => each === ruleText);
  const cadence = CADENCES.find((each) => each === cadenceText);
  return size && rule && cadence ? { size, rule, cadence } : undefined;
}

/** About how many rounds a year a cadence makes. */
export const roundsAYear = (cadence: Cadence): number =>
  ({ weekly: 52, fortnightly: 26, 'monthly-first': 12, 'monthly-last': 12 })[cadence];
