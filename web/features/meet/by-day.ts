interface Timed {
  time: { at: string | null } | null;
}

/** When it is, if that is known. */
export const atOf = ({ time }: Timed): Date | null => (time?.at ? new Date(time.at) : null);

/** Those with a day first, by day; those without one after them. */
export const byDay = <T extends Timed>(introductions: readonly T[]): T[] =>
  introductions.toSorted((a, b) => (atOf(a)?.getTime() ?? Infinity) - (atOf(b)?.getTime() ?? Infinity) || 0);
