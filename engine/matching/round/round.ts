/** One person of a round; every list may be missing, and what is missing never counts against anyone. */
export interface MatchPerson {
  id: string;
  /** Path from the largest unit to the smallest, e.g. ["R&D", "Core"]. */
  unit?: readonly string[];
  /** Level in the organisation, in its own words. */
  level?: string;
  site?: string;
  /** The id of this person's manager. */
  manager?: string;
  languages?: readonly string[];
  interests?: readonly string[];
  asks?: readonly string[];
  offers?: readonly string[];
  /** Intentions this person chose to say aloud. */
  intentions?: readonly string[];
  /** What this person hopes for in this round. */
  wish?: Wish;
  /** Working hours in minutes of one common day (UTC); may pass midnight. */
  hours?: { from: number; to: number };
  /** True when this person accepts a conversation without a common hour. */
  asynchronous?: boolean;
  /**
   * Rounds so far, and those of them as the extra person or without a place. Given for anybody, turns are taken from
   * here alone; whoever has none stands at the median.
   */
  turns?: { attended: number; odd: number };
}

/** A hope for one round: a subject to talk about, a unit to meet, or somebody of another level. */
export interface Wish {
  subject?: string;
  unit?: string;
  levels?: boolean;
}

/** Two people on one date (ISO, yyyy-mm-dd), as met or as reported. */
export interface Meeting {
  a: string;
  b: string;
  date: string;
  /** Missing means met; `again` means both asked to meet again. */
  outcome?: 'met' | 'again' | 'not-yet' | 'cannot';
}

/** Everything a round is planned from; nothing else is looked at. */
export interface RoundInput {
  people: readonly MatchPerson[];
  history?: readonly Meeting[];
  /** Pairs that never sit together (blocks either way), by id. */
  forbidden?: readonly (readonly [string, string])[];
  /** People in a group, 2 to 8. */
  size?: number;
  seed?: number;
  /** The programme's rule: across units (when missing), within them, or across levels. */
  prefer?: 'across' | 'within' | 'levels';
  /** Called with a share of the work done, 0 to 1. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

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

/** How good a round is, in counts only (matching.md, "The certificate"); bounds are proved, not measured. */
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
