import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Me } from '#contract/session.ts';
import { type IntroductionSummary, useAndYou } from '#web/features/introductions/introductions.tsx';
import { dayParts, formatClock, formatDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Faces } from '#web/ui/face.tsx';
import { atOf, byDay } from './by-day.ts';
import { en } from './meet.words.ts';

interface ComingUpProps {
  introductions: readonly IntroductionSummary[];
  me: NonNullable<Me['person']>;
}

/** Whom I meet, by date. */
export function ComingUp({ introductions, me }: ComingUpProps) {
  const t = useTranslation(en);
  return (
    <section>
      <h2>{t('meet.also')}</h2>
      <div className="loam-card">
        <div className="loam-rows">
          {byDay(introductions).map((introduction) => (
            <Row key={introduction.id} introduction={introduction} me={me} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Row({ introduction, me }: { introduction: IntroductionSummary; me: ComingUpProps['me'] }) {
  const t = useTranslation(en);
  const andYou = useAndYou();
  const { id, others, programme, startedAt, time } = introduction;
  const at = atOf(introduction);
  const isToCome = at !== null && at > new Date();
  const pencilled = time?.stand === 'pencilled' ? `, ${t('meet.pencilled')}` : '';
  const when = at ? `${formatClock(at)}${pencilled}` : t('meet.no-day');
  const origin = programme ? programme.name : t('meet.since', { day: formatDay(new Date(startedAt)) });
  return (
    <div className="meet-coming">
      <Leaf at={at} />
      <Faces
        people={[...others.slice(0, 2), me].slice(0, 2).map(({ photoUrl, plantSeed }) => ({ photoUrl, plantSeed }))}
        size={44}
      />
      <div className="meet-hello-words">
        <h3>{andYou(others, 'whole')}</h3>
        <p className="loam-muted">{[when, origin].join(' · ')}</p>
      </div>
      <Button
        size="sm"
        renderRoot={(props) => <Link {...props} to="/meet/$introductionId" params={{ introductionId: id }} />}
      >
        {t(isToCome ? 'meet.open-guide' : at ? 'meet.how' : 'meet.find-time')}
      </Button>
    </div>
  );
}

/** The day as a leaf of a calendar. */
function Leaf({ at }: { at: Date | null }) {
  if (!at)
    return (
      <span className="meet-day">
        <IconCalendarPlus size={24} stroke={1.5} aria-hidden />
      </span>
    );
  const { weekday, day, month } = dayParts(at);
  return (
    <time dateTime={at.toISOString()} className="meet-day">
      <span>{weekday}</span>
      <b>{day}</b> {month}
    </time>
  );
}
