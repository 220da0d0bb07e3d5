import type { IntroductionDetails } from './shapes.ts';

/** A time to press. */
export interface TimeChoice {
  at: Date;
  isInOffice: boolean;
  isOutside: boolean;
}

/** What is asked for, what stands, then what is on offer; each time once, three at most. */
export function choicesOf({ time, times }: Pick<IntroductionDetails, 'time' | 'times'>, now: Date): TimeChoice[] {
  const offers = times.map(({ at, ...rest }) => ({ at: new Date(at), ...rest }));
  const known = [time?.asked?.at, time?.at].flatMap((at) => (at ? [new Date(at)] : []));
  const all = [...known.map((at) => ({ at, isInOffice: false, isOutside: false })), ...offers];
  const found = new Map<number, TimeChoice>();
  for (const each of all) if (each.at > now) found.set(each.at.getTime(), { ...found.get(each.at.getTime()), ...each });
  return [...found.values()].slice(0, 3).sort((a, b) => a.at.getTime() - b.at.getTime());
}
