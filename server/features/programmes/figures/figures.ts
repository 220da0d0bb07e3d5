import type { RoundCertificate, RoundFigures } from '#contract/programmes.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import type { Watching } from '#server/platform/worker.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { type RunningProgramme, selectRunningProgrammes, tryHold } from '../programmes.queries.ts';
import { countJoined, dueParticipants, type Planned, planPools } from '../rounds/planning.ts';
import { drawOf, type KeptCertificate, type Setting, together } from '../rounds/rounds.rules.ts';
import { nextDay, scheduleOf } from '../rounds/schedule.rules.ts';
import * as rows from './figures.queries.ts';
import * as rules from './figures.rules.ts';

type FiguresDeps = Pick<ProgrammesDeps, 'clock' | 'secrets' | 'newId'>;

/** What stands, and since when. */
interface StandingFigures {
  asOf: string;
  figures: rules.Blurred | null;
}

/** What stands, without looking again. */
export async function figuresAsTold(scope: JobScope, programmeId: string): Promise<rules.Blurred | null> {
  // Written by releases alone, from this very type.
  return ((await rows.selectRelease(scope, programmeId, 'due'))?.figures ?? null) as rules.Blurred | null;
}

const NOTHING = { as_of: '', people: [], threshold: 0, figures: null };

/**
 * What a host's figures are made from: looked at once a day, and told anew only when more others have moved than a
 * number that nobody knows, or after a quarter of a year.
 */
export async function standingFigures(
  deps: FiguresDeps,
  scope: JobScope,
  programme: RunningProgramme,
): Promise<StandingFigures> {
  const { programme_id: id } = programme;
  const now = deps.clock.now();
  // Not in the programme's zone: whoever changes that gets no second look.
  const today = dayIn(now, 'UTC');
  const known = await rows.selectRelease(scope, id, 'due');
  const standing: StandingFigures = known
    ? // Written by releases alone, from this very type.
      { asOf: known.as_of, figures: known.figures as rules.Blurred | null }
    : { asOf: today, figures: null };
  if (known && known.checked_on >= today) return standing;
  if (!(await tryHold(scope, `figures ${id}`))) return standing;
  const on = nextDay(scheduleOf(programme), now, programme.last_on) ?? dayIn(now, programme.timezone);
  const due = await dueParticipants(scope, { programmeId: id, on });
  // Newcomers' programmes draw those who are new and their buddies.
  const drawn = programme.kind === 'newcomer' ? due.filter(({ part, isNew }) => isNew || part === 'lead') : due;
  const crowd = { people: drawn, joined: await countJoined(scope, id) };
  return (await release(deps, scope, { programmeId: id, subject: 'due', today, crowd })) ?? standing;
}

/** Once a day: looks whether so many have moved that figures are told anew. */
export async function refreshFigures(deps: ProgrammesDeps): Promise<void> {
  for (const { workspaceId } of await deps.db.workspaces())
    await deps.db.asJobs('preview', workspaceId, async (scope) => {
      for (const row of await selectRunningProgrammes(scope)) await standingFigures(deps, scope, row);
    });
}

/** Whom new figures would tell of. */
interface Candidates {
  programmeId: string;
  subject: rows.Subject;
  today: string;
  crowd: rules.Crowd;
}

/** Keeps new figures if enough others have moved; undefined where the old ones stand. */
async function release(
  { secrets, newId }: FiguresDeps,
  scope: JobScope,
  { programmeId, subject, today, crowd }: Candidates,
): Promise<StandingFigures | undefined> {
  const chance = rules.hiddenChance(secrets.derive('figures'), newId());
  const known = await rows.selectRelease(scope, programmeId, subject);
  const before = known ?? { ...NOTHING, as_of: today, threshold: rules.thresholdBy(chance) };
  const ids = crowd.people.map(({ person }) => person.id);
  const hosts = await rows.selectHostIds(scope, programmeId);
  const isOld = before.people.length > 0 && addDays(before.as_of, rules.STANDS_FOR) <= today;
  const isMoved = rules.moved(before.people, ids, hosts) >= before.threshold;
  if (known && !isOld && !isMoved) {
    await rows.markChecked(scope, programmeId, subject, today);
    return undefined;
  }
  const next = isMoved || isOld ? { people: ids, figures: rules.blur(crowd, chance) } : { people: [], figures: null };
  const threshold = known ? rules.thresholdBy(chance) : before.threshold;
  await rows.upsertRelease(scope, { programmeId, subject, on: today, threshold, ...next });
  return { asOf: today, figures: next.figures };
}

/** What a round of stand-ins would be in a setting. */
export async function planStandIns(
  standing: { asOf: string; figures: rules.Blurred },
  setting: Omit<Setting, 'seed'>,
  watching: Watching = {},
): Promise<RoundFigures> {
  const { figures, asOf } = standing;
  const people = rules.standIns(figures, setting.kind);
  const { pools } = drawOf({ ...setting, seed: figures.seed }, people, { history: [], forbidden: [] });
  const plan = together(await planPools(pools, watching), figures.seed);
  return rules.figuresOf(plan, people, asOf);
}

interface Drawn {
  programmeId: string;
  on: string;
  setting: Omit<Setting, 'seed'>;
  plan: Planned;
  certificate: KeptCertificate;
}

/** What the host reads of a round: made with it, and from then on fixed. Null where too few were placed. */
export async function certificateFor(
  deps: FiguresDeps,
  scope: JobScope,
  drawn: Drawn,
): Promise<RoundCertificate | null> {
  const { programmeId, on, setting, plan, certificate } = drawn;
  const placed = new Set(plan.plan.groups.flatMap(({ members }) => members));
  const people = plan.participants.filter(({ person }) => placed.has(person.id));
  const crowd = { people, joined: people.length };
  const fresh = await release(deps, scope, { programmeId, subject: 'placed', today: on, crowd });
  if (!fresh) return rows.selectToldLast(scope, programmeId);
  if (fresh.figures === null) return null;
  const figures = await planStandIns({ asOf: on, figures: fresh.figures }, setting);
  const isExact = people.length >= rules.EXACT_FROM && !(await rows.hasPastPairs(scope, programmeId));
  const chance = rules.hiddenChance(deps.secrets.derive('figures'), deps.newId());
  return {
    ...figures,
    repeats: rules.told(rules.blurred(plan.repeats, chance)),
    least: isExact ? { repeats: certificate.repeatsUnavoidable, sameUnitPairs: certificate.sameUnitUnavoidable } : null,
  };
}
