import { randomUUID } from 'node:crypto';
import { faker } from '@faker-js/faker';
import type pg from 'pg';
import { searchTextOf } from '#server/features/people/people.ts';

const INTERESTS =
  'climbing choir chess baking cycling gardening photography football theatre hiking painting sailing running pottery jazz astronomy'.split(
    ' ',
  );
const LANGUAGES = ['en', 'de', 'pt', 'fr', 'es', 'pl', 'ja', 'hi', 'it', 'nl'];
const LEVELS = ['trainee', 'specialist', 'senior', 'lead', 'head', 'director'];
const TITLES = [
  'Buyer',
  'Field Engineer',
  'Designer',
  'Accountant',
  'Nurse',
  'Product Manager',
  'Data Analyst',
  'Chemist',
  'Planner',
  'Recruiter',
];
const SITES = ['Lisbon', 'Porto', 'Berlin', 'Leipzig', 'Nairobi', 'Pune', 'Osaka', 'Austin', 'Lyon', 'Gdansk'];

const fewer = (names: readonly string[], most: number) => [...new Set(names)].slice(0, most);

/** Ids are made from numbers in SQL, so that the parts of the crowd find each other without look-ups. */
const ID = `create function pg_temp.id_of(kind text, n bigint) returns uuid language sql immutable
  as $$ select (overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17))::uuid $$`;

/** Fills an empty database with one workspace of `people` people in teams of ten; returns its id. */
export async function settle(owner: pg.Client, people: number): Promise<string> {
  faker.seed(20_261_123);
  const workspace = randomUUID();
  const ask = (text: string, values: unknown[] = []) => owner.query(text, values);
  await ask(ID);
  await ask('select setseed(0.4)');
  await ask(
    "insert into workspace (workspace_id, name, purpose, timezone, created_at) values ($1, 'Meridian', 'Clean water', 'Europe/Lisbon', current_timestamp)",
    [workspace],
  );
  await ask(
    `insert into site (workspace_id, site_id, name) select $1, pg_temp.id_of('site', n), name from unnest($2::text[]) with ordinality s (name, n)`,
    [workspace, SITES],
  );
  await units(ask, workspace, people);
  await persons(ask, workspace, people);
  await ask(
    `insert into profile (workspace_id, person_id, about, talents, interests, languages, shows)
     select $1, pg_temp.id_of('person', n), 'I like to hear how things are made, and I bring stories home. Number ' || n || '.',
       array['sketching'], array[($3::text[])[1 + floor(power(random(), 2) * 16)::int], 'rare ' || n / 20],
       array['en', ($4::text[])[1 + floor(random() * 10)::int]],
       case when random() < 0.7 then array['about', 'talents', 'interests', 'languages'] else array['languages'] end
     from generate_series(1, $2::int) n where random() < 0.8`,
    [workspace, people, INTERESTS, LANGUAGES],
  );
  await ask(
    "insert into boundary (workspace_id, person_id, hellos) select $1, pg_temp.id_of('person', n), random() < 0.8 from generate_series(1, $2::int) n",
    [workspace, people],
  );
  await moments(ask, workspace, people);
  await ask('vacuum analyze');
  return workspace;
}

type Ask = (text: string, values?: unknown[]) => Promise<unknown>;

/** Ten divisions, ten departments each, then teams of ten. */
async function units(ask: Ask, workspace: string, people: number): Promise<void> {
  const level = (kind: string, parent: string | null, count: number, width: number) =>
    ask(
      `insert into unit (workspace_id, unit_id, parent_id, name)
       select $1, pg_temp.id_of('${kind}', n), ${parent ? `pg_temp.id_of('${parent}', n / $3)` : 'null::uuid'}, '${kind} ' || n
       from generate_series(0, $2::int - 1) n where $3::int > 0`,
      [workspace, count, width],
    );
  const teams = Math.max(1, Math.ceil(people / 10));
  await level('division', null, 10, 1);
  await level('department', 'division', 100, 10);
  await level('team', 'department', teams, Math.max(1, Math.ceil(teams / 100)));
}

async function persons(ask: Ask, workspace: string, people: number): Promise<void> {
  const first = fewer(faker.definitions.person.first_name.generic ?? [], 1500);
  const last = fewer(faker.definitions.person.last_name.generic ?? [], 500);
  // Second surnames keep whole names nearly unique, as in a real directory.
  await ask(
    `insert into person (workspace_id, person_id, external_id, email, name, title, search_text, unit_id, site_id, level, joined_on, groups, status, source, created_at)
     select $1, pg_temp.id_of('person', n), 'p' || n, 'p' || n || '@example.test', f.name || ' ' || l.name || ' ' || m.name, t.name,
       f.folded || ' ' || l.folded || ' ' || m.folded || ' ' || lower(t.name),
       pg_temp.id_of('team', n / 10 % $3::int), pg_temp.id_of('site', 1 + n / 10 % 10), ($8::text[])[1 + n % 6], date '2015-01-01' + n % 4000,
       case when n % 3 = 0 then array['circle ' || n / 36] else '{}' end, case when n % 50 = 7 then 'away' else 'active' end, 'import', current_timestamp
     from (select n, floor(power(random(), 1.5) * cardinality($4::text[]))::int f, floor(random() * cardinality($6::text[]))::int l,
         floor(random() * cardinality($6::text[]))::int m, floor(random() * cardinality($9::text[]))::int t from generate_series(1, $2::int) n) pick
     cross join lateral (select ($4::text[])[1 + f] as name, ($5::text[])[1 + f] as folded) f
     cross join lateral (select ($6::text[])[1 + l] as name, ($7::text[])[1 + l] as folded) l
     cross join lateral (select ($6::text[])[1 + m] as name, ($7::text[])[1 + m] as folded) m
     cross join lateral (select ($9::text[])[1 + t] as name) t`,
    [
      workspace,
      people,
      Math.max(1, Math.ceil(people / 10)),
      first,
      first.map((name) => searchTextOf(name, '')),
      last,
      last.map((name) => searchTextOf(name, '')),
      LEVELS,
      TITLES,
    ],
  );
  await ask(
    `update person set manager_id = pg_temp.id_of('person', substr(external_id, 2)::int / 10 * 10 + 1)
     where substr(external_id, 2)::int % 10 > 1 and substr(external_id, 2)::int / 10 * 10 + 1 <= $1::int`,
    [people],
  );
}

/** Six meetings a person, over the last year, half of them near by. */
async function moments(ask: Ask, workspace: string, people: number): Promise<void> {
  await ask(
    `with pairs as materialized (
       select pair, n as a, case when pair % 2 = 0 then 1 + (n + 1 + floor(random() * 30)::int) % $2::int else 1 + floor(random() * $2::int)::int end as b,
         current_date - floor(random() * 365)::int as day
       from generate_series(1, $2::int) n cross join generate_series(1, 3) pair)
     insert into moment (workspace_id, moment_id, person_id, other_id, kind, happened_on)
     select $1, pg_temp.id_of('moment' || pair, a), pg_temp.id_of('person', one), pg_temp.id_of('person', two), 'met', day
     from pairs cross join lateral (values (a, b), (b, a)) side (one, two) where a <> b`,
    [workspace, people],
  );
}
