import { describe, expect, it } from 'vitest';
import { addDays } from '#server/platform/clock.ts';
import { type Chance, createChance } from './chance.rules.ts';
import { greetings, meetings } from './history.rules.ts';
import { organisation } from './organisation.ts';
import type { Saying } from './sayings.rules.ts';
import type { StaffMember } from './staff.rules.ts';
import { ACQUIRED } from './teams.ts';

const today = '2026-11-23';
const { members } = organisation(new Date('2026-11-23T09:00:00Z'));
const byId = new Map(members.map((member) => [member.id, member]));
const past = meetings(members, today, createChance(9));
const isAcquired = (id: string) => byId.get(id)?.department === ACQUIRED.department;
const pairs = past.filter(({ pair }) => !pair.some(isAcquired)).map(({ pair: [a, b] }) => [byId.get(a), byId.get(b)]);
const shareOf = (is: (a: StaffMember | undefined, b: StaffMember | undefined) => boolean) =>
  pairs.filter(([a, b]) => is(a, b)).length / pairs.length;

describe('meetings', () => {
  it('come in the order of their days, each pair once a day, the smaller id first', () => {
    expect(past.length).toBe(600);
    expect(past.map(({ day }) => day)).toEqual(past.map(({ day }) => day).sort());
    expect(new Set(past.map(({ pair, day }) => `${pair} ${day}`)).size).toBe(600);
    expect(new Set(past.map(({ id }) => id)).size).toBe(600);
    for (const { pair } of past) expect(pair[0] < pair[1]).toBe(true);
  });

  it('are of the last hundred and eighty days, from yesterday on', () => {
    const days = past.map(({ day }) => day);
    expect(days.every((day) => day >= addDays(today, -180) && day < today)).toBe(true);
    expect((days[0] ?? '') < addDays(today, -170)).toBe(true);
    expect((days.at(-1) ?? '') > addDays(today, -10)).toBe(true);
  });

  it('are two of five in a team, as many in a division, and a fifth across', () => {
    const [team, across] = [shareOf((a, b) => a?.unit === b?.unit), shareOf((a, b) => a?.division !== b?.division)];
    expect(team).toBeGreaterThan(0.35);
    expect(team).toBeLessThan(0.58);
    expect(across).toBeGreaterThan(0.14);
    expect(across).toBeLessThan(0.28);
  });

  it('cross over to those acquired now and then, by one of them', () => {
    const theirs = past.filter(({ pair }) => pair.some(isAcquired));
    const crossing = theirs.filter(({ pair }) => !pair.every(isAcquired));
    expect(theirs.length).toBeGreaterThan(30);
    expect(crossing.length).toBeLessThan(theirs.length / 5);
  });

  it('give each of the cast some, the newcomer only since they came', () => {
    for (const { id, cast } of members) {
      const own = past.filter(({ pair }) => pair.includes(id));
      if (cast?.part === 'newcomer') {
        const days = ['2026-11-11', '2026-11-12', '2026-11-13'];
        expect(own.length).toBeGreaterThan(0);
        expect(own.every(({ day }) => days.includes(day))).toBe(true);
      } else if (cast) expect(own.length).toBeGreaterThan(3);
    }
  });

  it('are none at a weekend, nor before somebody came', () => {
    for (const { pair, day } of past) {
      expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      for (const id of pair) expect((byId.get(id)?.joinedOn ?? '') <= day).toBe(true);
    }
    expect(new Set(past.map(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual(new Set([1, 2, 3, 4, 5]));
  });
});

describe('hellos', () => {
  const open: Saying = {
    ...{ about: '', talents: [], passions: [], askMeAbout: [], interests: [], languages: [], hours: null },
    ...{ officeDays: [], shows: [], hellos: true, pausedUntil: null },
  };
  const first: Chance = {
    ...{ isTrue: () => true, between: (from) => from, one: (list) => createChance(1).one(list) },
    some: (list, most) => list.slice(0, most),
  };
  const said = members.map(() => open);
  const waiting = greetings(members, said, past, first);
  const cast = members.filter((member) => member.cast);
  const othersOf = (list: typeof waiting) =>
    list.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => !byId.get(id)?.cast);

  it('are four for each of the cast: two that wait, one of theirs, and one that leads further', () => {
    for (const { id } of cast)
      expect(
        waiting
          .filter(({ fromId, toId }) => fromId === id || toId === id)
          .map(({ toId, daysAgo, isAnswered }) => [toId === id, daysAgo, isAnswered]),
      ).toEqual([
        [true, 1, false],
        [true, 3, false],
        [false, 2, false],
        [false, 4, true],
      ]);
    expect(waiting).toHaveLength(4 * cast.length);
  });

  it('welcome whoever is new, and say anything else to others', () => {
    const drawn = greetings(members, said, past, createChance(6));
    for (const { toId, phrase } of drawn) expect(phrase === 'welcome').toBe(byId.get(toId)?.cast?.part === 'newcomer');
    const phrases = new Set(
      [1, 2, 3].flatMap((seed) => greetings(members, said, past, createChance(seed))).map((each) => each.phrase),
    );
    expect([...phrases].sort()).toEqual(['coffee', 'curious', 'learn-from', 'share-interest', 'welcome', 'work-near']);
  });

  it('come from people of another division who are here, open to them, and have not met them', () => {
    const most: Chance = { ...first, some: (list, many) => list.slice(-many) };
    for (const list of [waiting, greetings(members, said, past, most)])
      for (const { fromId, toId } of list) {
        const [from, to] = [byId.get(fromId), byId.get(toId)];
        expect(from?.division).not.toBe(to?.division);
        expect(Boolean(from?.cast) && Boolean(to?.cast)).toBe(false);
        const pair = [fromId, toId].sort().join();
        expect(past.some((each) => each.pair.join() === pair)).toBe(false);
      }
    for (const id of othersOf(waiting)) {
      expect(byId.get(id)?.awayUntil).toBeNull();
      expect(isAcquired(id)).toBe(false);
    }
  });

  it.each<[string, Partial<Saying>]>([
    ['say no', { hellos: false }],
    ['were not asked', { hellos: null }],
    ['are pausing', { pausedUntil: '2026-12-24' }],
  ])('come never from those who %s', (_, change) => {
    const shut = new Set(othersOf(waiting));
    const less = members.map(({ id }) => (shut.has(id) ? { ...open, ...change } : open));
    const others = othersOf(greetings(members, less, past, first));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((id) => shut.has(id))).toEqual([]);
  });

  it('are none where fewer than four could say them', () => {
    expect(greetings(members, [], past, first)).toEqual([]);
    expect(greetings(members, said, past, { ...first, some: (list, most) => list.slice(0, most - 1) })).toEqual([]);
  });
});
