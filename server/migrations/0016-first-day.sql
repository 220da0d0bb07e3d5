-- The first day: people say who they are where no directory does, and whoever is invited can be seen, asked again and let go.

-- Whose word a name is; a name guessed from an address waits to be said. A unit or site that a person said stays theirs to change.
alter table person
  add column name_from text not null default 'directory' check (name_from in ('address', 'self', 'steward', 'directory')),
  add column unit_said boolean not null default false,
  add column site_said boolean not null default false,
  add column entered_at timestamptz,
  add column welcomed_at timestamptz;
alter table person drop constraint person_source_check,
  add constraint person_source_check check (source in ('setup', 'import', 'invite', 'join', 'scim', 'steward'));

-- Who was invited by mail, by whom, how often. By name for addresses that a steward wrote; of the directory only counts are shown.
create table entry_invitation (
  workspace_id uuid not null,
  person_id uuid not null,
  invited_by uuid not null,
  is_by_name boolean not null,
  times smallint not null default 1,
  sent_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);

-- The owner is bound by forced row-level security.
alter table person no force row level security;
alter table auth.identity no force row level security;
alter table outbox no force row level security;
update person set name_from = case source when 'invite' then 'address' when 'import' then 'directory' when 'scim' then 'directory' else 'self' end;
update person p set entered_at = i.at, welcomed_at = i.at from (select workspace_id, person_id, min(coalesce(first_at, current_timestamp)) as at
  from auth.identity where issuer = 'user' group by workspace_id, person_id) i
  where p.workspace_id = i.workspace_id and p.person_id = i.person_id;
insert into entry_invitation (workspace_id, person_id, invited_by, is_by_name, sent_at)
  select p.workspace_id, p.person_id, coalesce(p.made_by, p.person_id), true, o.created_at from outbox o
  join person p on p.workspace_id = o.workspace_id and p.person_id = o.person_id
  where o.kind = 'invitation' and o.key = 'invitation:' || p.person_id;
alter table person force row level security;
alter table auth.identity force row level security;
alter table outbox force row level security;

alter table entry_invitation enable row level security;
alter table entry_invitation force row level security;
create policy steward on entry_invitation to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy mine on entry_invitation for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
grant select, insert, update, delete on entry_invitation to app_user;

-- Sign-in notes the first time, and the name that was typed on a join link.
grant select (title, name_from, entered_at), update (name, search_text, name_from, entered_at) on person to app_auth;
