import { useQuery } from '@tanstack/react-query';
import type { PersonPage as Person } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { formatClock, formatList, languageName } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { hoursAhead, sharedWords } from './between.ts';
import { en } from './people.words.ts';

/** What the reader shares with somebody, and which hour it is where they work. */
export function Between({ person }: { person: Person }) {
  const t = useTranslation(en);
  const mine = useQuery(api.people.mine.queryOptions());
  if (!mine.data) return null;
  const { shown, siteName, siteTimezone } = person;
  const { words, languages } = sharedWords(mine.data, shown);
  const shared = [
    ...(words.length ? [t('person.both-like', { list: formatList(words) })] : []),
    ...(languages.length ? [t('person.both-speak', { list: formatList(languages.map(languageName)) })] : []),
  ];
  const now = new Date();
  const ahead = siteTimezone ? hoursAhead(siteTimezone, now) : 0;
  const isElsewhere = siteTimezone && siteName && ahead !== 0;
  if (!shared.length && !isElsewhere) return null;
  return (
    <Card label={t(shared.length ? 'person.share' : 'person.local')}>
      {shared.length ? <p className="person-between">{shared.join(' ')}</p> : null}
      {isElsewhere ? (
        <p className={shared.length ? 'loam-muted' : 'person-between'}>
          {t(ahead > 0 ? 'person.ahead' : 'person.behind', {
            time: formatClock(now, siteTimezone),
            site: siteName,
            hours: Math.abs(ahead),
          })}
        </p>
      ) : null}
    </Card>
  );
}
