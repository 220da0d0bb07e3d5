import { addDays } from '#server/platform/clock.ts';
import type { Chance } from './chance.rules.ts';
import { CRAFTS } from './crafts.words.ts';
import { INTERESTS, PASSIONS, PERSONAL } from './persons.words.ts';
import type { StaffMember } from './staff.rules.ts';
import type { Craft, Site } from './teams.ts';

/** What somebody says of themselves, and their limits. */
export interface Saying {
  about: string;
  talents: string[];
  passions: string[];
  askMeAbout: string[];
  interests: string[];
  languages: string[];
  hours: { from: number; to: number } | null;
  officeDays: number[];
  shows: string[];
  /** Null: not asked yet. */
  hellos: boolean | null;
  pausedUntil: string | null;
}

const ALL = ['about', 'talents', 'passions', 'askMeAbout', 'interests', 'languages', 'hours', 'officeDays'];
const SPOKEN: Record<Site, string> = { Lisbon: 'pt', Hamburg: 'de', Leipzig: 'de', Nairobi: 'sw' };

/** A list that starts again, in another order, once all of it was said. */
function inTurn(list: readonly string[], chance: Chance): () => string {
  let left: string[] = [];
  return () => {
    if (left.length === 0) left = chance.some(list, list.length);
    return left.pop() ?? '';
  };
}

function sayingOf(member: StaffMember, chance: Chance, words: { work(): string; personal(): string }): Saying {
  const { cast, craft, site } = member;
  const hours = chance.isTrue(0.6) ? { from: chance.between(7, 10), to: chance.between(15, 18) } : null;
  if (cast) {
    const { about, talents, passions, askMeAbout, interests, languages, officeDays } = cast;
    const hellos = cast.part === 'newcomer' ? null : true;
    const own = { about, talents, passions, askMeAbout, interests, languages, officeDays };
    return { ...own, hours: { from: 9, to: 17 }, shows: ALL, hellos, pausedUntil: null };
  }
  const isQuiet = chance.isTrue(0.22);
  const { talents, askMeAbout } = CRAFTS[craft];
  const more = chance.isTrue(0.3) ? [chance.one(['fr', 'es', 'it', 'pl', 'hi', 'tr'])] : [];
  const asked = chance.between(1, 100);
  return {
    about: isQuiet ? '' : chance.isTrue(0.7) ? `${words.work()} ${words.personal()}` : words.work(),
    talents: chance.some(talents, chance.between(1, 3)),
    passions: chance.some(PASSIONS, chance.between(0, 2)),
    askMeAbout: isQuiet ? [] : chance.some(askMeAbout, chance.between(1, 2)),
    interests: chance.some(INTERESTS, chance.between(1, 4)),
    languages: [SPOKEN[site], 'en', ...more],
    hours,
    officeDays: chance.some([1, 2, 3, 4, 5], chance.between(2, 4)).sort(),
    // The quiet ones show little; nobody has to say anything here.
    shows: isQuiet ? ['languages'] : ALL.filter((field) => chance.isTrue(field === 'about' ? 0.95 : 0.85)),
    hellos: asked <= 74 ? true : asked <= 84 ? false : null,
    pausedUntil: null,
  };
}

/** What each member says of themselves, in the order of the members; six of them are taking a pause. */
export function sayings(members: readonly StaffMember[], today: string, chance: Chance): Saying[] {
  const personal = inTurn(PERSONAL, chance);
  const work = new Map<Craft, () => string>();
  const list = members.map((member) => {
    const own = work.get(member.craft) ?? inTurn(CRAFTS[member.craft].about, chance);
    work.set(member.craft, own);
    return sayingOf(member, chance, { work: own, personal });
  });
  const pausing = list.filter((saying, index) => saying.hellos === true && !members[index]?.cast);
  for (const saying of chance.some(pausing, 6)) saying.pausedUntil = addDays(today, chance.between(5, 45));
  return list;
}
