import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import { addDays } from '#server/platform/clock.ts';
import { idOf } from './chance.rules.ts';
import type { Member } from './staff.rules.ts';

type Programme = Omit<Insertable<Tables['programme']>, 'workspace_id'>;
type Membership = Omit<Insertable<Tables['membership']>, 'workspace_id'>;

/** The programme whose first round is drawn when the sample is filled. */
export const COFFEE = idOf('programme', 'coffee');

export interface Offers {
  programmes: Programme[];
  hosts: { programme_id: string; person_id: string; since: Date }[];
  memberships: Membership[];
}

/** Three programmes with the people who chose to take part. */
export function offers(members: readonly Member[], today: string, now: Date): Offers {
  const partOf = (part: string) => members.find(({ cast }) => cast?.part === part);
  const [steward, lead] = [partOf('steward'), partOf('team-lead')];
  if (!steward || !lead) return { programmes: [], hosts: [], memberships: [] };
  const before = new Date(now.getTime() - 20 * 86_400_000);
  const common = { timezone: 'Europe/Lisbon', starts_on: addDays(today, -20), created_at: before, open_since: now };
  const [circles, lottery] = [idOf('programme', 'circles'), idOf('programme', 'lottery')];
  const programmes: Programme[] = [
    {
      ...common,
      programme_id: COFFEE,
      kind: 'coffee',
      name: 'Coffee across teams',
      audience: 'everyone',
      unit_id: null,
      size: 2,
      rule: 'across',
      cadence: 'weekly',
      weekday: 2,
      draw_time: '09:30',
    },
    {
      ...common,
      programme_id: circles,
      kind: 'circle',
      name: 'Circles of four',
      audience: 'unit',
      unit_id: idOf('unit', lead.unit),
      size: 4,
      rule: 'within',
      cadence: 'fortnightly',
      weekday: 3,
      draw_time: '10:00',
    },
    {
      ...common,
      programme_id: lottery,
      kind: 'lottery',
      name: 'A table with the board',
      audience: 'everyone',
      unit_id: null,
      size: 4,
      rule: 'levels',
      cadence: 'monthly-first',
      weekday: 4,
      draw_time: '09:00',
    },
  ];
  const joins = (programme_id: string, who: readonly Member[], part: 'member' | 'lead' = 'member'): Membership[] =>
    who.map(({ id: person_id }) => ({ programme_id, person_id, joined_at: before, rhythm: 'every', part }));
  const here = members.filter(({ awayUntil }) => awayUntil === null);
  const isBoard = (member: Member) => member.managerId === null || member.cast?.part === 'executive';
  return {
    programmes,
    hosts: [
      { programme_id: COFFEE, person_id: steward.id, since: before },
      { programme_id: circles, person_id: lead.id, since: before },
      { programme_id: lottery, person_id: steward.id, since: before },
    ],
    memberships: [
      ...joins(
        COFFEE,
        here.filter(({ cast }, place) => cast !== null || place % 3 === 0),
      ),
      ...joins(
        circles,
        here.filter(({ unit }) => unit === lead.unit),
      ),
      ...joins(lottery, here.filter(isBoard), 'lead'),
      ...joins(
        lottery,
        here.filter((member, place) => !isBoard(member) && place % 7 === 0),
      ),
    ],
  };
}
