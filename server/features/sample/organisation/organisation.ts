import type { Insertable } from 'kysely';
import { foldedText, searchTextOf } from '#server/features/people/people.ts';
import type { Tables } from '#server/migrations/tables.ts';
import { dayIn } from '#server/platform/clock.ts';
import { CAST } from './cast.words.ts';
import { createChance, idOf } from './chance.rules.ts';
import { DIVISIONS } from './divisions.ts';
import { type Greeting, greetings, type Meeting, meetings } from './history.rules.ts';
import { createNames } from './names.ts';
import { offersFor } from './offers.rules.ts';
import { type Saying, sayings } from './sayings.rules.ts';
import { type StaffMember, staff } from './staff.rules.ts';
import { SITES } from './teams.ts';

const ZONE = 'Europe/Lisbon';
const SEED = 4020;

type Row<T extends keyof Tables> = Record<string, unknown> & Partial<Insertable<Tables[T]>>;

/** The sample organisation as rows, tables in the order in which they can be filled. */
export interface Organisation {
  workspaceId: string;
  tables: { name: keyof Tables; rows: Row<keyof Tables>[] }[];
  members: StaffMember[];
  meetings: Meeting[];
  greetings: Greeting[];
}

/** The whole sample organisation, the same for the same day. */
export function organisation(now: Date): Organisation {
  const today = dayIn(now, ZONE);
  const chance = createChance(SEED);
  const nameAt = createNames(
    SEED,
    chance,
    CAST.map(({ name }) => name),
  );
  const members = staff({ today, chance, nameAt });
  const said = sayings(members, today, chance);
  const past = meetings(members, today, chance);
  const hellos = greetings(members, said, past, chance);
  const offered = offersFor(members, today, now);
  const workspaceId = idOf('workspace', 'Meridian');
  const tables: Organisation['tables'] = [
    { name: 'workspace', rows: [workspaceRow(now)] },
    { name: 'unit', rows: unitRows() },
    { name: 'site', rows: SITES.map(({ name, timezone }) => ({ site_id: idOf('site', name), name, timezone })) },
    { name: 'person', rows: personRows(members, now) },
    { name: 'auth.identity', rows: addressRows(members) },
    { name: 'auth.identity', rows: signedInRows(members, now) },
    { name: 'profile', rows: members.flatMap((member, index) => profileRow(member, said[index])) },
    { name: 'boundary', rows: members.flatMap((member, index) => boundaryRow(member, said[index])) },
    { name: 'role_grant', rows: roleRows(members, now) },
    { name: 'moment', rows: momentRows(past) },
    { name: 'hello', rows: helloRows(hellos, now) },
    { name: 'programme', rows: offered.programmes },
    { name: 'programme_host', rows: offered.hosts },
    { name: 'membership', rows: offered.memberships },
  ];
  for (const { rows } of tables) for (const row of rows) row.workspace_id = workspaceId;
  return { workspaceId, tables, members, meetings: past, greetings: hellos };
}

function workspaceRow(now: Date): Row<'workspace'> {
  const purpose = 'We make clean water affordable.';
  return { name: 'Meridian', purpose, timezone: ZONE, language: 'en', created_at: now };
}

/** Units by name, those above first. */
function unitRows(): Row<'unit'>[] {
  const unit = (name: string, parent: string | null, origin: string | null = null) => ({
    unit_id: idOf('unit', name),
    parent_id: parent && idOf('unit', parent),
    name,
    origin,
  });
  return DIVISIONS.flatMap((division) => [
    unit(division.name, null),
    ...division.departments.flatMap((department) => [
      unit(department.name, division.name, department.origin ?? null),
      ...department.teams.map(({ name }) => unit(name, department.name)),
    ]),
  ]);
}

/** Addresses from names, each once. */
function addresses(members: readonly StaffMember[]): Map<string, string> {
  const used = new Set<string>();
  return new Map(
    members.map(({ id, name }) => {
      const plain = foldedText(name).replaceAll(/[^a-z0-9]+/g, '.');
      const address = `${used.has(plain) ? `${plain}.2` : plain}@meridian.example`;
      used.add(plain);
      return [id, address];
    }),
  );
}

function personRows(members: readonly StaffMember[], now: Date): Row<'person'>[] {
  const addressOf = addresses(members);
  return members.map((member, index) => ({
    person_id: member.id,
    external_id: String(1001 + index),
    email: addressOf.get(member.id) ?? '',
    name: member.name,
    title: member.title,
    search_text: searchTextOf(member.name, member.title),
    unit_id: idOf('unit', member.unit),
    site_id: idOf('site', member.site),
    manager_id: member.managerId,
    level: member.level,
    joined_on: member.joinedOn,
    timezone: member.timezone,
    groups: member.groups,
    status: member.awayUntil ? 'away' : 'active',
    away_until: member.awayUntil,
    source: 'import',
    created_at: now,
  }));
}

const addressRows = (members: readonly StaffMember[]): Row<'auth.identity'>[] =>
  [...addresses(members)].map(([person_id, subject]) => ({ issuer: 'email', subject, person_id }));

function profileRow(member: StaffMember, saying: Saying | undefined): Row<'profile'>[] {
  if (!saying) return [];
  const { about, talents, passions, askMeAbout, interests, languages, hours, officeDays, shows } = saying;
  return [
    {
      person_id: member.id,
      about,
      talents,
      passions,
      ask_me_about: askMeAbout,
      interests,
      languages,
      hours_from: hours?.from ?? null,
      hours_to: hours?.to ?? null,
      office_days: officeDays,
      shows,
    },
  ];
}

function boundaryRow(member: StaffMember, saying: Saying | undefined): Row<'boundary'>[] {
  if (!saying || (saying.hellos === null && !saying.pausedUntil)) return [];
  // Every second of those who like hellos also likes to be introduced.
  const introductions = saying.hellos === true && Number.parseInt(member.id.slice(0, 2), 16) % 2 === 0;
  return [{ person_id: member.id, hellos: saying.hellos, paused_until: saying.pausedUntil, introductions }];
}

const councilOf = (members: readonly StaffMember[]) =>
  members.find(({ groups, cast }) => groups.includes('Works council') && !cast);
const longBefore = (now: Date): Date => new Date(now.getTime() - 60 * 86_400_000);

/** Somebody of the works council signed in long ago, and may confirm another. */
const signedInRows = (members: readonly StaffMember[], now: Date): Row<'auth.identity'>[] =>
  [councilOf(members)?.id ?? []]
    .flat()
    .map((id) => ({ issuer: 'user', subject: `earlier:${id}`, person_id: id, first_at: longBefore(now) }));

/** The steward among the six, and somebody of the works council, named by two people. */
function roleRows(members: readonly StaffMember[], now: Date): Row<'role_grant'>[] {
  const steward = members.find(({ cast }) => cast?.part === 'steward');
  const council = councilOf(members);
  const other = members.find((each) => each.groups.includes('Works council') && each !== council);
  if (!steward || !council || !other) return [];
  const given = { given_by: steward.id, given_at: longBefore(now) };
  return [
    { ...given, person_id: steward.id, role: 'steward', confirmed_by: null },
    { ...given, person_id: council.id, role: 'works-council', confirmed_by: other.id },
  ];
}

function momentRows(past: readonly Meeting[]): Row<'moment'>[] {
  return past.flatMap(({ id, pair: [a, b], day }) => {
    const row = { moment_id: id, kind: 'met' as const, introduction_id: null, happened_on: day };
    return [
      { ...row, person_id: a, other_id: b },
      { ...row, person_id: b, other_id: a },
    ];
  });
}

function helloRows(hellos: readonly Greeting[], now: Date): Row<'hello'>[] {
  return hellos.map(({ id, fromId, toId, phrase, daysAgo }) => ({
    hello_id: id,
    from_id: fromId,
    to_id: toId,
    phrase,
    intention: null,
    status: 'waiting',
    asked_at: new Date(now.getTime() - daysAgo * 86_400_000),
    answered_at: null,
    introduction_id: null,
  }));
}
