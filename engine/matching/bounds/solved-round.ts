/** Groups found and what is proved about every round: least count per tier given the tiers above. */
export interface SolvedRound {
  groups: number[][];
  least: Float64Array;
  /** True when the whole order of aims is proved to be met as well as possible. */
  proved: boolean;
}
