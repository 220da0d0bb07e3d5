import { formatWeekday } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import type { Variant } from './formats.ts';
import { en } from './hosting.words.ts';
import { useSentences } from './sentences.ts';

/** 'in pairs across teams, every week'. */
export function useVariantName(weekday: number): (variant: Variant) => string {
  const t = useTranslation(en);
  const { shape } = useSentences();
  return (variant) =>
    `${shape(variant)}, ${t(`hosting.cadence.${variant.cadence}`, { weekday: formatWeekday(weekday) })}`;
}
