import { Button } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { calledName } from '#engine/names/called-name.ts';
import { formatDay } from '#web/platform/dates.ts';
import { isolated, useTranslation } from '#web/platform/words.ts';
import { Face, TwoFaces } from '#web/ui/face.tsx';
import { arranged, askedBefore, type Row } from './arrange.ts';
import { LastWeek } from './last-week.tsx';
import { type Kind, type Mark, type Memory, withMark, withNextTime, withSkipped, withStanding } from './memory.ts';
import { PairBody, StepBody, useStepWords } from './step-body.tsx';
import { en } from './week.words.ts';
import { type PairSuggestion, PairWhy, type Suggestion, type Week, WhyWords } from './why-words.tsx';

export interface RowsProps {
  week: Week;
  memory: Memory;
  /** 'YYYY-MM-DD' */
  today: string;
  /** Whether something before these rows has the page's one primary button. */
  isBusy: boolean;
  onRemember(memory: Memory): void;
  /** Keeps a line in the notebook of this device. */
  onNote(line: string): void;
}

/** What was just pressed and can be undone, in the row where it was pressed. */
interface Done {
  kind: Kind;
  personId: string;
  mark: Mark;
  before: Mark | undefined;
}

/** Last week's questions, then a row for each kind; one unfolds at a time. */
export function WeekRows({ week, memory, today, isBusy, onRemember, onNote }: RowsProps) {
  const [opened, setOpened] = useState<Kind | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const rows = arranged(week, memory, today);
  const mark = (personId: string, name: string, does: Mark['does']) =>
    withMark(memory, personId, { does, on: today, name });
  const keep = (personId: string, name: string, line: string, next: Memory) => {
    if (line.trim()) onNote(`${calledName(name)}: ${line.trim()}`);
    onRemember(withNextTime(next, personId, line));
  };
  // A kind whose last person just went keeps its line, so that there is an undo.
  const gone = done && !rows.some(({ kind }) => kind === done.kind) ? done : null;
  const doneRow = (kept: Done) => (
    <DoneRow
      key={kept.kind}
      done={kept}
      today={today}
      onDay={(on) => {
        setDone({ ...kept, mark: { ...kept.mark, on } });
        onRemember(withMark(memory, kept.personId, { ...kept.mark, on }));
      }}
      onUndo={() => {
        onRemember(withMark(memory, kept.personId, kept.before));
        setDone(null);
      }}
      onClose={() => setDone(null)}
    />
  );
  return (
    <div className="loam-rows">
      {askedBefore(memory, today).map((asked) => (
        <LastWeek
          key={asked.personId}
          asked={asked}
          onTalked={(line) =>
            keep(asked.personId, asked.mark.name, line, mark(asked.personId, asked.mark.name, 'spoke'))
          }
          onNotYet={() => {
            const back = withStanding(withMark(memory, asked.personId, undefined), 'hardlyKnow', asked.personId);
            onRemember(withStanding(back, 'nurture', asked.personId));
          }}
          onRest={() => onRemember(mark(asked.personId, asked.mark.name, 'rests'))}
        />
      ))}
      {rows.map((row) =>
        done?.kind === row.kind ? (
          doneRow(done)
        ) : (
          <KindRow
            key={row.kind}
            row={row}
            mine={week.officeDays}
            memory={memory}
            isOpen={opened === row.kind}
            isPrimary={!isBusy}
            onToggle={() => setOpened(opened === row.kind ? null : row.kind)}
            onNext={() => row.next && onRemember(withStanding(memory, row.kind, row.next))}
            onSkip={(isSkipped) => onRemember(withSkipped(memory, row.kind, isSkipped))}
            onMark={(does, person) => {
              const next = mark(person.id, person.name, does);
              onRemember(next);
              const made = next.marks[person.id];
              if (does !== 'asked' && made)
                setDone({ kind: row.kind, personId: person.id, mark: made, before: memory.marks[person.id] });
            }}
            onUnmark={(person) => onRemember(withMark(memory, person.id, undefined))}
            onKeep={(line, person) => {
              keep(person.id, person.name, line, memory);
              setOpened(null);
            }}
          />
        ),
      )}
      {gone ? doneRow(gone) : null}
    </div>
  );
}

interface Person {
  id: string;
  name: string;
}

interface KindRowProps {
  row: Row<Suggestion, PairSuggestion>;
  mine: readonly number[];
  memory: Memory;
  isOpen: boolean;
  isPrimary: boolean;
  onToggle(): void;
  onNext(): void;
  onSkip(isSkipped: boolean): void;
  onMark(does: Mark['does'], person: Person): void;
  onUnmark(person: Person): void;
  onKeep(line: string, person: Person): void;
}

function KindRow({ row, mine, memory, isOpen, isPrimary, onToggle, ...on }: KindRowProps) {
  const t = useTranslation(en);
  const stepWords = useStepWords();
  const shared = { isOpen, onToggle, kind: row.kind };
  const next = { hasNext: row.next !== null, onNext: on.onNext, onSkip: () => on.onSkip(true) };
  if (memory.skipped.includes(row.kind))
    return (
      <div className="week-skipped">
        <span className="loam-muted" role="status">
          {t('week.skipped', { kind: t(`week.kind.${row.kind}`) })}
        </span>
        <Button variant="plain" size="sm" onClick={() => on.onSkip(false)} autoFocus={isOpen}>
          {t('week.undo')}
        </Button>
      </div>
    );
  if (row.kind === 'connect') {
    const [a, b] = row.pair.people;
    const names = { first: calledName(a.name), second: calledName(b.name) };
    return (
      <Unfolding
        {...shared}
        faces={<TwoFaces first={a} second={b} size={48} />}
        title={t('week.two', names)}
        why={<PairWhy pair={row.pair} />}
        hint={t('week.step.introduce')}
      >
        <PairBody pair={row.pair} {...next} />
      </Unfolding>
    );
  }
  const { person } = row.single;
  const line = memory.nextTime[person.id];
  return (
    <Unfolding
      {...shared}
      faces={<Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={56} />}
      title={
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {isolated(person.name)}
        </Link>
      }
      place={[person.unitName, person.siteName].filter(Boolean).join(', ')}
      why={line ? t('week.why.next-time', { text: line }) : <Because suggestion={row.single} mark={row.mark} />}
      hint={row.mark?.does === 'asked' ? t('week.asked') : stepWords(row.single)}
      isDone={row.mark?.does === 'asked'}
    >
      <StepBody
        suggestion={row.single}
        mine={mine}
        mark={row.mark}
        isPrimary={isPrimary}
        {...next}
        onMark={(does) => on.onMark(does, person)}
        onUnmark={() => on.onUnmark(person)}
        onKeep={(kept) => on.onKeep(kept, person)}
      />
    </Unfolding>
  );
}

/** Why, by what this device remembers before what the server knows. */
function Because({ suggestion, mark }: { suggestion: Suggestion; mark: Mark | undefined }) {
  const t = useTranslation(en);
  if (mark?.does === 'known') return t('week.why.known');
  if (mark?.does === 'spoke') return t('week.why.spoke-on', { text: formatDay(mark.on) });
  return <WhyWords why={suggestion.why} />;
}

interface UnfoldingProps {
  faces: ReactNode;
  kind: Kind;
  title: ReactNode;
  place?: string;
  why: ReactNode;
  hint: string;
  isDone?: boolean;
  isOpen: boolean;
  onToggle(): void;
  children: ReactNode;
}

/** A row: closed it carries a hint, opened its step. */
function Unfolding(props: UnfoldingProps) {
  const t = useTranslation(en);
  const id = useId();
  const Chevron = props.isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className="week-row">
      <div className="week-head">
        {props.faces}
        <div className="week-words">
          <p className="loam-label">{t(`week.kind.${props.kind}`)}</p>
          <span>
            <strong className="week-name">{props.title}</strong>
            {props.place ? <span className="week-place">{props.place}</span> : null}
          </span>
          <span className="loam-muted">{props.why}</span>
        </div>
        <button
          type="button"
          className="week-toggle"
          aria-expanded={props.isOpen}
          aria-controls={id}
          onClick={props.onToggle}
        >
          {props.isDone ? <IconCheck size={18} stroke={1.5} aria-hidden /> : null}
          <span className={props.isOpen ? 'loam-visually-hidden' : 'week-hint'}>{props.hint}</span>
          <Chevron size={20} stroke={1.5} aria-hidden />
        </button>
      </div>
      <div id={id} className="week-body" hidden={!props.isOpen}>
        {props.isOpen ? props.children : null}
      </div>
    </div>
  );
}

interface DoneRowProps {
  done: Done;
  today: string;
  onDay(day: string): void;
  onUndo(): void;
  onClose(): void;
}

function DoneRow({ done: { mark }, today, onDay, onUndo, onClose }: DoneRowProps) {
  const t = useTranslation(en);
  const name = calledName(mark.name);
  const isSpoke = mark.does === 'spoke';
  return (
    <div className="week-skipped">
      <span role="status">
        {isSpoke
          ? t('week.done.spoke', { name, day: formatDay(mark.on) })
          : t(mark.does === 'known' ? 'week.done.known' : 'week.done.rests', { name })}
      </span>
      <span className="week-quiet">
        {isSpoke ? (
          <input
            type="date"
            className="week-day"
            aria-label={t('week.spoke-day')}
            max={today}
            value={mark.on}
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (day && day <= today) onDay(day);
            }}
          />
        ) : null}
        <Button variant="plain" size="sm" onClick={onUndo} autoFocus>
          {t('week.undo')}
        </Button>
        <Button variant="plain" size="sm" onClick={onClose}>
          {t('week.fine')}
        </Button>
      </span>
    </div>
  );
}
