import type { Why } from '#contract/week.ts';
import { daysBetween, type PersonFacts, type Topic, type WeekInput } from './input.rules.ts';
import type { Reason } from './turns.rules.ts';

const NEW_FOR_DAYS = 90;

const why = (code: Why['code'], text: string | null = null, other: string | null = null): Why => ({
  code,
  text,
  other,
});

/** Why somebody whom I need not know is worth knowing; no reason says only that they are here. */
export function reasonFor(input: WeekInput, personId: string, reason: Reason | null): Why | null {
  const theirs = input.facts.get(personId);
  if (!theirs) return null;
  switch (reason) {
    case 'alike':
      return alike(input.me, theirs);
    case 'different':
      return different(input.me, theirs);
    case 'levels':
      return areLevelsApart(input.me, theirs) ? why('other-level', theirs.level) : null;
    case 'newcomer':
      return isNew(theirs, input.today) ? why('newcomer', theirs.unit) : null;
    case 'thin':
      return isUntrodden(input, theirs) ? why('untrodden', theirs.unit) : null;
    default:
      return theirs.unit && theirs.unitId !== input.me.unitId ? why('other-unit', theirs.unit) : why('not-met');
  }
}

/** Why two people whom I know might be good for each other; the first is the one the words begin with. */
export function pairReason(
  input: WeekInput,
  pair: [string, string],
  reason: Reason | null,
): { personIds: [string, string]; why: Why } | null {
  const [first, second] = pair;
  const [a, b] = [input.facts.get(first), input.facts.get(second)];
  if (!a || !b) return null;
  const inOrder = (found: Why | null) => found && { personIds: pair, why: found };
  const turned = (found: Why | null) => found && { personIds: [second, first] satisfies [string, string], why: found };
  switch (reason) {
    case 'alike':
      return inOrder(bothShare(a, b));
    case 'different':
      return inOrder(teaches(a, b)) ?? turned(teaches(b, a)) ?? inOrder(eachTheirOwn(a, b));
    case 'levels':
      return inOrder(areLevelsApart(a, b) ? why('pair-levels') : null);
    case 'newcomer':
      return inOrder(isGuided(a, b, input.today)) ?? turned(isGuided(b, a, input.today));
    case 'thin':
      return inOrder(a.unit && b.unit && a.unitId !== b.unitId ? why('pair-units', a.unit, b.unit) : null);
    default:
      return inOrder(why('pair'));
  }
}

/** What both show, things they care about first. */
function sharedTopic(a: PersonFacts, b: PersonFacts): Topic | undefined {
  const shared = b.topics.filter((topic) => has(a, topic.kind, topic));
  return shared.find(({ kind }) => kind === 'care') ?? shared[0];
}

const has = (facts: PersonFacts, kind: Topic['kind'], topic: Topic): boolean =>
  facts.topics.some((each) => each.kind === kind && each.folded === topic.folded);
const lacks = (facts: PersonFacts, topic: Topic): boolean => !has(facts, 'care', topic) && !has(facts, 'talent', topic);

function alike(me: PersonFacts, theirs: PersonFacts): Why | null {
  const topic = sharedTopic(me, theirs);
  return topic ? why(topic.kind === 'care' ? 'shared-interest' : 'shared-talent', topic.text) : null;
}

function different(me: PersonFacts, theirs: PersonFacts): Why | null {
  const topic = theirs.topics.find((each) => lacks(me, each));
  if (topic) return why(topic.kind === 'care' ? 'other-interest' : 'other-talent', topic.text);
  return me.site && theirs.site && me.site !== theirs.site ? why('other-site', theirs.site) : null;
}

const areLevelsApart = (a: PersonFacts, b: PersonFacts): boolean => Boolean(a.level && b.level && a.level !== b.level);

function isNew({ joinedOn }: PersonFacts, today: string): boolean {
  const days = joinedOn ? daysBetween(joinedOn, today) : NEW_FOR_DAYS;
  return days >= 0 && days < NEW_FOR_DAYS;
}

/** Whether I neither met nor work with anybody of their unit. */
function isUntrodden({ me, met, ties, facts }: WeekInput, theirs: PersonFacts): boolean {
  if (!theirs.unitId || theirs.unitId === me.unitId) return false;
  return ![...met, ...ties].some(({ personId }) => facts.get(personId)?.unitId === theirs.unitId);
}

function bothShare(a: PersonFacts, b: PersonFacts): Why | null {
  const topic = sharedTopic(a, b);
  return topic ? why(topic.kind === 'care' ? 'both-care' : 'both-bring', topic.text) : null;
}

/** What the one is good at and the other cares about. */
function teaches(a: PersonFacts, b: PersonFacts): Why | null {
  const topic = a.topics.find((each) => each.kind === 'talent' && !has(b, 'talent', each) && has(b, 'care', each));
  return topic ? why('one-can', topic.text) : null;
}

function eachTheirOwn(a: PersonFacts, b: PersonFacts): Why | null {
  const mine = a.topics.find((each) => each.kind === 'care' && lacks(b, each));
  const theirs = b.topics.find((each) => each.kind === 'care' && lacks(a, each));
  return mine && theirs ? why('each-own', mine.text, theirs.text) : null;
}

const isGuided = (a: PersonFacts, b: PersonFacts, today: string): Why | null =>
  isNew(a, today) && !isNew(b, today) ? why('pair-newcomer') : null;
