import { type WeightedGraph, weightedGraph } from '../../graph/graph.ts';
import { maximumWeightMatching } from '../../graph/matching/matching.ts';
import { fillCosts, TIER, TIERS } from '../aims/tiers.ts';
import { ASK_OFFER, FEW_CONTACTS, INTENTION, NEWCOMER, rarity, SAME_SITE, THIN_BOUNDARY, WISH } from '../aims/worth.ts';
import { packPair, unpackPair } from '../input/pair-key.ts';
import type { Roster } from '../input/roster.ts';
import { countOf, invert, type Lists, rowOf, singles } from '../input/words.ts';

/** Tiers above worth that a round may have nothing of. */
const ABOVE = [TIER.cannotMeet, TIER.repeat, TIER.sameUnit, TIER.manager, TIER.near];
/** Pairs followed for each kind of thing that two may share. */
const FOLLOWED = 6_000_000;
const COUNTED_INTERESTS = 3;
const PASSES = 12;

/** What is known of all pairs without looking at them. */
interface CommonGround {
  roster: Roster;
  followed: number;
  /** A pair that was not followed is worth at most the mean of its two people's share. */
  share: Float64Array;
  /** Pairs followed: by `packPair`. */
  keys: Keys;
}

/**
 * Most points that any round can reach that does as well as these groups in all tiers above worth, without looking at
 * all pairs. What few people share is followed to every pair that shares it; any other pair is worth at most the mean
 * of what its two people could share with anybody. So a round is worth at most what everybody could share, halved, and
 * what the pairs followed are worth beyond that: as a heaviest matching, or with so many companions for everybody.
 */
export function mostByCommonGround(
  roster: Roster,
  groups: readonly (readonly number[])[],
  { widest, followed = FOLLOWED }: { widest: number; followed?: number },
): number {
  const people = roster.people.length;
  const common = { roster, followed, share: new Float64Array(people), keys: new Keys() };
  shareWithMany(common);
  followInterests(common);
  followHopes(common);
  const companions = widest - 1;
  const beyond = listBeyond(common, groups);
  const most = companions === 1 ? heaviest(people, beyond) : mostInGroups(people, beyond, companions);
  return Math.floor((companions * common.share.reduce((sum, own) => sum + own, 0) + most) / 2);
}

/** What no word is followed for: boundaries, sites, newcomers, wishes for another level. */
function shareWithMany({ roster, share }: CommonGround): void {
  const { unit, unitSize, words, history } = roster;
  const newcomers = history.newcomer.reduce((sum, own) => sum + own, 0);
  // Only one of the two is new, or only one is not: whoever is rarer bears it alone.
  const rarer = Number(2 * newcomers <= share.length);
  for (let person = 0; person < share.length; person++) {
    let own = 0;
    if (unit[person] !== -1 && unitSize.length > 1) own += THIN_BOUNDARY;
    if (words.site[person] !== -1) own += SAME_SITE;
    if (words.wishLevels[person] === 1) own += 2 * WISH;
    if (history.newcomer[person] === rarer) own += 2 * NEWCOMER;
    share[person] = own;
  }
}

function followInterests(common: CommonGround): void {
  const { interests } = common.roster.words;
  const named = invert([interests], common.roster.words.size);
  const unfollowed = follow(common, interests, named);
  for (let person = 0; person < common.share.length; person++) {
    const points = unfollowed(person).map((word) => rarity(common.roster, word));
    const rarest = points.sort((a, b) => b - a).slice(0, COUNTED_INTERESTS);
    common.share[person] = rarest.reduce((sum, own) => sum + own, common.share[person]);
  }
}

/** Asks and wishes, borne by whoever hopes, intentions and contacts, borne by both. */
function followHopes(common: CommonGround): void {
  const { roster, share } = common;
  const { words, partners } = roster;
  const holders = (...lists: Lists[]): Lists => invert(lists, words.size);
  const wish = { points: 2 * WISH, most: 1 };
  const kinds = [
    { mine: words.asks, theirs: holders(words.offers), points: 2 * ASK_OFFER, most: 2 },
    { mine: singles(words.wishSubject), theirs: holders(words.interests, words.offers), ...wish },
    { mine: singles(words.wishUnit), theirs: holders(words.units), ...wish },
    { mine: words.intentions, theirs: holders(words.intentions), points: INTENTION, most: 1 },
    { mine: partners, theirs: partners, points: FEW_CONTACTS, most: 1 },
  ];
  for (const { mine, theirs, points, most } of kinds) {
    const unfollowed = follow(common, mine, theirs);
    for (let person = 0; person < share.length; person++) {
      share[person] = share[person] + points * Math.min(most, unfollowed(person).length);
    }
  }
}

/** Follows the words that fewest pairs share, and returns those of each person that others share and nobody followed. */
function follow({ followed, share, keys }: CommonGround, mine: Lists, theirs: Lists): (person: number) => number[] {
  const limit = longestFollowed(mine, theirs, followed);
  const { length } = share;
  const naming = timesNamed(mine, theirs);
  const pairs = (word: number): number => naming[word] * countOf(theirs, word);
  for (let person = 0; person < length; person++) {
    for (const word of rowOf(mine, person)) {
      if (word === -1 || pairs(word) > limit) continue;
      for (const other of rowOf(theirs, word)) {
        if (other !== person) keys.add(packPair(person, other, length));
      }
    }
  }
  return (person) => [...rowOf(mine, person)].filter((word) => word !== -1 && pairs(word) > limit);
}

function timesNamed(mine: Lists, { offsets }: Lists): Int32Array {
  const times = new Int32Array(offsets.length - 1);
  for (const word of mine.items) if (word !== -1) times[word] += 1;
  return times;
}

/** The most pairs of one word, so that those of all words with as many at most are within the number followed. */
function longestFollowed(mine: Lists, theirs: Lists, followed: number): number {
  const naming = timesNamed(mine, theirs);
  const sizes = Float64Array.from(naming, (own, word) => own * countOf(theirs, word)).sort();
  let sum = 0;
  let limit = 0;
  for (let place = 0; place < sizes.length; ) {
    const size = sizes[place];
    for (; place < sizes.length && sizes[place] === size; place++) sum += size;
    if (sum > followed) break;
    limit = size;
  }
  return limit;
}

/** Pairs and what they are worth beyond the mean share of their people, doubled. */
interface Beyond {
  from: number[];
  to: number[];
  weight: number[];
}

/** Of the pairs followed, those worth more than their people's shares, where such rounds may hold them. */
function listBeyond({ roster, share, keys }: CommonGround, groups: readonly (readonly number[])[]): Beyond {
  const costs = new Float64Array(TIERS);
  const none = tiersWithNone(roster, groups);
  const beyond: Beyond = { from: [], to: [], weight: [] };
  keys.eachOnce((key) => {
    const [one, other] = unpackPair(key, share.length);
    fillCosts(roster, one, other, costs);
    const weight = 2 * costs[TIER.worth] - share[one] - share[other];
    if (weight <= 0 || none.some((tier) => costs[tier] !== 0)) return;
    beyond.from.push(one);
    beyond.to.push(other);
    beyond.weight.push(weight);
  });
  return beyond;
}

/** Tiers above worth in which these groups cost nothing, as every round must that does as well. */
function tiersWithNone(roster: Roster, groups: readonly (readonly number[])[]): number[] {
  const costs = new Float64Array(TIERS);
  const total = new Float64Array(TIERS);
  for (const group of groups) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        fillCosts(roster, one, other, costs);
        for (const tier of ABOVE) total[tier] += costs[tier];
      }
    }
  }
  return [TIER.forbidden, ...ABOVE].filter((tier) => total[tier] === 0);
}

function heaviest(people: number, beyond: Beyond): number {
  return maximumWeightMatching(weightedGraph(people, beyond), { cardinalityFirst: false }).bound;
}

/**
 * Most that pairs are worth when everybody stands in so many at most: at any duals y ≥ 0, no more than all people's duals
 * as often as they have companions, and what each pair is worth beyond the duals of its two. Duals come down in turns.
 */
function mostInGroups(people: number, beyond: Beyond, companions: number): number {
  const graph = weightedGraph(people, beyond);
  const duals = new Float64Array(people);
  let least = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let person = 0; person < people; person++) {
      // Halfway at first: whoever comes early must not pay for all.
      const wanted = dualOf(graph, duals, { person, companions });
      duals[person] = Math.floor((duals[person] + wanted) / 2);
    }
    least = Math.min(least, sumAt(graph, duals, companions));
  }
  return least;
}

/** The dual that makes the sum least while the others stay: what the first pair beyond the companions leaves. */
function dualOf(
  { offsets, targets, weights }: WeightedGraph,
  duals: Float64Array,
  { person, companions }: { person: number; companions: number },
): number {
  const best = new Float64Array(companions + 1);
  for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
    const own = weights[arc] - duals[targets[arc]];
    let place = companions;
    if (own <= best[place]) continue;
    for (; place > 0 && best[place - 1] < own; place--) best[place] = best[place - 1];
    best[place] = own;
  }
  return best[companions];
}

function sumAt(
  { vertices: people, offsets, targets, weights }: WeightedGraph,
  duals: Float64Array,
  companions: number,
): number {
  let sum = 0;
  for (let person = 0; person < people; person++) {
    const own = duals[person];
    sum += companions * own;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const other = targets[arc];
      if (other > person) sum += Math.max(0, weights[arc] - own - duals[other]);
    }
  }
  return sum;
}

/** A column of numbers that grows. */
class Keys {
  #column = new Float64Array(1024);
  #size = 0;

  add(key: number): void {
    if (this.#size === this.#column.length) {
      const larger = new Float64Array(2 * this.#size);
      larger.set(this.#column);
      this.#column = larger;
    }
    this.#column[this.#size++] = key;
  }

  /** Visits every number once, in ascending order. */
  eachOnce(visit: (key: number) => void): void {
    const sorted = this.#column.subarray(0, this.#size).sort();
    for (let place = 0; place < sorted.length; place++) {
      if (place === 0 || sorted[place] !== sorted[place - 1]) visit(sorted[place]);
    }
  }
}
