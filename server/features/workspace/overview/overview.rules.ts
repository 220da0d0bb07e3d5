import type { MailWay } from '#contract/delivery.ts';
import type { Overview } from '#contract/workspace.ts';

const DAY = 86_400_000;
/** An older backup brings too little back to count. */
export const BACKUP_COUNTS_FOR = 31 * DAY;

export interface NotedFact {
  notedAt: Date;
  mark: string | null;
}

/** What is noted, by its kind. */
export interface Notes {
  'mail-tested'?: NotedFact;
  'backup-made'?: NotedFact;
  'works-council-elsewhere'?: NotedFact;
  'backup-elsewhere'?: NotedFact;
}

/** How mail goes, as delivery knows it. */
export interface MailFacts {
  way: MailWay;
  isFailing: boolean;
  /** The fingerprint of the settings that hold now. */
  mark: string | null;
}

/** Whether mail works: a test counts for the very settings that were tested, and no others. */
export function mailOf({ way, isFailing, mark }: MailFacts, tested: NotedFact | undefined): Overview['mail'] {
  if (way !== 'smtp') return { state: way, testedAt: null };
  const testedAt = tested && mark !== null && tested.mark === mark ? tested.notedAt : null;
  if (isFailing) return { state: 'failing', testedAt };
  return { state: testedAt ? 'works' : 'untested', testedAt };
}

export interface StepFacts {
  mail: Overview['mail'];
  worksCouncil: Overview['worksCouncil'];
  /** Whether a file brought people, or somebody who was invited has come. */
  hasPeople: boolean;
  stewards: number;
  notes: Notes;
}

/** The five steps in their order, each ticked by facts, or by a steward's word where no fact can be had. */
export function stepsOf({ mail, worksCouncil, hasPeople, stewards, notes }: StepFacts, now: Date): Overview['steps'] {
  const made = notes['backup-made'];
  const isFresh = made !== undefined && now.getTime() - made.notedAt.getTime() < BACKUP_COUNTS_FOR;
  const step = (name: Overview['steps'][number]['step'], isKnown: boolean, elsewhere?: NotedFact) => ({
    step: name,
    isDone: isKnown || elsewhere !== undefined,
    // A fact goes before a word.
    elsewhereSince: isKnown ? null : (elsewhere?.notedAt ?? null),
  });
  return [
    step('people', hasPeople),
    step('mail', mail.state === 'works' || mail.state === 'kept'),
    step('second-steward', stewards > 1),
    step('works-council', worksCouncil === 'named', notes['works-council-elsewhere']),
    step('backup', isFresh, notes['backup-elsewhere']),
  ];
}
