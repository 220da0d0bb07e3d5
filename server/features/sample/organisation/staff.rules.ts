import type { SamplePart } from '#contract/sample.ts';
import { addDays } from '#server/platform/clock.ts';
import { CAST, type CastMember } from './cast.words.ts';
import { type Chance, idOf } from './chance.rules.ts';
import { DIVISIONS } from './divisions.ts';
import { ACQUIRED, type Craft, GROUPS, type Site, type Team } from './teams.ts';

/** Somebody of the sample organisation, before they say anything of themselves. */
export interface StaffMember {
  id: string;
  name: string;
  title: string;
  level: string;
  site: Site;
  unit: string;
  division: string;
  department: string;
  managerId: string | null;
  joinedOn: string;
  craft: Craft;
  groups: string[];
  timezone: string | null;
  /** The last day of an absence. */
  awayUntil: string | null;
  cast: CastMember | null;
}

export interface StaffOptions {
  /** 'YYYY-MM-DD' */
  today: string;
  chance: Chance;
  nameAt(site: Site): string;
}

interface Place {
  place: string;
  title: string;
  level: string;
  site: Site;
  unit: string;
  division: string;
  department: string;
  manager: string | null;
  craft: Craft;
}

const BOSS = 'Company/boss';

function teamPlaces(team: Team, above: { division: string; department: string }, chance: Chance): Place[] {
  const where = { ...above, site: team.site, unit: team.name, craft: team.craft };
  const lead = {
    ...where,
    place: `${team.name}/0`,
    title: team.lead,
    level: 'Lead',
    manager: `${above.department}/head`,
  };
  const others = Array.from({ length: team.size - 1 }, (_, index) => ({
    ...where,
    place: `${team.name}/${index + 1}`,
    title: team.titles[index % team.titles.length] ?? team.lead,
    level: chance.one(['Trainee', 'Professional', 'Professional', 'Professional', 'Senior', 'Senior', 'Principal']),
    manager: lead.place,
  }));
  return [lead, ...others];
}

/** Every place in the tree of units, whoever leads before those led. */
function places(chance: Chance): Place[] {
  const leading = { level: 'Executive', craft: 'leading' as const };
  const company = { unit: 'Company', division: 'Company', department: 'Company' };
  const list: Place[] = [
    { ...leading, ...company, place: BOSS, title: 'Chief Executive Officer', site: 'Lisbon', manager: null },
  ];
  for (const division of DIVISIONS) {
    const top = { unit: division.name, division: division.name, department: division.name, site: division.site };
    list.push({ ...leading, ...top, place: `${division.name}/head`, title: division.head, manager: BOSS });
    for (const { name, head, site, teams } of division.departments) {
      const above = { division: division.name, department: name };
      const manager = `${division.name}/head`;
      list.push({
        ...above,
        place: `${name}/head`,
        title: head,
        level: 'Head',
        site,
        unit: name,
        manager,
        craft: 'leading',
      });
      for (const team of teams) list.push(...teamPlaces(team, above, chance));
    }
  }
  return list;
}

const FOUNDED = 5800;
const NEWCOMERS = 0.05;

function daysHere(place: Place, chance: Chance): number {
  if (place.level === 'Trainee') return chance.between(30, 500);
  if (place.craft === 'leading') return chance.between(700, FOUNDED - 1);
  if (chance.isTrue(NEWCOMERS)) return chance.between(6, 80);
  // Most came in the last years, when the company grew.
  return Math.min(chance.between(90, FOUNDED), chance.between(90, FOUNDED));
}

function withGroups(members: StaffMember[], chance: Chance): void {
  const near = members.filter(({ department, cast }) => department !== ACQUIRED.department && !cast);
  for (const { name, size } of GROUPS) {
    const own = members.filter(({ cast }) => cast?.group === name);
    // One group of each division, so that a group is a bridge.
    const divisions = DIVISIONS.map((each) => each.name);
    const others = Array.from({ length: size - own.length }, (_, index) =>
      chance.one(
        near.filter((each) => each.division === divisions[index % divisions.length] && each.groups.length === 0),
      ),
    );
    for (const member of new Set([...own, ...others])) member.groups = [name];
  }
}

function withAbsences(members: StaffMember[], options: StaffOptions): void {
  const { chance, today } = options;
  const plain = members.filter((each) => !each.cast && each.craft !== 'leading' && each.level !== 'Lead');
  for (const member of chance.some(plain, 9)) member.awayUntil = addDays(today, chance.between(12, 140));
}

/** All members, the boss first. */
export function staff(options: StaffOptions): StaffMember[] {
  const { today, chance, nameAt } = options;
  const castBy = new Map(CAST.map((each) => [each.place, each]));
  const members = places(chance).map((place): StaffMember => {
    const cast = castBy.get(place.place) ?? null;
    const usual = daysHere(place, chance);
    return {
      id: idOf('person', place.place),
      name: cast?.name ?? nameAt(place.site),
      title: cast?.title ?? place.title,
      level: place.level,
      site: place.site,
      unit: place.unit,
      division: place.division,
      department: place.department,
      managerId: place.manager && idOf('person', place.manager),
      joinedOn: addDays(today, -(cast?.here ?? usual)),
      craft: place.craft,
      groups: [],
      timezone: cast?.timezone ?? null,
      awayUntil: null,
      cast,
    };
  });
  withGroups(members, chance);
  withAbsences(members, options);
  return members;
}

/** The ids of those whom one may enter as, in the order in which they are offered. */
export const castIds = (): { part: SamplePart; id: string }[] =>
  CAST.map(({ part, place }) => ({ part, id: idOf('person', place) }));
