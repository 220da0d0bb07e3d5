import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '#web/platform/words.ts';
import { en } from './people.words.ts';

/** The way back to the directory. */
export function BackToPeople() {
  const t = useWords(en);
  return (
    <Link to="/people" className="people-back">
      <IconArrowLeft size={18} stroke={1.5} aria-hidden />
      {t('person.back')}
    </Link>
  );
}
