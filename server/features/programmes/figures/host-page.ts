import type { Programme, RoundCertificate } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import { findHosted } from '../find-programme.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { countPeople } from '../programmes.queries.ts';
import * as rules from '../programmes.rules.ts';
import { countDoubtful, selectRounds } from './figures.queries.ts';
import { BLUR, told } from './figures.rules.ts';
import { figuresAsTold } from './figures.ts';

interface HostedRound {
  on: string;
  certificate: RoundCertificate | null;
  met: { about: number | null } | null;
}

/** What a host reads: blurred counts that stand still, never who. */
export interface HostPage {
  programme: Programme;
  joined: number | null;
  /** Then no figures are shown. */
  isSmall: boolean;
  nextStep: rules.NextStep;
  doubtful: number | null;
  rounds: HostedRound[];
}

const ROUNDS_SHOWN = 26;

export async function getHostPage({ db, clock }: ProgrammesDeps, who: Who, id: string): Promise<HostPage> {
  return db.asPerson(who, async (scope) => {
    const { row, caller } = await findHosted(scope, who, id);
    const isSmall = (await countPeople(scope)) < rules.SMALL;
    const counts = await db.asJobs('results', who.workspaceId, (jobs) => countsOf(jobs, row.programme_id));
    const [last] = counts.rounds;
    const today = dayIn(clock.now(), row.timezone);
    const joined = isSmall ? null : counts.joined;
    return {
      programme: rules.programmeOf(row, caller, clock.now()),
      joined,
      isSmall,
      nextStep: rules.nextStep({
        status: row.status,
        joined,
        wasInvited: row.invited_at !== null,
        daysSinceRound: last ? (Date.parse(today) - Date.parse(last.on)) / 86_400_000 : null,
      }),
      doubtful: counts.doubtful,
      rounds: counts.rounds.map((round) => ({
        on: round.on,
        certificate: isSmall ? null : round.certificate,
        met: isSmall ? null : round.met,
      })),
    };
  });
}

type Counts = Pick<HostPage, 'joined' | 'doubtful' | 'rounds'>;

async function countsOf(scope: JobScope, programmeId: string): Promise<Counts> {
  const kept = await selectRounds(scope, programmeId, ROUNDS_SHOWN);
  const figures = await figuresAsTold(scope, programmeId);
  const [last] = kept;
  return {
    joined: figures && told(figures.joined),
    // A fault of the mail, not of a person; few of them are not told.
    doubtful: last ? told((await countDoubtful(scope, programmeId, last.round_on)) + BLUR) : null,
    rounds: kept.map((round) => ({
      on: round.round_on,
      // Written by publication alone, from this very type.
      certificate: (round.told ?? null) as RoundCertificate | null,
      met: round.settled_at === null ? null : { about: told(round.met ?? 0) },
    })),
  };
}
