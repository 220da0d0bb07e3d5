import type { LeftOut, Reason, RoundPlan } from '#engine/matching/matching.ts';

/** A reason in plain words. */
export function inWords(reason: Reason | { code: LeftOut['reason'] }): string {
  switch (reason.code) {
    case 'wish':
      return `a wish for this round: ${reason.subject}`;
    case 'shared-interest':
      return `shared interest: ${reason.interest}`;
    case 'ask-offer':
      return `one asks, one offers: ${reason.subject}`;
    case 'shared-intention':
      return `shared intention: ${reason.intention}`;
    case 'new-boundary':
      return `first bridge between ${reason.units[0]} and ${reason.units[1]}`;
    case 'across-units':
      return `across ${reason.units[0]} and ${reason.units[1]}`;
    case 'same-site':
      return `same site: ${reason.site}`;
    case 'first-meeting':
      return 'have not met before';
    case 'met-longest-ago':
      return `met longest ago (${reason.date})`;
    case 'alone':
      return 'nobody else takes part';
    case 'boundaries':
      return 'no group was possible (boundaries, languages or hours)';
  }
}

const METHODS: Record<RoundPlan['certificate']['method'], string> = {
  exact: 'exact: proved best',
  'exact+third': 'exact pairs and the best third person',
  'exact-on-candidates': 'exact within blocks of people',
  annealed: 'annealed: searched, not proved',
  repaired: 'repaired: as few people moved as possible',
  alone: 'nothing to plan',
  empty: 'nothing to plan',
};

/** A round for people to read. */
export function summary(plan: RoundPlan, milliseconds: number, out: string | undefined): string {
  const { certificate: own } = plan;
  const width = String(plan.groups.length).length;
  const groups = plan.groups.map((group, place) => {
    const reasons = group.reasons.map(inWords).join('; ');
    return `${String(place + 1).padStart(width)}. ${group.members.join(' · ')}\n${' '.repeat(width + 2)}${reasons}`;
  });
  const left = plan.leftOut.map((person) => `Left out: ${person.id} (${inWords({ code: person.reason })})`);
  const percent = (own.gap * 100).toFixed(own.gap > 0 && own.gap < 0.01 ? 2 : 0);
  const facts = [
    `${own.placed} of ${own.people} people placed in ${plan.groups.length} ${plan.groups.length === 1 ? 'group' : 'groups'}`,
    `Repeats ${own.repeats} (at least ${own.repeatsUnavoidable} unavoidable) · same unit ${own.sameUnitPairs} (at least ${own.sameUnitUnavoidable} unavoidable)`,
    `Boundaries newly bridged ${own.boundariesBridged} · value ${own.value} of at most ${own.upperBound} (gap ${percent} %)`,
    `${METHODS[own.method]} · seed ${own.seed} · ${milliseconds} ms`,
  ];
  if (out !== undefined) facts.push(`Written to ${out}`);
  return [...groups, ...left, '', ...facts].join('\n');
}
