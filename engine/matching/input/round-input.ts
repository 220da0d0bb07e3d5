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
