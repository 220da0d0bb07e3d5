import { useWords } from '#web/platform/words.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { en } from './people.words.ts';

/** The way back to the directory. */
export function BackToPeople() {
  return <BackLink to="/people">{useWords(en)('person.back')}</BackLink>;
}
