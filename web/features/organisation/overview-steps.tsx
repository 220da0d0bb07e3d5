import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ElsewhereStep, OverviewStep } from '#contract/workspace.ts';
import { formatDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './overview.words.ts';
import type { Overview } from './overview-state.ts';
import { useElsewhere } from './use-elsewhere.tsx';

const BACKUP_COMMAND = 'npm run --silent loam -- backup';

/** The part of this page on which a step is done; a backup is made on the server. */
const PART = {
  people: 'people',
  mail: 'mail',
  'second-steward': 'roles',
  'works-council': 'roles',
  backup: null,
} as const satisfies Record<OverviewStep, string | null>;

type Step = Overview['steps'][number];

interface Said {
  /** A few words beside the name of the step. */
  hint: string;
  /** Why, and how. */
  text: string;
  action: string;
}

/** What an open step says. */
function useOpenWords(overview: Overview): (step: OverviewStep) => Said {
  const t = useTranslation(en);
  const { people, worksCouncil, backup } = overview;
  const council = worksCouncil === 'nominated' ? 'nominated' : 'nobody';
  const mail = overview.mail.state === 'failing' || overview.mail.state === 'untested' ? overview.mail.state : 'folder';
  const said: Record<OverviewStep, Said> = {
    people: {
      hint: t('overview.people-hint', { count: people.invited }),
      text: t('overview.people-text'),
      action: t('overview.people-do'),
    },
    mail: {
      hint: t(`overview.mail-hint-${mail}`),
      text: t(`overview.mail-text-${mail}`),
      action: t(`overview.mail-do-${mail}`),
    },
    'second-steward': {
      hint: t('overview.second-steward-hint'),
      text: t('overview.second-steward-text'),
      action: t('overview.second-steward-do'),
    },
    'works-council': {
      hint: t(`overview.works-council-hint-${council}`),
      text: t(`overview.works-council-text-${council}`),
      action: t(`overview.works-council-do-${council}`),
    },
    backup: {
      hint: backup.madeAt
        ? t('overview.backup-hint-old', { date: formatDay(backup.madeAt) })
        : t('overview.backup-hint-none'),
      text: t('overview.backup-text'),
      action: t('overview.backup-copy'),
    },
  };
  return (step) => said[step];
}

/** What a step says that is done, and how one goes on from there. */
function useDoneWords(overview: Overview): (step: Step) => { hint: string; action: string | null } {
  const t = useTranslation(en);
  const { people, mail, backup } = overview;
  const date = (at: string | null) => (at ? formatDay(at) : '');
  return ({ step, elsewhereSince }) => {
    if (step === 'people')
      return {
        hint: t('overview.people-done', { count: people.byFile, here: people.here }),
        action: t('overview.people-more'),
      };
    if (step === 'mail')
      return {
        hint: mail.testedAt ? t('overview.mail-done', { date: date(mail.testedAt) }) : t('overview.mail-done-kept'),
        action: t('overview.mail-again'),
      };
    if (step === 'second-steward')
      return { hint: t('overview.second-steward-done'), action: t('overview.second-steward-change') };
    if (step === 'works-council')
      return elsewhereSince
        ? { hint: t('overview.works-council-elsewhere', { date: date(elsewhereSince) }), action: null }
        : { hint: t('overview.works-council-done'), action: t('overview.works-council-change') };
    return {
      hint: elsewhereSince
        ? t('overview.backup-elsewhere-said', { date: date(elsewhereSince) })
        : t('overview.backup-made', { day: 'other', date: date(backup.madeAt) }),
      action: null,
    };
  };
}

const isElsewhereStep = (step: OverviewStep): step is ElsewhereStep => step === 'works-council' || step === 'backup';

function DoneStep({ overview, step }: { overview: Overview; step: Step }) {
  const t = useTranslation(en);
  const { hint, action } = useDoneWords(overview)(step);
  const elsewhere = useElsewhere();
  const [part, title] = [PART[step.step], t(`overview.${step.step}`)];
  const { step: name } = step;
  return (
    <li className="overview-step">
      <span className="overview-mark" data-done>
        <IconCheck size={17} stroke={2} aria-hidden />
        <span className="loam-visually-hidden">{t('overview.done')}</span>
      </span>
      <p className="overview-line">
        <strong>{title}</strong> <span className="loam-muted">{hint}</span>
      </p>
      {step.elsewhereSince && isElsewhereStep(name) ? (
        <Button
          variant="plain"
          size="compact-sm"
          aria-label={t('overview.take-back-of', { step: title })}
          onClick={() => elsewhere.say(name, false)}
        >
          {t('overview.take-back')}
        </Button>
      ) : null}
      {action && part ? (
        <Link to="/organisation" search={{ part }}>
          {action}
        </Link>
      ) : null}
    </li>
  );
}

/** The one press that a step is about. */
function StepAction({ step, label }: { step: OverviewStep; label: string }) {
  const t = useTranslation(en);
  const part = PART[step];
  if (part)
    return (
      <Button variant="filled" renderRoot={(props) => <Link {...props} to="/organisation" search={{ part }} />}>
        {label}
      </Button>
    );
  return (
    <CopyButton value={BACKUP_COMMAND} timeout={4000}>
      {({ copied, copy }) => (
        <Button variant="filled" onClick={copy}>
          {copied ? t('overview.backup-copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}

interface OpenStepProps {
  number: number;
  step: OverviewStep;
  said: Said;
  isOpen: boolean;
  onToggle(): void;
}

function OpenStep({ number, step, said, isOpen, onToggle }: OpenStepProps) {
  const t = useTranslation(en);
  const elsewhere = useElsewhere();
  const title = t(`overview.${step}`);
  let more: ReactNode = null;
  if (isElsewhereStep(step))
    more = (
      <Button variant="plain" onClick={() => elsewhere.say(step, true)}>
        {t(`overview.${step}-say`)}
      </Button>
    );
  return (
    <li className="overview-step" data-open={isOpen || undefined}>
      <span className="overview-mark" aria-hidden>
        {number}
      </span>
      <button
        type="button"
        className="overview-line overview-toggle"
        aria-expanded={isOpen}
        aria-controls={`overview-${step}`}
        onClick={onToggle}
      >
        <strong>{title}</strong> {isOpen ? null : <span className="loam-muted">{said.hint}</span>}
      </button>
      <IconChevronDown className="overview-chevron" size={18} stroke={1.5} aria-hidden />
      <div id={`overview-${step}`} className="overview-body" hidden={!isOpen}>
        <p className="loam-measure">{said.text}</p>
        {step === 'backup' ? <code className="overview-command">{BACKUP_COMMAND}</code> : null}
        <Group gap="sm">
          <StepAction step={step} label={said.action} />
          {more}
        </Group>
        {elsewhere.problem}
      </div>
    </li>
  );
}

/** Five steps: what is done is quiet, the next one is open, the others unfold; gone once all are done. */
export function OverviewSteps({ overview, name }: { overview: Overview; name: string }) {
  const t = useTranslation(en);
  const openWords = useOpenWords(overview);
  const undone = overview.steps.filter(({ isDone }) => !isDone);
  const [chosen, setChosen] = useState<OverviewStep | 'none' | null>(null);
  const open = chosen ?? undone[0]?.step;
  if (undone.length === 0) return null;
  return (
    <section className="loam-card">
      <h2>{t('overview.to-do', { count: undone.length, name })}</h2>
      <ol className="overview-steps loam-rows">
        {overview.steps.map((step, at) =>
          step.isDone ? (
            <DoneStep key={step.step} overview={overview} step={step} />
          ) : (
            <OpenStep
              key={step.step}
              number={at + 1}
              step={step.step}
              said={openWords(step.step)}
              isOpen={open === step.step}
              onToggle={() => setChosen(open === step.step ? 'none' : step.step)}
            />
          ),
        )}
      </ol>
    </section>
  );
}
