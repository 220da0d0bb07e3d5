-- Roles: app_user serves people, app_jobs the background, app_auth sign-in, app_search one look-up. None owns anything.
create extension if not exists pg_trgm;
create schema if not exists auth;

grant usage on schema public to app_user, app_jobs, app_auth, app_search;
grant usage on schema auth to app_auth, app_user, app_jobs;

-- The scope of a transaction; an empty scope is null and sees nothing.
create function scope_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('loam.workspace', true), '')::uuid $$;
create function scope_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('loam.person', true), '')::uuid $$;

create table workspace (
  workspace_id uuid primary key,
  name text not null,
  purpose text not null default '',
  timezone text not null,
  language text not null default 'en',
  mail jsonb,
  created_at timestamptz not null
);

create table unit (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  unit_id uuid not null,
  parent_id uuid,
  name text not null,
  origin text,
  primary key (workspace_id, unit_id),
  foreign key (workspace_id, parent_id) references unit (workspace_id, unit_id)
);
create unique index unit_sibling on unit (workspace_id, parent_id, name) nulls not distinct;

create table site (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  site_id uuid not null,
  name text not null,
  timezone text,
  primary key (workspace_id, site_id),
  unique (workspace_id, name)
);

-- What everybody here may see of everybody, and what the directory needs to know them again.
create table person (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  person_id uuid not null,
  external_id text,
  email text not null,
  name text not null,
  title text not null default '',
  search_text text collate "C" not null,
  unit_id uuid,
  site_id uuid,
  manager_id uuid,
  level text,
  joined_on date,
  timezone text,
  groups text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'away', 'leaving', 'alumni')),
  away_until date,
  left_on date,
  source text not null check (source in ('setup', 'import', 'invite', 'join', 'scim')),
  language text check (language in ('en', 'de')),
  created_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, unit_id) references unit (workspace_id, unit_id),
  foreign key (workspace_id, site_id) references site (workspace_id, site_id),
  foreign key (workspace_id, manager_id) references person (workspace_id, person_id)
);
create index person_by_name on person (workspace_id, search_text, person_id);
create index person_by_unit on person (workspace_id, unit_id, status);
create index person_by_site on person (workspace_id, site_id);
create index person_by_manager on person (workspace_id, manager_id);
create index person_by_level on person (workspace_id, level, status);
create index person_by_groups on person using gin (groups);
create index person_by_grams on person using gin (search_text gin_trgm_ops);
create unique index person_email on person (workspace_id, email) where status in ('active', 'away');
create unique index person_external on person (workspace_id, external_id) where external_id is not null and status in ('active', 'away');

-- 'languages:de' for each shown word that the directory can be narrowed to.
create function words_shown(shows text[], interests text[], languages text[]) returns text[] language sql immutable parallel safe
  as $$ select coalesce(array_agg(distinct word), '{}') from (
    select 'interests:' || lower(unnest(interests)) as word where 'interests' = any (shows)
    union all select 'languages:' || lower(unnest(languages)) where 'languages' = any (shows)) shown $$;

-- What a person says of themselves; `shows` names the fields that everyone here may read.
create table profile (
  workspace_id uuid not null,
  person_id uuid not null,
  about text not null default '',
  talents text[] not null default '{}',
  passions text[] not null default '{}',
  ask_me_about text[] not null default '{}',
  interests text[] not null default '{}',
  languages text[] not null default '{}',
  hours_from smallint,
  hours_to smallint,
  office_days smallint[] not null default '{}',
  shows text[] not null default '{}',
  shown_words text[] not null generated always as (words_shown(shows, interests, languages)) stored,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index profile_by_shown_words on profile using gin (shown_words);
create table photo (
  workspace_id uuid not null,
  person_id uuid not null,
  version uuid not null,
  media_type text not null,
  bytes bytea not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);

create table private_address (
  workspace_id uuid not null,
  person_id uuid not null,
  email text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);

-- Works council counts only once a second person confirmed it.
create table role_grant (
  workspace_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('steward', 'works-council')),
  given_by uuid not null,
  given_at timestamptz not null,
  confirmed_by uuid,
  primary key (workspace_id, person_id, role),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create function holds_role(wanted text) returns boolean language sql stable
  as $$ select exists (select 1 from role_grant g where g.workspace_id = (select scope_workspace())
    and g.person_id = (select scope_person()) and g.role = wanted and (wanted = 'steward' or g.confirmed_by is not null)) $$;

create table join_link (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  join_link_id uuid not null,
  token_hash text not null,
  domain text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, join_link_id),
  unique (workspace_id, token_hash)
);

-- Append-only: no role may change or delete a line.
create table log_entry (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  log_entry_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  about jsonb not null default '{}',
  primary key (workspace_id, log_entry_id)
);
create index log_by_time on log_entry (workspace_id, at desc, log_entry_id);

create table import_run (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  import_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  status text not null check (status in ('preview', 'applied', 'undone')),
  complete boolean not null,
  plan jsonb not null,
  summary jsonb not null default '{}',
  applied_at timestamptz,
  primary key (workspace_id, import_id)
);

-- Ids only, so that a restore can delete again whoever asked to be deleted.
create table erasure (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  person_id uuid not null,
  erased_at timestamptz not null,
  primary key (workspace_id, person_id)
);
