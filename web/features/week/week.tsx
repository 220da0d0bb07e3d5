import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { SayHello } from '#web/features/introductions/introductions.tsx';
import type { client } from '#web/platform/api.ts';
import { dayWords } from '#web/platform/dates.ts';
import { useWords } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Face, TwoFaces } from '#web/ui/face.tsx';
import { type Choice, type Choices, choiceOf, KINDS, type Kind, standing, withChoice } from './choices.ts';
import { en } from './week.words.ts';

type Week = Awaited<ReturnType<typeof client.week.get>>;
type Suggestion = Week['nurture'][number];
type PairSuggestion = Week['connect'][number];
type Why = Suggestion['why'];

interface RowsProps {
  week: Week;
  choices: Choices;
  onChange(choices: Choices): void;
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** The four kinds, each with somebody, why, and one small step. */
export function WeekRows({ week, choices, onChange }: RowsProps) {
  const open = KINDS.filter((kind) => week[kind].length > 0);
  const primary = open.find((kind) => !choiceOf(choices, kind).isChosen && !choiceOf(choices, kind).isSkipped);
  return (
    <div className="loam-rows">
      {open.map((kind) => (
        <KindRow
          key={kind}
          kind={kind}
          week={week}
          choice={choiceOf(choices, kind)}
          isPrimary={kind === primary}
          onChange={(change) => onChange(withChoice(choices, kind, change))}
        />
      ))}
    </div>
  );
}

interface RowProps {
  kind: Kind;
  week: Week;
  choice: Choice;
  isPrimary: boolean;
  onChange(change: Partial<Choice>): void;
}

function KindRow({ kind, week, choice, isPrimary, onChange }: RowProps) {
  const t = useWords(en);
  if (choice.isSkipped) {
    return (
      <Group justify="space-between" py="md">
        <span className="loam-muted">{t('week.skipped', { kind: t(`week.kind.${kind}`) })}</span>
        <Button variant="plain" size="sm" onClick={() => onChange({ isSkipped: false })}>
          {t('week.undo')}
        </Button>
      </Group>
    );
  }
  const pair = kind === 'connect' ? standing(week.connect, choice) : undefined;
  const single = kind === 'connect' ? undefined : standing(week[kind], choice);
  const controls = { kind, choice, onChange, hasMore: week[kind].length > 1 };
  if (pair) {
    const [a, b] = pair.people;
    return (
      <Row
        faces={<TwoFaces first={a} second={b} size={48} />}
        kind={kind}
        title={`${firstName(a.name)} & ${firstName(b.name)}`}
        why={pair.why}
        controls={controls}
      >
        <Introduce pair={pair} isPrimary={isPrimary} onDone={() => onChange({ isChosen: true })} />
      </Row>
    );
  }
  if (!single) return null;
  const { person } = single;
  const title = (
    <Link to="/people/$personId" params={{ personId: person.id }} style={{ color: 'inherit' }}>
      {person.name}
    </Link>
  );
  return (
    <Row
      faces={<Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={60} />}
      kind={kind}
      title={title}
      why={single.why}
      controls={controls}
    >
      <StepButton suggestion={single} isPrimary={isPrimary} onChoose={() => onChange({ isChosen: true })} />
    </Row>
  );
}

interface Controls {
  choice: Choice;
  hasMore: boolean;
  onChange(change: Partial<Choice>): void;
}

function Row(props: {
  faces: ReactNode;
  kind: Kind;
  title: ReactNode;
  why: Why;
  controls: Controls;
  children: ReactNode;
}) {
  const t = useWords(en);
  const { choice, hasMore, onChange } = props.controls;
  return (
    <div className="week-row">
      {props.faces}
      <div className="week-words">
        <p className="loam-label">{t(`week.kind.${props.kind}`)}</p>
        <strong className="week-name">{props.title}</strong>
        <span className="loam-muted">
          <WhyWords why={props.why} />
        </span>
      </div>
      <div className="week-step">
        {choice.isChosen ? (
          <>
            <span className="week-chosen">
              <IconCheck size={18} stroke={1.5} aria-hidden /> {t('week.chosen')}
            </span>
            <Button variant="plain" size="sm" onClick={() => onChange({ isChosen: false })}>
              {t('week.undo')}
            </Button>
          </>
        ) : (
          <>
            {props.children}
            <Group gap={0} wrap="nowrap">
              {hasMore ? (
                <Button variant="plain" size="sm" onClick={() => onChange({ turn: choice.turn + 1 })}>
                  {t('week.someone-else')}
                </Button>
              ) : null}
              <Button variant="plain" size="sm" onClick={() => onChange({ isSkipped: true })}>
                {t('week.skip')}
              </Button>
            </Group>
          </>
        )}
      </div>
    </div>
  );
}

function WhyWords({ why }: { why: Why }) {
  const t = useWords(en);
  const { code, text } = why;
  if (code === 'met-on') return t('week.why.met-on', { text: text ? dayWords(text) : '' });
  if (code === 'manager' || code === 'report') return t(`week.why.${code}`);
  if (code === 'shared-interest' || code === 'both-show') return t(`week.why.${code}`, { text: text ?? '' });
  return text ? t(`week.why.${code}`, { text }) : t(`week.why.${code}-plain`);
}

function StepButton({
  suggestion,
  isPrimary,
  onChoose,
}: {
  suggestion: Suggestion;
  isPrimary: boolean;
  onChoose(): void;
}) {
  const t = useWords(en);
  const { step, person } = suggestion;
  if (step === 'say-hello' || step === 'welcome') return <SayHello person={person} isPrimary={isPrimary} />;
  return (
    <Button {...(isPrimary ? { variant: 'filled' } : {})} onClick={onChoose}>
      {t(`week.step.${step}`)}
    </Button>
  );
}

function Introduce({ pair, isPrimary, onDone }: { pair: PairSuggestion; isPrimary: boolean; onDone(): void }) {
  const t = useWords(en);
  const [opened, setOpened] = useState(false);
  const [first, second] = pair.people.map(({ name }) => name);
  const names = { first: first ?? '', second: second ?? '' };
  const line = t('week.introduce-line', { ...names, topic: pair.why.text ?? '' });
  return (
    <>
      <Button {...(isPrimary ? { variant: 'filled' } : {})} onClick={() => setOpened(true)}>
        {t('week.step.introduce')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('week.introduce-title', names)}>
        <p className="loam-muted">{t('week.introduce-text')}</p>
        <blockquote style={{ margin: '16px 0', paddingLeft: 16, borderLeft: '3px solid var(--loam-leaf)' }}>
          {line}
        </blockquote>
        <CopyButton value={line}>
          {({ copied, copy }) => (
            <Button
              variant="filled"
              onClick={() => {
                copy();
                onDone();
              }}
            >
              {t(copied ? 'week.copied' : 'week.copy')}
            </Button>
          )}
        </CopyButton>
      </Dialog>
    </>
  );
}
