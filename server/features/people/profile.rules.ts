import type { Profile } from '#contract/people.ts';
import type { ProfileRow } from './people.queries.ts';
import { distinctWords, languageCodeOf } from './people.rules.ts';

export interface ProfileChange extends Partial<{ [Field in keyof Profile]: Profile[Field] | undefined }> {
  title?: string | undefined;
  shows?: string[] | undefined;
}

const EMPTY: Profile = {
  about: '',
  talents: [],
  passions: [],
  askMeAbout: [],
  interests: [],
  languages: [],
  hours: null,
  officeDays: [],
};

/** A profile as the API has it; empty where nothing was ever written. */
export function profileOf(row: ProfileRow | undefined): Profile {
  if (!row) return EMPTY;
  const hours = row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to };
  return {
    about: row.about,
    talents: row.talents,
    passions: row.passions,
    askMeAbout: row.ask_me_about,
    interests: row.interests,
    languages: row.languages,
    hours,
    officeDays: row.office_days,
  };
}

/** A profile change as columns; fields that are absent stay as they are. */
export function columnsOf(change: ProfileChange) {
  const { about, talents, passions, askMeAbout, interests, languages, hours, officeDays, shows } = change;
  return {
    ...(about !== undefined && { about }),
    ...(talents && { talents: distinctWords(talents) }),
    ...(passions && { passions: distinctWords(passions) }),
    ...(askMeAbout && { ask_me_about: distinctWords(askMeAbout) }),
    ...(interests && { interests: distinctWords(interests) }),
    ...(languages && { languages: distinctWords(languages.map(languageCodeOf)) }),
    ...(hours !== undefined && { hours_from: hours?.from ?? null, hours_to: hours?.to ?? null }),
    ...(officeDays && { office_days: [...new Set(officeDays)].sort() }),
    ...(shows && { shows: [...new Set(shows)] }),
  };
}
