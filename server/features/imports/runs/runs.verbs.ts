import type { ImportLine, ImportRun, LineKind } from '#contract/imports.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { csvOf } from '#server/platform/csv.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { ImportsDeps } from '../imports.deps.ts';
import { planOf } from '../plan/plan.rules.ts';
import { TEMPLATE } from '../reading/reading.rules.ts';
import * as rows from './runs.queries.ts';
import { linesOf, type RunSummary, runOf, summaryOf } from './runs.rules.ts';

const PAGE = 100;
const RUNS_SHOWN = 20;

export interface LinePart {
  kind: LineKind;
  from: number;
}

export interface LinePage {
  lines: ImportLine[];
  next: number | null;
}

export async function findRun(scope: Scope, importId: string): Promise<rows.RunRow & { about: RunSummary }> {
  const row = await rows.selectRun(scope, importId);
  return row ? { ...row, about: summaryOf(row.summary) } : fail('not-found');
}

/** A run as the contract shows it. */
export async function viewRun(scope: Scope, importId: string): Promise<ImportRun> {
  const row = await findRun(scope, importId);
  return runOf(row, row.about, await rows.selectLastApplied(scope));
}

export function getImport({ db }: ImportsDeps, who: Who, importId: string): Promise<ImportRun> {
  return db.asPerson(who, (scope) => viewRun(scope, importId));
}

export function listImports({ db }: ImportsDeps, who: Who): Promise<ImportRun[]> {
  return db.asPerson(who, async (scope) => {
    const last = await rows.selectLastApplied(scope);
    return (await rows.selectRuns(scope, RUNS_SHOWN)).map((row) => runOf(row, summaryOf(row.summary), last));
  });
}

export function listLines({ db }: ImportsDeps, who: Who, importId: string, part: LinePart): Promise<LinePage> {
  return db.asPerson(who, async (scope) => {
    await findRun(scope, importId);
    const items = await rows.selectPlanPart(scope, importId, { list: part.kind, from: part.from, most: PAGE + 1 });
    const lines = linesOf(part.kind, items);
    return { lines: lines.slice(0, PAGE), next: lines.length > PAGE ? part.from + PAGE : null };
  });
}

export function makeFaultsFile({ db }: ImportsDeps, who: Who, importId: string): Promise<File> {
  return db.asPerson(who, async (scope) => {
    await findRun(scope, importId);
    const plan = planOf(await rows.selectPlan(scope, importId));
    const lines = plan.faulty.map(({ line, reason, value, isLeftOut }) => [
      String(line),
      reason,
      value,
      isLeftOut ? 'line' : 'value',
    ]);
    return fileOf(csvOf(['line', 'reason', 'value', 'left out'], lines), 'faulty-lines.csv');
  });
}

export function makeTemplate(_: ImportsDeps): File {
  return fileOf(csvOf(TEMPLATE.header, TEMPLATE.rows), 'people.csv');
}

const fileOf = (text: string, name: string): File => new File([text], name, { type: 'text/csv;charset=utf-8' });
