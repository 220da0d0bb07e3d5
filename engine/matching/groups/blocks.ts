import { groupSizes } from '../aims/group-sizes.ts';
import { TIER, TIERS } from '../aims/tiers.ts';
import { leastSameUnit } from '../bounds/pigeonhole.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import type { Roster } from '../input/roster.ts';
import type { MatchPerson, RoundInput } from '../input/round-input.ts';

/** How a block is solved, and how many people one may hold. */
interface BlockWork {
  most: number;
  solveBlock: (block: RoundInput) => string[][];
}

/**
 * Plans a large round in blocks that mirror the whole: people are dealt out unit by unit, each block is solved by itself.
 * A compromise of the fast mode: the proof of repeats is the trivial one, that of units the pigeonhole.
 */
export function planInBlocks(roster: Roster, input: RoundInput, work: BlockWork): SolvedRound {
  const people = roster.people.length;
  const sizes = groupSizes(people, roster.size);
  const blocks = Math.ceil(people / (work.most - roster.size - 1));
  const order = roster.people.map((_, person) => person);
  order.sort((a, b) => roster.unit[a] - roster.unit[b] || a - b);
  const members = shareSeats(sizes, blocks);
  const dealt = members.map((): MatchPerson[] => []);
  let block = 0;
  for (const person of order) {
    while (dealt[block].length >= members[block]) block = (block + 1) % blocks;
    dealt[block].push(roster.people[person]);
    block = (block + 1) % blocks;
  }
  const index = new Map(roster.people.map((person, place) => [person.id, place]));
  const groups = dealt.flatMap((part, place) => {
    const onProgress = (share: number): void => input.onProgress?.((place + share) / blocks);
    onProgress(0);
    input.signal?.throwIfAborted();
    return work.solveBlock({ ...input, people: part, onProgress });
  });
  const least = new Float64Array(TIERS);
  if (roster.prefer === 'across') least[TIER.sameUnit] = leastSameUnit(roster.unit, sizes.length);
  const placed = new Set(groups.flat());
  // Whoever a block could not place goes on alone, to be joined to a group or told.
  for (const person of roster.people) if (!placed.has(person.id)) groups.push([person.id]);
  return { groups: groups.map((ids) => ids.flatMap((id) => index.get(id) ?? [])), least, proved: false };
}

/** Seats of each block when groups are dealt to blocks in turn. */
function shareSeats(sizes: readonly number[], blocks: number): number[] {
  const seats = new Array<number>(blocks).fill(0);
  for (const [group, size] of sizes.entries()) seats[group % blocks] += size;
  return seats;
}
