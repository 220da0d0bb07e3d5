import { expect, it } from 'vitest';
import { idOf } from './chance.rules.ts';
import { COFFEE, offersFor } from './offers.rules.ts';
import { organisation } from './organisation.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const { members } = organisation(NOW);
const { programmes, hosts, memberships } = offersFor(members, '2026-11-23', NOW);
const partOf = (part: string) => members.find(({ cast }) => cast?.part === part);
const since = new Date('2026-11-03T09:00:00Z');

it('offers three programmes that opened twenty days ago', () => {
  const common = { timezone: 'Europe/Lisbon', starts_on: '2026-11-03', created_at: since, open_since: NOW };
  expect(programmes).toMatchObject([
    {
      ...{
        ...common,
        programme_id: idOf('programme', 'coffee'),
        kind: 'coffee',
        audience: 'everyone',
        unit_id: null,
        size: 2,
      },
      ...{ rule: 'across', cadence: 'weekly', weekday: 2, draw_time: '09:30' },
    },
    {
      ...{ ...common, programme_id: idOf('programme', 'circles'), kind: 'circle', audience: 'unit', size: 4 },
      ...{ unit_id: idOf('unit', partOf('team-lead')?.unit ?? '') },
      ...{ rule: 'within', cadence: 'fortnightly', weekday: 3, draw_time: '10:00' },
    },
    {
      ...{ ...common, programme_id: idOf('programme', 'lottery'), kind: 'lottery', audience: 'everyone', size: 4 },
      ...{ unit_id: null, rule: 'levels', cadence: 'monthly-first', weekday: 4, draw_time: '09:00' },
    },
  ]);
});

it('has a steward host what is for everyone, and a lead the circle of their team', () => {
  const [steward, lead] = [partOf('steward')?.id, partOf('team-lead')?.id];
  expect(hosts.map(({ person_id }) => person_id)).toEqual([steward, lead, steward]);
  expect(hosts.map(({ programme_id }) => programme_id)).toEqual(programmes.map(({ programme_id }) => programme_id));
  for (const host of hosts) expect(host.since).toEqual(since);
});

it('lets those join who are here: a third, a team, and a table of leaders and guests', () => {
  const here = members.filter(({ awayUntil }) => !awayUntil);
  const joined = (place: number, part: 'member' | 'lead') =>
    memberships
      .filter((each) => each.programme_id === programmes[place]?.programme_id && each.part === part)
      .map(({ person_id }) => person_id);
  const board = here.filter(({ managerId, cast }) => !managerId || cast?.part === 'executive').map(({ id }) => id);
  expect(board).toHaveLength(2);
  expect(joined(0, 'member')).toEqual(here.filter(({ cast }, place) => cast || place % 3 === 0).map(({ id }) => id));
  const lead = partOf('team-lead');
  expect(joined(1, 'member')).toEqual(here.filter(({ unit }) => unit === lead?.unit).map(({ id }) => id));
  expect(joined(2, 'lead')).toEqual(board);
  const guests = here.filter(({ id }, place) => place % 7 === 0 && !board.includes(id));
  expect(joined(2, 'member')).toEqual(guests.map(({ id }) => id));
  expect([...joined(0, 'lead'), ...joined(1, 'lead')]).toEqual([]);
  for (const each of memberships) expect(each).toMatchObject({ joined_at: since, rhythm: 'every' });
});

it('offers nothing where nobody could host', () => {
  for (const part of ['steward', 'team-lead'])
    expect(
      offersFor(
        members.filter(({ cast }) => cast?.part !== part),
        '2026-11-23',
        NOW,
      ),
    ).toEqual({ programmes: [], hosts: [], memberships: [] });
});

it('names the programme whose first round is drawn', () => {
  expect(programmes.find(({ programme_id }) => programme_id === COFFEE)?.kind).toBe('coffee');
});
