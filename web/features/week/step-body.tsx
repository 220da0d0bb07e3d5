import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { calledName } from '#engine/names/called-name.ts';
import { SayHello } from '#web/features/introductions/introductions.tsx';
import { formatList, formatWeekday } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import type { Mark } from './memory.ts';
import { NextTime } from './next-time.tsx';
import { en } from './week.words.ts';
import type { PairSuggestion, Suggestion } from './why-words.tsx';

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** What a closed row says one could do. */
export function useStepWords(): (suggestion: Pick<Suggestion, 'step'>) => string {
  const t = useTranslation(en);
  return ({ step }) => t(`week.step.${step}`);
}

/** Words to begin with, to copy. */
function Opener({ suggestion: { step, why } }: { suggestion: Suggestion }) {
  const t = useTranslation(en);
  if (step === 'say-hello' || step === 'welcome' || step === 'introduce') return null;
  const isLine = why.code === 'manager' || why.code === 'report';
  const line = t(
    why.code === 'again' ? 'week.opener.again' : isLine ? 'week.opener.looking-forward' : `week.opener.${step}`,
  );
  return (
    <div className="week-opener">
      <blockquote>{t('week.quoted', { text: line })}</blockquote>
      <CopyButton value={line} timeout={4000}>
        {({ copied, copy }) => (
          <Button
            onClick={copy}
            leftSection={
              copied ? (
                <IconCheck size={18} stroke={1.5} aria-hidden />
              ) : (
                <IconCopy size={18} stroke={1.5} aria-hidden />
              )
            }
          >
            {t(copied ? 'week.copied' : 'week.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

/** When they are in the office, as far as they show it, and when both are. */
function OfficeDays({ name, days, mine }: { name: string; days: readonly number[]; mine: readonly number[] }) {
  const t = useTranslation(en);
  if (days.length === 0) return null;
  const both = days.filter((day) => mine.includes(day));
  const shown = WORKING_DAYS.concat(days.filter((day) => day > 5));
  return (
    <div className="week-days">
      <span className="week-circles" aria-hidden>
        {shown.map((day) => (
          <span key={day} data-in={days.includes(day) || undefined} data-both={both.includes(day) || undefined}>
            {formatWeekday(day, 'narrow')}
          </span>
        ))}
      </span>
      <span className="loam-muted">
        {t('week.in-on', { name, days: formatList(days.map((day) => formatWeekday(day, 'long'))) })}{' '}
        {both.length ? (
          <strong>{t('week.both-in', { days: formatList(both.map((day) => formatWeekday(day, 'long'))) })}</strong>
        ) : null}
      </span>
    </div>
  );
}

export interface StepActions {
  isPrimary: boolean;
  hasNext: boolean;
  onMark(does: Mark['does']): void;
  onUnmark(): void;
  onKeep(line: string): void;
  onNext(): void;
  onSkip(): void;
}

/** The step of one person, unfolded. */
export function StepBody({
  suggestion,
  mine,
  mark,
  ...actions
}: StepActions & { suggestion: Suggestion; mine: readonly number[]; mark: Mark | undefined }) {
  const t = useTranslation(en);
  const { person, step, email, officeDays } = suggestion;
  const isHello = step === 'say-hello' || step === 'welcome';
  if (mark?.does === 'asked') return <Asked personId={person.id} {...actions} />;
  return (
    <>
      <Opener suggestion={suggestion} />
      <OfficeDays name={calledName(person.name)} days={officeDays} mine={mine} />
      {email ? (
        <a className="week-email" href={`mailto:${email}`}>
          {email}
        </a>
      ) : null}
      <Group gap="sm">
        {isHello ? (
          <SayHello person={person} isPrimary={actions.isPrimary} />
        ) : (
          <Button
            leftSection={<IconCheck size={18} stroke={1.5} aria-hidden />}
            onClick={() => actions.onMark('asked')}
          >
            {t('week.i-asked')}
          </Button>
        )}
        {isHello ? null : <Button onClick={() => actions.onMark('spoke')}>{t('week.we-spoke')}</Button>}
      </Group>
      <Group gap={0} className="week-quiet">
        <Others {...actions} />
        {isHello ? null : (
          <Button variant="plain" size="sm" onClick={() => actions.onMark('known')}>
            {t('week.know-well')}
          </Button>
        )}
        <Button variant="plain" size="sm" onClick={() => actions.onMark('rests')}>
          {t('week.let-rest')}
        </Button>
      </Group>
    </>
  );
}

function Asked({ personId, onKeep, onUnmark }: Pick<StepActions, 'onKeep' | 'onUnmark'> & { personId: string }) {
  const t = useTranslation(en);
  return (
    <>
      <p className="week-chosen" role="status">
        <IconCheck size={18} stroke={1.5} aria-hidden /> {t('week.asked')}
        <Button variant="plain" size="sm" onClick={onUnmark} autoFocus>
          {t('week.undo')}
        </Button>
      </p>
      <NextTime personId={personId} onKeep={onKeep} />
    </>
  );
}

function Others({ hasNext, onNext, onSkip }: Pick<StepActions, 'hasNext' | 'onNext' | 'onSkip'>) {
  const t = useTranslation(en);
  return (
    <>
      {hasNext ? (
        <Button variant="plain" size="sm" onClick={onNext}>
          {t('week.someone-else')}
        </Button>
      ) : null}
      <Button variant="plain" size="sm" onClick={onSkip}>
        {t('week.skip')}
      </Button>
    </>
  );
}

/** Both pages, to ask each of them first: neither learns of the other from Loam. */
export function PairBody({
  pair,
  ...actions
}: { pair: PairSuggestion } & Pick<StepActions, 'hasNext' | 'onNext' | 'onSkip'>) {
  const t = useTranslation(en);
  return (
    <>
      <p className="loam-measure week-flat">{t('week.introduce-text')}</p>
      <span className="week-links">
        {pair.people.map(({ id, name }) => (
          <Link key={id} to="/people/$personId" params={{ personId: id }}>
            {t('week.page-of', { name: calledName(name) })}
          </Link>
        ))}
      </span>
      <Group gap={0} className="week-quiet">
        <Others {...actions} />
      </Group>
    </>
  );
}
