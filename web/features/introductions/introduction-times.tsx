import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { base } from '#web/platform/place.ts';
import { currentLanguage, useWords } from '#web/platform/words.ts';
import type { IntroductionDetails } from './introduction-page.tsx';
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
  const { id, times, otherTimezone } = introduction;
  const whereOf = (at: Date, isInOffice: boolean): string => {
    const theirs = hourOf(at, otherTimezone);
    if (theirs !== hourOf(at)) return t('introductions.their-time', { time: theirs, name });
    return t(isInOffice ? 'introductions.office' : 'introductions.same-time');
  };
  if (!times.length) {
    return (
      <section className="introduction-part">
        <h2>{t('introductions.time')}</h2>
        <p className="loam-muted">{t('introductions.no-time')}</p>
      </section>
    );
  }
  return (
    <section className="introduction-part">
      <h2>{t('introductions.time')}</h2>
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
