import type { ImportRun } from '#contract/imports.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { ImportsDeps } from './imports.deps.ts';
import * as verbs from './imports.verbs.ts';
import { isLargeFile, isLargeRun } from './runs/runs.rules.ts';
import * as runs from './runs/runs.verbs.ts';

/** The directory from files: a preview that changes nothing, then apply, then undo. It tells nobody anything. */
export interface Imports {
  /** Reads a file and keeps what it would change; the directory stays as it is. Fails with `imports.unreadable`. */
  preview(who: Who, input: verbs.PreviewInput): Promise<ImportRun>;
  /** An import in counts. Fails with `not-found`. */
  get(who: Who, importId: string): Promise<ImportRun>;
  /** Imports that were applied or undone, newest first. */
  list(who: Who): Promise<ImportRun[]>;
  /** A stretch of what an import says. Fails with `not-found`. */
  lines(who: Who, importId: string, part: runs.LinePart): Promise<runs.LinePage>;
  /** Every faulty line as a file, to mend the source with. Fails with `not-found`. */
  faults(who: Who, importId: string): Promise<File>;
  /** An example file with every column. */
  template(): File;
  /**
   * Carries a preview out, once; again it answers the same and changes nothing. Fails with `not-found`,
   * `imports.already-applied`, `imports.outdated`, `imports.needs-confirmation`, `imports.works-council`.
   */
  apply(who: Who, importId: string, confirm?: number): Promise<ImportRun>;
  /**
   * Takes the last import back, as far as nobody has changed things since; again it answers the same. Fails with
   * `not-found`, `imports.not-last`, `imports.needs-confirmation`, `imports.works-council`.
   */
  undo(who: Who, importId: string, confirm?: number): Promise<ImportRun>;
}

export const createImports = (deps: ImportsDeps): Imports =>
  bindVerbs(deps, {
    preview: verbs.previewImport,
    get: runs.getImport,
    list: runs.listImports,
    lines: runs.listLines,
    faults: runs.makeFaultsFile,
    template: runs.makeTemplate,
    apply: verbs.applyImport,
    undo: verbs.undoImport,
  });

/** What thinks long over a large file. */
export type HeavyImports = Pick<Imports, 'preview' | 'apply' | 'undo'>;

/** Leaves what is large to a thread; waiting for one to start would take longer than reading a small file. */
export function sparing(imports: Imports, heavy: HeavyImports | undefined): Imports {
  if (!heavy) return imports;
  const fitFor = async (who: Who, importId: string): Promise<HeavyImports> =>
    isLargeRun(await imports.get(who, importId)) ? heavy : imports;
  return {
    ...imports,
    preview: (who, input) => (isLargeFile(input.bytes) ? heavy : imports).preview(who, input),
    apply: async (who, importId, confirm) => (await fitFor(who, importId)).apply(who, importId, confirm),
    undo: async (who, importId, confirm) => (await fitFor(who, importId)).undo(who, importId, confirm),
  };
}
