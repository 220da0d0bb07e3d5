import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { listWords } from '#web/platform/dates.ts';
import { base } from '#web/platform/place.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import type { IntroductionDetails } from './introduction-page.tsx';
import { firstNames } from './introductions.tsx';
import { en } from './introductions.words.ts';

const locale = (): string => (currentLanguage() === 'de' ? 'de' : 'en-GB');

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

function hourOf(at: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', ...zone }).format(at);
}

/** Three times that suit both; each is a calendar file. */
export function Times({ introduction, name }: { introduction: IntroductionDetails; name: string }) {
  const t = useWords(en);
  const [chosen, setChosen] = useState<string | null>(null);
  const { id, times, words, others } = introduction;
  const isPair = others.length === 1;
  const whereOf = (at: Date, isInOffice: boolean): string => {
    // Whoever lives by the same clock as others is named with them.
    const byTime = new Map<string, string[]>();
    for (const each of words) {
      const theirs = hourOf(at, each.timezone);
      const who = others.filter((other) => other.id === each.personId);
      byTime.set(theirs, [...(byTime.get(theirs) ?? []), firstNames(who)]);
    }
    byTime.delete(hourOf(at));
    const elsewhere = [...byTime].map(([time, names]) =>
      t('introductions.their-time', { time, name: listWords(names) }),
    );
    if (elsewhere.length) return elsewhere.join(' · ');
    if (isPair) return t(isInOffice ? 'introductions.office' : 'introductions.same-time');
    return t(isInOffice ? 'introductions.office-all' : 'introductions.same-time-all');
  };
  if (!times.length) {
    return (
      <section className="introduction-part">
        <h2>{t(isPair ? 'introductions.time' : 'introductions.time-all')}</h2>
        <p className="loam-muted">{t('introductions.no-time')}</p>
      </section>
    );
  }
  return (
    <section className="introduction-part">
      <h2>{t(isPair ? 'introductions.time' : 'introductions.time-all')}</h2>
      <p className="loam-muted" style={{ margin: '0 0 12px' }}>
        {t('introductions.time-text')}
      </p>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {times.map((time) => {
          const at = new Date(time.at);
          const key = at.toISOString();
          return (
            <a
              key={key}
              className="introduction-time"
              data-chosen={chosen === key || undefined}
              href={`${base}/api/introductions/${id}/calendar.ics?at=${encodeURIComponent(key)}&language=${currentLanguage()}`}
              download="loam.ics"
              onClick={() => setChosen(key)}
            >
              <strong>{dayOf(at)}</strong>
              <span>{hourOf(at)}</span>
              <small>{whereOf(at, time.isInOffice)}</small>
            </a>
          );
        })}
      </SimpleGrid>
      <p className="loam-muted" aria-live="polite" style={{ marginBottom: 0 }}>
        {t(chosen ? 'introductions.time-chosen' : 'introductions.reply', { name })}
      </p>
    </section>
  );
}
