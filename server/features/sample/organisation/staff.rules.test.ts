import { describe, expect, it } from 'vitest';
import { addDays } from '#server/platform/clock.ts';
import type { Chance } from './chance.rules.ts';
import { createChance } from './chance.rules.ts';
import { DIVISIONS } from './divisions.ts';
import { staff } from './staff.rules.ts';
import { ACQUIRED, GROUPS } from './teams.ts';

const today = '2026-11-23';
const ago = (days: number) => addDays(today, -days);
const made = (chance: Chance) => staff({ today, chance, nameAt: (site) => site });
const members = made(createChance(4020));

/** Always the least, or always the most. */
const always = (end: 'least' | 'most', isTrue: boolean): Chance => ({
  isTrue: () => isTrue,
  between: (from, to) => (end === 'least' ? from : to),
  one: (list) => createChance(1).one(list),
  some: (list, most) => list.slice(0, most),
});

describe('places', () => {
  const byId = new Map(members.map((member) => [member.id, member]));
  const above = ({ managerId }: { managerId: string | null }) => (managerId ? byId.get(managerId) : undefined);

  it('begin with the boss, to whom the heads of divisions report', () => {
    const [boss] = members;
    expect(boss).toMatchObject({
      ...{ title: 'Chief Executive Officer', level: 'Executive', site: 'Lisbon', unit: 'Company', managerId: null },
      ...{ division: 'Company', department: 'Company', craft: 'leading' },
    });
    for (const { name, head, site } of DIVISIONS) {
      const top = members.find(({ unit, managerId }) => managerId && unit === name);
      expect(top).toMatchObject({ level: 'Executive', site, division: name, department: name, craft: 'leading' });
      expect(top?.title).toBe(top?.cast?.title ?? head);
      expect(top && above(top)).toBe(boss);
    }
  });

  it('go on with heads of departments, leads and their teams, each whole', () => {
    for (const { name: division, departments } of DIVISIONS)
      for (const { name: department, site, teams } of departments) {
        const head = members.find(({ unit }) => unit === department);
        expect(head).toMatchObject({ level: 'Head', site, division, department, craft: 'leading' });
        expect(head && above(head)?.unit).toBe(division);
        for (const team of teams) {
          const all = members.filter(({ unit }) => unit === team.name);
          expect(all).toHaveLength(team.size);
          const [lead, ...others] = all;
          expect(lead).toMatchObject({ level: 'Lead', title: lead?.cast?.title ?? team.lead, site: team.site });
          expect(lead && above(lead)).toBe(head);
          for (const [place, other] of others.entries()) {
            expect(above(other)).toBe(lead);
            const title = other.cast?.title ?? team.titles[place % team.titles.length];
            expect(other).toMatchObject({ title, craft: team.craft, division, department, site: team.site });
          }
        }
      }
  });

  it('are named by site, or by the cast who hold them', () => {
    for (const { name, site, cast } of members) expect(name).toBe(cast?.name ?? site);
    expect(members.filter(({ cast }) => cast?.timezone).map(({ timezone }) => timezone)).toEqual(['Asia/Amman']);
    expect(members.filter(({ timezone }) => timezone)).toHaveLength(1);
  });

  it('are held on all levels, most by professionals', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(members, ({ level }) => level)].map(([l, all]) => [l, all.length]),
    );
    expect(Object.keys(counts).sort()).toEqual([
      'Executive',
      'Head',
      'Lead',
      'Principal',
      'Professional',
      'Senior',
      'Trainee',
    ]);
    expect(counts.Professional).toBeGreaterThan(counts.Senior ?? 0);
  });
});

describe('days since somebody came', () => {
  const joined = (chance: Chance) => {
    const plain = made(chance).filter(({ cast }) => !cast);
    const of = (is: (member: (typeof plain)[number]) => boolean) =>
      new Set(plain.filter(is).map((one) => one.joinedOn));
    const isTrainee = ({ level }: { level: string }) => level === 'Trainee';
    return {
      trainees: of(isTrainee),
      leaders: of(({ craft }) => craft === 'leading'),
      others: of((member) => !isTrainee(member) && member.craft !== 'leading'),
    };
  };
  const trainees = (chance: Chance): Chance => ({ ...chance, one: (list) => list[0] ?? chance.one(list) });

  it('are few for trainees and many for leaders', () => {
    expect(joined(trainees(always('least', false)))).toMatchObject({
      trainees: new Set([ago(30)]),
      leaders: new Set([ago(700)]),
    });
    expect(joined(trainees(always('most', false)))).toMatchObject({
      trainees: new Set([ago(500)]),
      leaders: new Set([ago(5799)]),
    });
  });

  it('are any for others, and a few are new', () => {
    expect(joined(always('least', false)).others).toEqual(new Set([ago(90)]));
    expect(joined(always('most', false)).others).toEqual(new Set([ago(5800)]));
    expect(joined(always('least', true)).others).toEqual(new Set([ago(6)]));
    expect(joined(always('most', true)).others).toEqual(new Set([ago(80)]));
    const isNew = members.filter(({ joinedOn, level }) => joinedOn > ago(81) && level !== 'Trainee');
    expect(isNew.length).toBeGreaterThan(4);
    expect(isNew.length).toBeLessThan(25);
  });

  it('are told of the cast', () => {
    for (const { cast, joinedOn } of members) if (cast) expect(joinedOn).toBe(ago(cast.here));
  });
});

it('groups hold their cast and people of all divisions, nobody of two groups or of those acquired by chance', () => {
  for (const { name, size } of GROUPS) {
    const all = members.filter(({ groups }) => groups.includes(name));
    const drawn = all.filter(({ cast }) => !cast);
    expect(all.length).toBeGreaterThan(size / 2);
    expect(all.length).toBeLessThanOrEqual(size);
    expect(all.filter(({ cast }) => cast).length).toBe(members.filter(({ cast }) => cast?.group === name).length);
    expect(drawn.every(({ department }) => department !== ACQUIRED.department)).toBe(true);
    expect(new Set(drawn.map(({ division }) => division)).size).toBe(
      Math.min(DIVISIONS.length, size - (all.length - drawn.length)),
    );
  }
  for (const { groups } of members) expect(groups.length).toBeLessThan(2);
});

it('nine are away for some weeks or months, nobody of the cast and nobody who leads', () => {
  for (const [end, days] of [
    ['least', 12],
    ['most', 140],
  ] as const) {
    const away = made(always(end, false)).filter(({ awayUntil }) => awayUntil);
    expect(away.map(({ awayUntil }) => awayUntil)).toEqual(Array.from({ length: 9 }, () => addDays(today, days)));
    expect(away.some(({ cast, craft, level }) => cast || craft === 'leading' || level === 'Lead')).toBe(false);
  }
  const could = made({ ...always('least', false), some: (list) => [...list] }).filter(({ awayUntil }) => awayUntil);
  expect(could).toHaveLength(
    members.filter(({ cast, craft, level }) => !cast && craft !== 'leading' && level !== 'Lead').length,
  );
});
