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
        why={<PairWhy pair={pair} />}
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
      place={[person.unitName, person.siteName].filter(Boolean).join(', ')}
      why={<WhyWords why={single.why} />}
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
  place?: string;
  why: ReactNode;
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
        <span>
          <strong className="week-name">{props.title}</strong>
          {props.place ? <span className="week-place">{props.place}</span> : null}
        </span>
        <span className="loam-muted">{props.why}</span>
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

function WhyWords({ why: { code, text } }: { why: Why }) {
  const t = useWords(en);
  switch (code) {
    case 'met-on':
      return t('week.why.met-on', { text: text ? dayWords(text) : '' });
    case 'manager':
    case 'report':
      return t(`week.why.${code}`);
    case 'group':
    case 'unit':
    case 'newcomer':
    case 'other-unit':
      return text ? t(`week.why.${code}`, { text }) : t(`week.why.${code}-plain`);
    case 'shared-interest':
    case 'shared-talent':
      return t(`week.why.${code}`, { text: text ?? '' });
    default:
      return null;
  }
}

const pairCode = (why: Why) => (why.code === 'both-bring' ? 'both-bring' : 'both-care');

function PairWhy({ pair }: { pair: PairSuggestion }) {
  const t = useWords(en);
  const [first, second] = pair.people.map(({ unitName }) => unitName);
  const text = pair.why.text ?? '';
  const code = pairCode(pair.why);
  return first && second ? t(`week.why.${code}`, { text, first, second }) : t(`week.why.${code}-plain`, { text });
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

/** A line that introduces two people, to copy and send as one usually writes to them. */
function Introduce({ pair, isPrimary, onDone }: { pair: PairSuggestion; isPrimary: boolean; onDone(): void }) {
  const t = useWords(en);
  const [opened, setOpened] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const [a, b] = pair.people;
  const at = ({ name, unitName }: typeof a) => (unitName ? `${name} (${unitName})` : name);
  const line = t(`week.introduce-${pairCode(pair.why)}`, {
    first: firstName(a.name),
    second: firstName(b.name),
    firstAt: at(a),
    secondAt: at(b),
    topic: pair.why.text ?? '',
  });
  const close = () => {
    setOpened(false);
    if (isCopied) onDone();
  };
  return (
    <>
      <Button {...(isPrimary ? { variant: 'filled' } : {})} onClick={() => setOpened(true)}>
        {t('week.step.introduce')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('week.introduce-title', { first: a.name, second: b.name })}>
        <p className="loam-muted">{t('week.introduce-text')}</p>
        <blockquote className="week-line">{line}</blockquote>
        <CopyButton value={line}>
          {({ copied, copy }) => (
            <Button
              variant="filled"
              onClick={() => {
                copy();
                setCopied(true);
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
