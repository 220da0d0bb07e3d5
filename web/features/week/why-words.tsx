import { calledName } from '#engine/names/called-name.ts';
import type { client } from '#web/platform/api.ts';
import { formatDay, formatMonth } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './week.words.ts';

export type Week = Awaited<ReturnType<typeof client.week.get>>;
export type Suggestion = Week['nurture'][number];
export type PairSuggestion = Week['connect'][number];

const RECENT = 28 * 86_400_000;

/** Why somebody is suggested, in a sentence. */
export function WhyWords({ why: { code, text } }: Pick<Suggestion, 'why'>) {
  const t = useTranslation(en);
  switch (code) {
    case 'met-on':
    case 'again': {
      const [kind, day] = [code === 'again' ? 'again' : 'met', text ?? ''] as const;
      const isRecent = Date.now() - new Date(day).getTime() < RECENT;
      return isRecent
        ? t(`week.why.${kind}-on`, { text: formatDay(day) })
        : t(`week.why.${kind}-in`, { text: formatMonth(day) });
    }
    case 'group':
    case 'unit':
    case 'newcomer':
      return text ? t(`week.why.${code}`, { text }) : t(`week.why.${code}-plain`);
    case 'both-care':
    case 'both-bring':
    case 'one-can':
    case 'each-own':
    case 'pair-levels':
    case 'pair-newcomer':
    case 'pair-units':
    case 'pair':
      return null;
    default:
      return t(`week.why.${code}`, { text: text ?? '' });
  }
}

/** Why two people might be good for each other, in a sentence. */
export function PairWhy({ pair }: { pair: PairSuggestion }) {
  const t = useTranslation(en);
  const [a, b] = pair.people;
  const { code, text, other } = pair.why;
  const values = { text: text ?? '', other: other ?? '', first: calledName(a.name), second: calledName(b.name) };
  switch (code) {
    case 'both-care':
    case 'both-bring':
      return a.unitName && b.unitName && a.unitName !== b.unitName
        ? t(`week.why.${code}`, { ...values, firstUnit: a.unitName, secondUnit: b.unitName })
        : t(`week.why.${code}-plain`, values);
    case 'one-can':
    case 'each-own':
    case 'pair-levels':
    case 'pair-newcomer':
    case 'pair-units':
      return t(`week.why.${code}`, values);
    default:
      return t('week.why.pair');
  }
}
