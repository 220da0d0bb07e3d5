import type { Cadence, Programme, ProgrammeKind, Rule } from '#contract/programmes.ts';
import { deviceTimezone, formatWeekday } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './programmes.words.ts';

/** What decides when and how people meet. */
export interface Setting {
  kind: ProgrammeKind;
  size: number;
  rule: Rule;
  cadence: Cadence;
  weekday: number;
  drawTime: string;
  timezone?: string;
}

/** A programme in sentences: "Every second Tuesday at 9:00, pairs across teams." */
export function useSentences() {
  const t = useTranslation(en);
  const time = (drawTime: string): string => {
    const [hour = '', minute = ''] = drawTime.split(':');
    return t('programmes.time', { hour: Number(hour), minute });
  };
  const when = ({ cadence, weekday, drawTime, timezone }: Setting): string => {
    const words = t(`programmes.when.${cadence}`, { weekday: formatWeekday(weekday), time: time(drawTime) });
    const isHere = !timezone || timezone === deviceTimezone();
    return isHere ? words : t('programmes.in-zone', { when: words, zone: timezone.replaceAll('_', ' ') });
  };
  const shape = ({ size, rule }: Pick<Setting, 'size' | 'rule'>): string =>
    `${t('programmes.shape', { size })} ${t(`programmes.rule.${rule}`)}`;
  const sentence = (setting: Setting): string => {
    const { kind, size, rule } = setting;
    if (kind === 'newcomer' || kind === 'lottery')
      return t(`programmes.sentence.${kind}`, { when: when(setting), size });
    const parts = { shape: t('programmes.shape', { size }), rule: t(`programmes.rule.${rule}`) };
    return t('programmes.sentence', { when: when(setting), ...parts });
  };
  const audience = ({ audience: who, unit }: Pick<Programme, 'audience' | 'unit'>): string => {
    if (who !== 'unit') return t(`programmes.for-${who}`);
    return unit ? t('programmes.for-unit', { unit: unit.name }) : t('programmes.for-unit-plain');
  };
  return { sentence, time, shape, audience };
}
