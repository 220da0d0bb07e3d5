import { groupByScores } from '#engine/matching/matching.ts';
import { createRandom, type Random } from '#engine/random.ts';

const INTERESTS_EACH = 6;
const ZONES = [0, 0, 0, 1, 1, 2, -5, -5, -5, -8, -8, 5.5, 5.5, 8, 9];

/** A seeded organisation whose pairs are scored 1 to 1000 by silo, shared interests, hours and history. */
interface Organisation {
  department: Int32Array;
  division: Int32Array;
  zone: Float64Array;
  interests: Int32Array;
  openness: Float64Array;
  weekly: Uint8Array;
}

/** Groups people by scores and prints value, bound and time; the timer runs after a warm-up on another instance. */
export function run(args: string[]): number {
  const [people = 10_000, size = 4, seed = 1] = args.map(Number);
  if (![people, size, seed].every(Number.isInteger) || people < 2 || people > 15_000 || size < 2 || size > 8) {
    console.error('groups PEOPLE SIZE [SEED]: 2 to 15,000 people, groups of 2 to 8.');
    return 2;
  }
  const warm = Math.min(people, 1000);
  groupByScores({ people: warm, scores: scorePairs(makeOrganisation(warm, seed + 1), seed + 1), size, seed });
  const scores = scorePairs(makeOrganisation(people, seed), seed);
  const start = process.cpuUsage();
  const { value, bound } = groupByScores({ people, scores, size, seed });
  const used = process.cpuUsage(start);
  const ms = Math.round((used.user + used.system) / 1000);
  console.log(JSON.stringify({ people, value, bound, ratio: bound === 0 ? 1 : value / bound, ms }));
  return 0;
}

function makeOrganisation(people: number, seed: number): Organisation {
  const random = createRandom(seed * 7919 + people);
  const own: Organisation = {
    department: new Int32Array(people),
    division: new Int32Array(people),
    zone: new Float64Array(people),
    interests: drawInterests(people, random),
    openness: Float64Array.from({ length: people }, () => gauss(random)),
    weekly: Uint8Array.from({ length: people }, () => Number(random.next() < 0.3)),
  };
  let division = -1;
  let home = 0;
  for (let one = 0, department = -1, left = 0, departmentsLeft = 0; one < people; one++) {
    if (left === 0) {
      if (departmentsLeft === 0) {
        departmentsLeft = 5 + random.below(7);
        division += 1;
        home = ZONES[random.below(ZONES.length)] ?? 0;
      }
      departmentsLeft -= 1;
      department += 1;
      left = 45 + random.below(70);
    }
    left -= 1;
    own.department[one] = department;
    own.division[one] = division;
    own.zone[one] = random.next() < 0.7 ? home : (ZONES[random.below(ZONES.length)] ?? 0);
  }
  return own;
}

function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Six interests a person, a few of them common and most rare. */
function drawInterests(people: number, random: Random): Int32Array {
  const known = Math.max(40, Math.min(400, people >> 6));
  const share = Float64Array.from({ length: known }, (_, place) => 1 / (place + 3) ** 0.8);
  const upTo = share.slice();
  for (let place = 1; place < known; place++) upTo[place] = (upTo[place - 1] ?? 0) + (share[place] ?? 0);
  const total = upTo[known - 1] ?? 1;
  return Int32Array.from({ length: people * INTERESTS_EACH }, () => {
    const drawn = random.next() * total;
    return upTo.findIndex((sum) => drawn < sum);
  });
}

function scorePairs(own: Organisation, seed: number): Uint16Array {
  const people = own.zone.length;
  const scores = new Uint16Array(people * people);
  const shared = new Uint8Array(people);
  const naming = new Map<number, number[]>();
  own.interests.forEach((interest, place) => {
    const one = Math.floor(place / INTERESTS_EACH);
    const names = naming.get(interest) ?? [];
    if (names.at(-1) !== one) names.push(one);
    naming.set(interest, names);
  });
  for (let one = 0; one < people; one++) {
    shared.fill(0);
    for (const interest of new Set(own.interests.subarray(one * INTERESTS_EACH, (one + 1) * INTERESTS_EACH))) {
      for (const other of naming.get(interest) ?? []) shared[other] = (shared[other] ?? 0) + 1;
    }
    for (let other = one + 1; other < people; other++) {
      const score = scorePair(own, [one, other], shared[other] ?? 0, seed);
      scores[one * people + other] = score;
      scores[other * people + one] = score;
    }
  }
  return scores;
}

function scorePair(own: Organisation, [one, other]: readonly [number, number], shared: number, seed: number): number {
  const silo =
    own.division[one] !== own.division[other] ? 260 : own.department[one] !== own.department[other] ? 190 : 60;
  const overlap = Math.max(0, 1 - Math.abs((own.zone[one] ?? 0) - (own.zone[other] ?? 0)) / 8);
  let hash = Math.imul(one + 1 + seed, 0x9e3779b1) ^ Math.imul(other + 7, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  const chance = ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
  const recent = chance < 0.1 ? -220 : chance < 0.3 ? -80 : 0;
  const openness = 30 * ((own.openness[one] ?? 0) + (own.openness[other] ?? 0));
  const weekly = own.weekly[one] === 1 && own.weekly[other] === 1 ? 60 : 0;
  const noise = ((chance * 1000) % 1) * 60;
  const score = silo + 130 * Math.min(3, shared) + 200 * overlap + recent + openness + weekly + noise;
  return Math.max(1, Math.min(1000, Math.round(score)));
}
