import { expect, it } from 'vitest';
import { inGerman, SIDE_BY_SIDE } from './german.rules.ts';
import { organisation } from './organisation.ts';
import { castIds, type StaffMember } from './staff.rules.ts';
import { ACQUIRED } from './teams.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const made = organisation(NOW);
const memberBy = new Map(made.members.map((member) => [member.id, member]));
const rowsOf = (name: string) => made.tables.find((table) => table.name === name)?.rows ?? [];
const count = (isMeant: (member: StaffMember) => boolean) => made.members.filter(isMeant).length;
const share = (part: number, whole: number) => part / whole;

it('is the same for the same day, and another with other dates a week later', () => {
  expect(organisation(NOW)).toEqual(made);
  const later = organisation(new Date('2026-11-30T09:00:00Z'));
  expect(later.members.map(({ id, name }) => [id, name])).toEqual(made.members.map(({ id, name }) => [id, name]));
  expect(later.meetings.at(-1)?.day).not.toBe(made.meetings.at(-1)?.day);
});

it('is a believable company', () => {
  expect(made.members).toHaveLength(240);
  expect(new Set(made.members.map(({ site }) => site)).size).toBe(4);
  expect(new Set(rowsOf('site').map(({ timezone }) => timezone)).size).toBe(3);
  expect(new Set(made.members.map(({ division }) => division)).size).toBe(5);
  expect(rowsOf('unit').filter(({ origin }) => origin)).toHaveLength(1);
  expect(count(({ department }) => department === ACQUIRED.department)).toBeGreaterThan(20);
  expect(count(({ joinedOn }) => joinedOn > '2026-08-23')).toBeGreaterThan(8);
  expect(count(({ awayUntil }) => awayUntil !== null)).toBe(9);
  expect(rowsOf('boundary').filter(({ paused_until }) => paused_until)).toHaveLength(6);
  expect(count(({ groups }) => groups.length > 0)).toBeGreaterThan(35);
});

it('has a boss, and everybody else somebody of another place above them', () => {
  expect(count(({ managerId }) => managerId === null)).toBe(1);
  for (const { id, managerId } of made.members) {
    expect(managerId).not.toBe(id);
    if (managerId) expect(memberBy.has(managerId)).toBe(true);
  }
});

it('gives everybody a name and an address of their own', () => {
  expect(new Set(made.members.map(({ name }) => name)).size).toBe(240);
  const addresses = rowsOf('person').map(({ email }) => String(email));
  expect(new Set(addresses).size).toBe(240);
  for (const address of addresses) expect(address).toMatch(/^[a-z][a-z0-9.]*[a-z0-9]@meridian\.example$/);
});

it('lets people say different things, each at most a few times', () => {
  const abouts = rowsOf('profile')
    .map(({ about }) => String(about))
    .filter(Boolean);
  expect(abouts.length).toBeGreaterThan(150);
  const firsts = new Map<string, number>();
  for (const about of abouts) {
    const first = about.split('. ')[0] ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  expect(firsts.size).toBeGreaterThan(90);
  expect(Math.max(...firsts.values())).toBeLessThanOrEqual(4);
});

it('remembers six hundred meetings, mostly inside divisions; the acquired company keeps to itself', () => {
  expect(made.meetings).toHaveLength(600);
  const pairs = made.meetings.map(({ pair: [a, b] }) => [memberBy.get(a), memberBy.get(b)] as const);
  const inside = pairs.filter(([a, b]) => a?.division === b?.division);
  expect(share(inside.length, pairs.length)).toBeGreaterThan(0.7);
  const ofAcquired = pairs.filter((pair) => pair.some((each) => each?.department === ACQUIRED.department));
  const bridging = ofAcquired.filter(([a, b]) => a?.department !== b?.department);
  expect(ofAcquired.length).toBeGreaterThan(30);
  expect(share(bridging.length, ofAcquired.length)).toBeLessThan(0.25);
});

it('never lets anybody meet before they joined, after today, themselves, or at a weekend', () => {
  for (const { pair, day } of made.meetings) {
    expect(pair[0]).not.toBe(pair[1]);
    for (const id of pair) expect((memberBy.get(id)?.joinedOn ?? '9') <= day).toBe(true);
    expect(day < '2026-11-23' && day > '2026-05-20').toBe(true);
    expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
  }
});

it('offers six people, each with hellos that wait and one that begins something', () => {
  const cast = castIds();
  expect(cast.map(({ part }) => part)).toEqual(['newcomer', 'team-lead', 'steward', 'acquired', 'executive', 'remote']);
  for (const { id } of cast) {
    expect(memberBy.get(id)?.cast).not.toBeNull();
    expect(made.greetings.filter(({ toId }) => toId === id)).toHaveLength(2);
    expect(made.greetings.filter(({ fromId, isAnswered }) => fromId === id && isAnswered)).toHaveLength(1);
  }
});

it('says in German, place by place, what it says in English', () => {
  for (const [english, german] of SIDE_BY_SIDE) expect(german, english.join()).toHaveLength(english.length);
  const german = inGerman(made);
  const rowsIn = (name: string) => german.tables.find((table) => table.name === name)?.rows ?? [];
  const inside = (rows: Record<string, unknown>[], columns: string[]) =>
    rows.flatMap((row) => columns.flatMap((column) => row[column]));
  const SAID = ['about', 'talents', 'passions', 'ask_me_about', 'interests'];
  const before = new Set(inside(rowsOf('profile'), SAID).filter(Boolean));
  expect(new Set(inside(rowsIn('profile'), SAID).filter((text) => before.has(text)))).toEqual(new Set());
  const stays = new Set(inside(rowsOf('unit'), ['name']));
  expect(inside(rowsIn('unit'), ['name']).filter((name) => stays.has(name))).toEqual([
    'Firmware',
    'Aquilo',
    'Marketing',
    'Transport',
    'Controlling',
  ]);
  const titles = new Set(inside(rowsOf('person'), ['title']));
  expect(inside(rowsIn('person'), ['title']).filter((title) => titles.has(title))).toEqual([]);
  expect(rowsIn('site').map(({ name }) => name)).toEqual(['Lissabon', 'Hamburg', 'Leipzig', 'Nairobi']);
  expect(rowsIn('workspace')[0]).toMatchObject({ language: 'de', purpose: 'Wir machen sauberes Wasser bezahlbar.' });
});
