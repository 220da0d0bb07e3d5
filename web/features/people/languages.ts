import { languageName } from '#web/platform/dates.ts';
import { currentLanguage } from '#web/platform/words.ts';

const CODES =
  'ar bg bn cs da de el en es et fa fi fr gl he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** Languages to choose from, by name. */
export const languageChoices = (): { value: string; label: string }[] =>
  CODES.map((value) => ({ value, label: languageName(value) })).sort((a, b) =>
    a.label.localeCompare(b.label, currentLanguage()),
  );
