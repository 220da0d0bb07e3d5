import type { ImportLine, ImportRun, LineKind } from '#contract/imports.ts';
import { type AddressDoor, REFUSED_FOR } from '#server/features/access/access.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { csvOf } from '#server/platform/csv.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { write } from './changes/changes.ts';
import * as rows from './imports.queries.ts';
import * as rules from './imports.rules.ts';
import type { Answers } from './likeness/likeness.rules.ts';
import { type Directory, isHere } from './members/members.rules.ts';
import { readFile, TEMPLATE, type Told } from './reading/reading.rules.ts';
import * as runs from './runs/runs.queries.ts';
import { linesOf, type RunSummary, runOf, summaryOf } from './runs/runs.rules.ts';
import { type Changes, changesOf, undoOf } from './undo/undo.rules.ts';

const HOUR = 3_600_000;
// Read in a tenth of a second.
const LARGE_BYTES = 200_000;
const LARGE_LINES = 2000;
const PAGE = 100;
const RUNS_SHOWN = 20;

export interface PreviewInput extends Told, Answers {
  bytes: Uint8Array;
  fileName: string;
  complete: boolean;
}

async function directoryOf(scope: Scope, now: Date): Promise<Directory> {
  const [people, units, sites] = [
    await rows.selectMembers(scope, new Date(now.getTime() - REFUSED_FOR)),
    await rows.selectUnits(scope),
    await rows.selectSites(scope),
  ];
  return { people, units, sites };
}

async function found(scope: Scope, importId: string): Promise<runs.RunRow & { about: RunSummary }> {
  const row = await runs.selectRun(scope, importId);
  return row ? { ...row, about: summaryOf(row.summary) } : fail('not-found');
}

/** What imports need from others. */
export interface ImportsDeps {
  floor: Floor;
  log: LogDoor;
  /** Addresses of people who have signed in wait for them. */
  addresses: Pick<AddressDoor, 'ask' | 'recall' | 'withdrawImport' | 'noteChanged'>;
  whenApplied(workspaceId: string): Promise<unknown>;
}

/** A works-council role ends by two people, and no file ends it for one. */
async function keepCouncil(scope: Scope, { leaving, removed }: Changes): Promise<void> {
  if (await rows.hasCouncil(scope, [...leaving, ...removed])) fail('imports.works-council');
}

/** The directory from files: a preview that changes nothing, then apply, then undo. It tells nobody anything. */
export function createImports({ floor, log, addresses, whenApplied }: ImportsDeps) {
  const view = async (scope: Scope, importId: string): Promise<ImportRun> => {
    const row = await found(scope, importId);
    return runOf(row, row.about, await runs.selectLastApplied(scope));
  };
  const today = (zone: string) => dayIn(floor.clock.now(), zone);

  const confirmGone = async (scope: Scope, directory: Directory, leaving: number, confirm: number | undefined) => {
    const here = directory.people.filter(isHere).length;
    const lately = await runs.sumGoneSince(scope, new Date(floor.clock.now().getTime() - HOUR));
    const must = rules.needsConfirmation(leaving, here, lately);
    if (must && confirm !== leaving) fail('imports.needs-confirmation', { gone: leaving });
  };

  /** A change of the directory, and what follows for whoever is away or gone by it. */
  const applied = async (who: Who, work: (scope: Scope) => Promise<ImportRun>): Promise<ImportRun> => {
    const run = await floor.db.asPerson(who, work);
    await whenApplied(who.workspaceId);
    return run;
  };

  return {
    /** Reads a file and keeps what it would change; the directory stays as it is. */
    async preview(who: Who, input: PreviewInput): Promise<ImportRun> {
      const day = dayIn(floor.clock.now(), 'UTC');
      const reading = readFile(input.bytes, { ...input, today: day }) ?? fail('imports.unreadable');
      return floor.db.asPerson(who, async (scope) => {
        const zone = await rows.lockDirectory(scope);
        const directory = await directoryOf(scope, floor.clock.now());
        const { newId, clock } = floor;
        const { complete, same, apart } = input;
        const plan = rules.planImport(directory, reading, { complete, same, apart, today: today(zone), newId });
        const here = directory.people.filter(isHere).length;
        const lately = await runs.sumGoneSince(scope, new Date(clock.now().getTime() - HOUR));
        const summary: RunSummary = {
          fileName: input.fileName,
          columns: reading.columns,
          notes: reading.notes,
          presence: reading.presence,
          encoding: reading.encoding,
          dates: reading.dates,
          counts: rules.countsOf(plan, reading),
          mustConfirm: rules.needsConfirmation(plan.gone.length, here, lately),
          fingerprint: rules.fingerprintOf(directory),
          undone: null,
        };
        await runs.deletePreviews(scope, new Date(clock.now().getTime() - HOUR));
        const run = {
          importId: newId(),
          complete: input.complete,
          plan: JSON.stringify(plan),
          summary: JSON.stringify(summary),
        };
        await runs.insertRun(scope, run, clock.now());
        return view(scope, run.importId);
      });
    },

    /** An import in counts. */
    get: (who: Who, importId: string): Promise<ImportRun> => floor.db.asPerson(who, (scope) => view(scope, importId)),

    /** Imports that were applied or undone, newest first. */
    list: (who: Who): Promise<ImportRun[]> =>
      floor.db.asPerson(who, async (scope) => {
        const last = await runs.selectLastApplied(scope);
        return (await runs.selectRuns(scope, RUNS_SHOWN)).map((row) => runOf(row, summaryOf(row.summary), last));
      }),

    /** A stretch of what an import says. */
    lines: (
      who: Who,
      importId: string,
      part: { kind: LineKind; from: number },
    ): Promise<{ lines: ImportLine[]; next: number | null }> =>
      floor.db.asPerson(who, async (scope) => {
        await found(scope, importId);
        const items = await runs.selectPlanPart(scope, importId, { list: part.kind, from: part.from, most: PAGE + 1 });
        const lines = linesOf(part.kind, items);
        return { lines: lines.slice(0, PAGE), next: lines.length > PAGE ? part.from + PAGE : null };
      }),

    /** Every faulty line as a file, to mend the source with. */
    faults: (who: Who, importId: string): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        await found(scope, importId);
        const plan = rules.planOf(await runs.selectPlan(scope, importId));
        const lines = plan.faulty.map(({ line, reason, value, isLeftOut }) => [
          String(line),
          reason,
          value,
          isLeftOut ? 'line' : 'value',
        ]);
        return fileOf(csvOf(['line', 'reason', 'value', 'left out'], lines), 'faulty-lines.csv');
      }),

    /** An example file with every column. */
    template: (): File => fileOf(csvOf(TEMPLATE.header, TEMPLATE.rows), 'people.csv'),

    /** Carries a preview out, once; again it answers the same and changes nothing. */
    apply: (who: Who, importId: string, confirm?: number): Promise<ImportRun> =>
      applied(who, async (scope) => {
        const zone = await rows.lockDirectory(scope);
        const { about, status } = await found(scope, importId);
        if (status === 'applied') return view(scope, importId);
        if (status === 'undone') fail('imports.already-applied');
        const directory = await directoryOf(scope, floor.clock.now());
        if (rules.fingerprintOf(directory) !== about.fingerprint) fail('imports.outdated');
        const plan = rules.planOf(await runs.selectPlan(scope, importId));
        await confirmGone(scope, directory, plan.gone.length, confirm);
        const moved = rules.movedAtOnce(plan);
        const changes = changesOf(plan, today(zone));
        await keepCouncil(scope, changes);
        await write(scope, { changes, directory, now: floor.clock.now() });
        // Whoever signed in since the preview, or at this very moment, is asked first.
        if (await rows.hasAnySignedIn(scope, moved)) fail('imports.outdated');
        await addresses.recall(scope, plan.recalled);
        // Whose sign-in an undo closed: the address they came by is theirs after all.
        await rows.renewAddresses(scope, plan.recalled);
        const wanted = plan.waiting.map(({ personId, after }) => ({ personId, email: after }));
        const waiting = await addresses.ask(scope, wanted, importId);
        await addresses.noteChanged(scope, moved, importId);
        await runs.updateRun(scope, importId, {
          status: 'applied',
          summary: JSON.stringify(about),
          applied_at: floor.clock.now(),
        });
        await log.write(scope, { action: 'imports.apply', about: { importId, ...about.counts, waiting } });
        return view(scope, importId);
      }),

    /** Takes the last import back, as far as nobody has changed things since; again it answers the same. */
    undo: (who: Who, importId: string, confirm?: number): Promise<ImportRun> =>
      applied(who, async (scope) => {
        const zone = await rows.lockDirectory(scope);
        const { about, status } = await found(scope, importId);
        if (status === 'undone') return view(scope, importId);
        if (status === 'preview' || (await runs.selectLastApplied(scope)) !== importId) fail('imports.not-last');
        const directory = await directoryOf(scope, floor.clock.now());
        const plan = rules.planOf(await runs.selectPlan(scope, importId));
        const { changes, counts } = undoOf(plan, directory, today(zone));
        // People who never signed in lose nothing; the brake is for the others.
        await confirmGone(scope, directory, changes.leaving.length, confirm);
        await keepCouncil(scope, changes);
        await write(scope, { changes, directory, now: floor.clock.now() });
        await addresses.withdrawImport(scope, importId);
        await addresses.ask(scope, changes.waiting, importId);
        const moved = changes.changed.filter(({ after }) => after.email !== undefined);
        await addresses.noteChanged(
          scope,
          moved.map(({ personId }) => personId),
          importId,
        );
        await runs.updateRun(scope, importId, {
          status: 'undone',
          summary: JSON.stringify({ ...about, undone: counts }),
        });
        await log.write(scope, { action: 'imports.undo', about: { importId, ...counts } });
        return view(scope, importId);
      }),
  };
}

const fileOf = (text: string, name: string): File => new File([text], name, { type: 'text/csv;charset=utf-8' });

export type Imports = ReturnType<typeof createImports>;
/** What thinks long over a large file. */
export type HeavyImports = Pick<Imports, 'preview' | 'apply' | 'undo'>;

/** Leaves what is large to a thread; waiting for one to start would take longer than reading a small file. */
export function sparing(imports: Imports, heavy: HeavyImports | undefined): Imports {
  if (!heavy) return imports;
  const fitFor = async (who: Who, importId: string): Promise<HeavyImports> => {
    const { counts } = await imports.get(who, importId);
    return Object.values(counts).reduce((sum, count) => sum + count, 0) > LARGE_LINES ? heavy : imports;
  };
  return {
    ...imports,
    preview: (who, input) => (input.bytes.length > LARGE_BYTES ? heavy : imports).preview(who, input),
    apply: async (who, importId, confirm) => (await fitFor(who, importId)).apply(who, importId, confirm),
    undo: async (who, importId, confirm) => (await fitFor(who, importId)).undo(who, importId, confirm),
  };
}
