/** Why these people sit together; a code with its words, for a message to render. */
export type Reason =
  | { code: 'wish'; subject: string }
  | { code: 'shared-interest'; interest: string }
  | { code: 'ask-offer'; subject: string }
  | { code: 'shared-intention'; intention: string }
  | { code: 'new-boundary'; units: readonly [string, string] }
  | { code: 'across-units'; units: readonly [string, string] }
  | { code: 'same-site'; site: string }
  | { code: 'first-meeting' }
  | { code: 'met-longest-ago'; date: string };

/** One group of the round. */
export interface PlannedGroup {
  members: string[];
  reasons: Reason[];
  /** At least one pair inside stands in the history as met. */
  repeat: boolean;
  /** At least one pair inside belongs to the same unit. */
  sameUnit: boolean;
}

/** Somebody without a group. One reason covers every boundary, so that no block is visible. */
export interface LeftOut {
  id: string;
  reason: 'alone' | 'boundaries';
}

/** How good a round is, in counts only; bounds are proved, not measured. */
export interface Certificate {
  people: number;
  placed: number;
  repeats: number;
  repeatsUnavoidable: number;
  sameUnitPairs: number;
  sameUnitUnavoidable: number;
  boundariesBridged: number;
  /** Points of tier 7, over all pairs inside groups. */
  value: number;
  upperBound: number;
  gap: number;
  method: Method;
  seed: number;
}

/** How the round was found. `exact` is proved optimal over all rounds; `repaired` moved as few as could be; others state their gap. */
export type Method = 'exact' | 'exact+third' | 'exact-on-candidates' | 'annealed' | 'repaired' | 'alone' | 'empty';

/** A planned round. */
export interface RoundPlan {
  groups: PlannedGroup[];
  leftOut: LeftOut[];
  certificate: Certificate;
}
