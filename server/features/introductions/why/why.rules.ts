import type { Common } from '#contract/introductions.ts';
import type { Reason } from '#engine/matching/matching.ts';
import { different, inCommon, inCommonAmong, type Side } from '../introductions.rules.ts';

/** Why these people, as facts that hold for those who are still in it. */
export interface WhyFacts {
  /** Stronger than what they share: a wish, an ask that meets an offer, an intention. */
  lead: { code: 'wish' | 'ask-offer' | 'shared-intention'; text: string } | null;
  common: Common[];
  /** Of two: where the other stands. */
  place: { name: string; unit: string; site: string | null } | null;
  /** Of more than two: two units that sit together. */
  units: readonly [string, string] | null;
  hasMet: boolean;
  isPair: boolean;
}

export interface WhyInput {
  me: Side;
  others: readonly { name: string; side: Side }[];
  reasons: readonly Reason[];
  hasMet: boolean;
}

const isSame = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

const wordsOf = (side: Side): readonly string[] => [...side.interests, ...side.passions, ...side.talents];

/** An interest is told only while two of those present show it. */
function holds(reason: Reason, sides: readonly Side[]): boolean {
  if (reason.code !== 'shared-interest') return true;
  return sides.filter((side) => wordsOf(side).some((word) => isSame(word, reason.interest))).length > 1;
}

function leadOf(reasons: readonly Reason[]): WhyFacts['lead'] {
  for (const reason of reasons) {
    if (reason.code === 'wish' || reason.code === 'ask-offer') return { code: reason.code, text: reason.subject };
    if (reason.code === 'shared-intention') return { code: reason.code, text: reason.intention };
  }
  return null;
}

/** What is told of the reasons for an introduction, strongest first. */
export function whyFacts({ me, others, reasons, hasMet }: WhyInput): WhyFacts {
  const sides = [me, ...others.map(({ side }) => side)];
  const held = reasons.filter((reason) => holds(reason, sides));
  const [only] = others.length === 1 ? others : [];
  const shown = only ? inCommon(me, only.side) : inCommonAmong(sides);
  const told = held.flatMap((reason): Common[] =>
    reason.code === 'shared-interest' ? [{ kind: 'interest', text: reason.interest }] : [],
  );
  const common = [...told, ...shown.filter(({ text }) => !told.some((each) => isSame(each.text, text)))];
  const away = only ? different(me, only.side) : [];
  const unit = away.find(({ kind }) => kind === 'unit')?.text;
  const between = held.find((reason) => reason.code === 'new-boundary' || reason.code === 'across-units');
  const areThere = (units: readonly string[]) => units.every((name) => sides.some((side) => side.unit === name));
  return {
    lead: leadOf(held),
    common,
    place:
      only && unit ? { name: only.name, unit, site: away.find(({ kind }) => kind === 'site')?.text ?? null } : null,
    units: between && 'units' in between && areThere(between.units) ? between.units : null,
    hasMet: hasMet || held.some(({ code }) => code === 'met-longest-ago'),
    isPair: others.length < 2,
  };
}
