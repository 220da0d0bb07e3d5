import { BackLink } from '#web/platform/back-link.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './people.words.ts';

/** The way back to the directory. */
export function BackToPeople() {
  return <BackLink to="/people">{useTranslation(en)('person.back')}</BackLink>;
}
