import type { ImportRun } from '#contract/imports.ts';
import { REFUSED_FOR } from '#server/features/access/access.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { ImportsDeps } from './imports.deps.ts';
import * as rows from './imports.queries.ts';
import { isHere, type KnownDirectory } from './matching/known-directory.rules.ts';
import type { Answers } from './matching/likeness.rules.ts';
import { type Changes, changesOf, undoOf } from './plan/changes.rules.ts';
import { writeChanges } from './plan/changes.verbs.ts';
import * as plans from './plan/plan.rules.ts';
import { type FileReading, type ReadingChoices, readFile } from './reading/reading.rules.ts';
import * as runs from './runs/runs.queries.ts';
import type { RunSummary } from './runs/runs.rules.ts';
import { findRun, viewRun } from './runs/runs.verbs.ts';

const HOUR = 3_600_000;

export interface PreviewInput extends ReadingChoices, Answers {
  bytes: Uint8Array;
  fileName: string;
  complete: boolean;
}

export async function previewImport(deps: ImportsDeps, who: Who, input: PreviewInput): Promise<ImportRun> {
  const { db, clock, newId } = deps;
  const reading = readFile(input.bytes, { ...input, today: dayIn(clock.now(), 'UTC') }) ?? fail('imports.unreadable');
  return db.asPerson(who, async (scope) => {
    const zone = await rows.lockDirectory(scope);
    const directory = await readDirectory(deps, scope);
    const { complete, same, apart } = input;
    const today = dayIn(clock.now(), zone);
    const plan = plans.planImport(directory, reading, { complete, same, apart, today, newId });
    const mustConfirm = await mustConfirmGone(deps, scope, directory, plan.gone.length);
    const summary = { ...describePreview(input.fileName, { reading, plan, directory }), mustConfirm };
    await runs.deletePreviews(scope, hourAgo(deps));
    const importId = newId();
    const run = { importId, complete, plan: JSON.stringify(plan), summary: JSON.stringify(summary) };
    await runs.insertRun(scope, run, clock.now());
    return viewRun(scope, importId);
  });
}

function describePreview(
  fileName: string,
  { reading, plan, directory }: { reading: FileReading; plan: plans.Plan; directory: KnownDirectory },
): Omit<RunSummary, 'mustConfirm'> {
  const { columns, notes, presence, encoding, dates } = reading;
  const counts = plans.countsOf(plan, reading);
  const fingerprint = plans.fingerprintOf(directory);
  return { fileName, columns, notes, presence, encoding, dates, counts, fingerprint, undone: null };
}

export async function applyImport(deps: ImportsDeps, who: Who, importId: string, confirm?: number): Promise<ImportRun> {
  const { db, clock, log, identities, addresses } = deps;
  const run = await db.asPerson(who, async (scope) => {
    const zone = await rows.lockDirectory(scope);
    const { about, status } = await findRun(scope, importId);
    if (status === 'applied') return viewRun(scope, importId);
    if (status === 'undone') fail('imports.already-applied');
    const directory = await readDirectory(deps, scope);
    if (plans.fingerprintOf(directory) !== about.fingerprint) fail('imports.outdated');
    const plan = plans.planOf(await runs.selectPlan(scope, importId));
    await checkConfirmed(deps, scope, directory, { leaving: plan.gone.length, confirm });
    const moved = plans.movedAtOnce(plan);
    const changes = changesOf(plan, dayIn(clock.now(), zone));
    await keepCouncil(scope, changes);
    await writeChanges(deps, scope, changes, directory);
    // Whoever signed in since the preview, or at this very moment, is asked first.
    if (await identities.haveSignedIn(scope, moved)) fail('imports.outdated');
    await addresses.recall(scope, plan.recalled);
    // Whose sign-in an undo closed: the address they came by is theirs after all.
    await identities.renew(scope, plan.recalled);
    const wanted = plan.waiting.map(({ personId, after }) => ({ personId, email: after }));
    const waiting = await addresses.ask(scope, wanted, importId);
    await addresses.noteChanged(scope, moved, importId);
    const applied = { status: 'applied', summary: JSON.stringify(about), applied_at: clock.now() } as const;
    await runs.updateRun(scope, importId, applied);
    await log.write(scope, { action: 'imports.apply', about: { importId, ...about.counts, waiting } });
    return viewRun(scope, importId);
  });
  await deps.whenApplied(who.workspaceId);
  return run;
}

export async function undoImport(deps: ImportsDeps, who: Who, importId: string, confirm?: number): Promise<ImportRun> {
  const { db, clock, log, addresses } = deps;
  const run = await db.asPerson(who, async (scope) => {
    const zone = await rows.lockDirectory(scope);
    const { about, status } = await findRun(scope, importId);
    if (status === 'undone') return viewRun(scope, importId);
    if (status === 'preview' || (await runs.selectLastApplied(scope)) !== importId) fail('imports.not-last');
    const directory = await readDirectory(deps, scope);
    const plan = plans.planOf(await runs.selectPlan(scope, importId));
    const { changes, counts } = undoOf(plan, directory, dayIn(clock.now(), zone));
    // People who never signed in lose nothing; the brake is for the others.
    await checkConfirmed(deps, scope, directory, { leaving: changes.leaving.length, confirm });
    await keepCouncil(scope, changes);
    await writeChanges(deps, scope, changes, directory);
    await addresses.withdrawImport(scope, importId);
    await addresses.ask(scope, changes.waiting, importId);
    const moved = changes.changed.filter(({ after }) => after.email !== undefined).map(({ personId }) => personId);
    await addresses.noteChanged(scope, moved, importId);
    const undone = { status: 'undone', summary: JSON.stringify({ ...about, undone: counts }) } as const;
    await runs.updateRun(scope, importId, undone);
    await log.write(scope, { action: 'imports.undo', about: { importId, ...counts } });
    return viewRun(scope, importId);
  });
  await deps.whenApplied(who.workspaceId);
  return run;
}

async function readDirectory({ people, clock }: ImportsDeps, scope: Scope): Promise<KnownDirectory> {
  return {
    people: await rows.selectKnownPeople(scope, new Date(clock.now().getTime() - REFUSED_FOR)),
    units: await people.unitTree(scope),
    sites: await people.sites(scope),
  };
}

const hourAgo = ({ clock }: ImportsDeps): Date => new Date(clock.now().getTime() - HOUR);

/** Whether so many leave that somebody must type their number. */
async function mustConfirmGone(
  deps: ImportsDeps,
  scope: Scope,
  directory: KnownDirectory,
  leaving: number,
): Promise<boolean> {
  const lately = await runs.sumGoneSince(scope, hourAgo(deps));
  return plans.needsConfirmation(leaving, directory.people.filter(isHere).length, lately);
}

async function checkConfirmed(
  deps: ImportsDeps,
  scope: Scope,
  directory: KnownDirectory,
  { leaving, confirm }: { leaving: number; confirm: number | undefined },
): Promise<void> {
  const must = await mustConfirmGone(deps, scope, directory, leaving);
  if (must && confirm !== leaving) fail('imports.needs-confirmation', { gone: leaving });
}

/** A works-council role ends by two people, and no file ends it for one. */
async function keepCouncil(scope: Scope, { leaving, removed }: Changes): Promise<void> {
  if (await rows.hasCouncil(scope, [...leaving, ...removed])) fail('imports.works-council');
}
