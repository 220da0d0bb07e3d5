import type { MatchPerson, Meeting, RoundInput } from './round-input.ts';

const OUTCOMES: readonly unknown[] = ['met', 'again', 'not-yet', 'cannot', undefined];
const RULES: readonly unknown[] = ['across', 'within', 'levels', undefined];
/** Hours of any time zone and any number of nights stay far below. */
const MOST_MINUTES = 2 ** 30;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Throws a RangeError that names what cannot be: the person, the date or the setting. */
export function checkInput({ people, history = [], size = 2, seed = 1, prefer }: RoundInput): void {
  ensure(Number.isSafeInteger(seed), 'The seed must be a whole number.');
  ensure(Number.isInteger(size) && size >= 2 && size <= 8, 'The group size must be a whole number from 2 to 8.');
  ensure(RULES.includes(prefer), `There is no rule "${prefer}".`);
  const seen = new Set<string>();
  for (const person of people) {
    checkPerson(person);
    ensure(!seen.has(person.id), `Two people have the same id: "${person.id}".`);
    seen.add(person.id);
  }
  checkHistory(history);
}

function checkPerson({ id, hours, turns }: MatchPerson): void {
  ensure(typeof id === 'string' && id !== '', 'Somebody has no id.');
  ensure(turns === undefined || (isCount(turns.attended) && isCount(turns.odd)), `The turns of "${id}" are no counts.`);
  ensure(hours === undefined || (isMinute(hours.from) && isMinute(hours.to)), `The hours of "${id}" are no minutes.`);
}

/** Every date is looked at once, however many met on it. */
function checkHistory(history: readonly Meeting[]): void {
  const dates = new Set<string>();
  for (const { a, b, date, outcome } of history) {
    dates.add(date);
    if (!OUTCOMES.includes(outcome)) throw new RangeError(`"${a}" and "${b}" cannot have "${outcome}" for an outcome.`);
  }
  for (const date of dates) ensure(DATE.test(date), `"${date}" is no date like 2026-03-10.`);
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
const isMinute = (minute: number): boolean => Number.isInteger(minute) && Math.abs(minute) <= MOST_MINUTES;

function ensure(holds: boolean, trouble: string): void {
  if (!holds) throw new RangeError(trouble);
}
