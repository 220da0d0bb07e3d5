import type { ImportCounts, UndoCounts } from '#contract/imports.ts';
import { formatList } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './imports.words.ts';

/** Counts as people say them: '12 people are new, 3 change and 1 leaves'; '' where nothing changes. */
export function useImportSentences() {
  const t = useTranslation(en);
  return {
    changes: (counts: ImportCounts): string =>
      formatList(
        (['added', 'changed', 'gone', 'waiting'] as const).flatMap((key) =>
          counts[key] > 0 ? [t(`imports.count-${key}`, { count: counts[key] })] : [],
        ),
      ),
    places: (counts: ImportCounts): string =>
      formatList(
        (['units', 'sites'] as const).flatMap((key) =>
          counts[key] > 0 ? [t(`imports.count-${key}`, { count: counts[key] })] : [],
        ),
      ),
    undone: (counts: UndoCounts): string =>
      formatList(
        (['removed', 'leaving', 'restored', 'returned'] as const).flatMap((key) =>
          counts[key] > 0 ? [t(`imports.undone-${key}`, { count: counts[key] })] : [],
        ),
      ),
  };
}
