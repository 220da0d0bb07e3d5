import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import { addDays } from '#server/platform/clock.ts';
import { idOf } from './chance.rules.ts';
import type { StaffMember } from './staff.rules.ts';

type Programme = Omit<Insertable<Tables['programme']>, 'workspace_id'>;
type Membership = Omit<Insertable<Tables['membership']>, 'workspace_id'>;

/** The programme whose first round is drawn when the sample is filled. */
export const COFFEE = idOf('programme', 'coffee');
const CIRCLES = idOf('programme', 'circles');
const LOTTERY = idOf('programme', 'lottery');

export interface Offers {
  programmes: Programme[];
  hosts: { programme_id: string; person_id: string; since: Date }[];
  memberships: Membership[];
}

/** When they opened, and who leads the team that one of them is for. */
interface Opening {
  lead: StaffMember;
  today: string;
  now: Date;
}

const DAYS_AGO = 20;
const since = (now: Date): Date => new Date(now.getTime() - DAYS_AGO * 86_400_000);

function programmeRows({ lead, today, now }: Opening): Programme[] {
  const common = {
    timezone: 'Europe/Lisbon',
    starts_on: addDays(today, -DAYS_AGO),
    created_at: since(now),
    open_since: now,
  };
  return [
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
      programme_id: CIRCLES,
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
      programme_id: LOTTERY,
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
}

const isBoard = (member: StaffMember) => member.managerId === null || member.cast?.part === 'executive';

function membershipRows(members: readonly StaffMember[], { lead, now }: Opening): Membership[] {
  const joins = (programme_id: string, who: readonly StaffMember[], part: 'member' | 'lead' = 'member'): Membership[] =>
    who.map(({ id: person_id }) => ({ programme_id, person_id, joined_at: since(now), rhythm: 'every', part }));
  const here = members.filter(({ awayUntil }) => awayUntil === null);
  return [
    ...joins(
      COFFEE,
      here.filter(({ cast }, place) => cast !== null || place % 3 === 0),
    ),
    ...joins(
      CIRCLES,
      here.filter(({ unit }) => unit === lead.unit),
    ),
    ...joins(LOTTERY, here.filter(isBoard), 'lead'),
    ...joins(
      LOTTERY,
      here.filter((member, place) => !isBoard(member) && place % 7 === 0),
    ),
  ];
}

/** Three programmes with the people who chose to take part. */
export function offersFor(members: readonly StaffMember[], today: string, now: Date): Offers {
  const partOf = (part: string) => members.find(({ cast }) => cast?.part === part);
  const [steward, lead] = [partOf('steward'), partOf('team-lead')];
  if (!steward || !lead) return { programmes: [], hosts: [], memberships: [] };
  const opening = { lead, today, now };
  return {
    programmes: programmeRows(opening),
    hosts: [
      { programme_id: COFFEE, person_id: steward.id, since: since(now) },
      { programme_id: CIRCLES, person_id: lead.id, since: since(now) },
      { programme_id: LOTTERY, person_id: steward.id, since: since(now) },
    ],
    memberships: membershipRows(members, opening),
  };
}
