/** Why two people might be good for each other; each has its turn, so that nobody meets only the alike. */
export const REASONS = ['alike', 'different', 'levels', 'newcomer', 'thin'] as const;
export type Reason = (typeof REASONS)[number];

/** The two reasons whose turn it is: each in two places of five, so that none ever fills more than half. */
export function reasonsInTurn(place: number): Reason[] {
  const at = (shift: number) => REASONS[(((place + shift) % REASONS.length) + REASONS.length) % REASONS.length];
  return [at(0), at(2)].flatMap((reason) => reason ?? []);
}

/** Draws some of a list, each for a reason in its turn, or for none where the turn finds nobody. */
export function drawnByTurns<Candidate, Because>(
  candidates: readonly Candidate[],
  turn: { from: number; most: number; because(candidate: Candidate, reason: Reason | null): Because | null },
): { candidate: Candidate; because: Because }[] {
  const left = [...candidates];
  const drawn: { candidate: Candidate; because: Because }[] = [];
  for (let place = 0; place < turn.most && left.length > 0; place += 1) {
    const found = firstFor(left, [...reasonsInTurn(turn.from + place), null], turn.because);
    if (!found) break;
    left.splice(left.indexOf(found.candidate), 1);
    drawn.push(found);
  }
  return drawn;
}

function firstFor<Candidate, Because>(
  left: readonly Candidate[],
  reasons: readonly (Reason | null)[],
  because: (candidate: Candidate, reason: Reason | null) => Because | null,
): { candidate: Candidate; because: Because } | undefined {
  for (const reason of reasons)
    for (const candidate of left) {
      const found = because(candidate, reason);
      if (found !== null) return { candidate, because: found };
    }
  return undefined;
}
