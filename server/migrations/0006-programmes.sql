-- A standing offer: coffee, a circle, a walk. What a person does in it stands in membership.
create table programme (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  programme_id uuid not null,
  kind text not null check (kind in ('coffee', 'circle', 'lunch', 'walk', 'newcomer', 'learning', 'levels', 'lottery')),
  name text not null check (char_length(name) between 1 and 60),
  audience text not null check (audience in ('unit', 'link', 'everyone')),
  unit_id uuid,
  link_version int not null default 1,
  size smallint not null check (size between 2 and 8),
  rule text not null check (rule in ('across', 'within', 'levels')),
  cadence text not null check (cadence in ('weekly', 'fortnightly', 'monthly-first', 'monthly-last')),
  weekday smallint not null check (weekday between 1 and 7),
  draw_time text not null check (draw_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  timezone text not null,
  starts_on date not null,
  status text not null default 'running' check (status in ('running', 'paused', 'ended')),
  created_at timestamptz not null,
  -- Dates before this instant were never promised: it was made, resumed or moved then.
  open_since timestamptz not null,
  reminded_on date,
  -- The latest round; its row is for hosts alone.
  last_on date,
  primary key (workspace_id, programme_id),
  foreign key (workspace_id, unit_id) references unit (workspace_id, unit_id) on delete cascade
);

create table programme_host (
  workspace_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, programme_id, person_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index programme_host_by_person on programme_host (workspace_id, person_id);

-- Who takes part, at which pace, and what they hope for next time: readable by that person alone.
create table membership (
  workspace_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  rhythm text not null check (rhythm in ('every', 'fortnightly', 'monthly', 'quarterly', 'asked')),
  part text not null default 'member' check (part in ('member', 'lead')),
  skip_on date,
  in_on date,
  wish text check (wish in ('subject', 'unit', 'levels', 'surprise')),
  wish_text text check (char_length(wish_text) <= 80),
  last_on date,
  attended int not null default 0,
  odd int not null default 0,
  unplaced int not null default 0,
  primary key (workspace_id, programme_id, person_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index membership_by_person on membership (workspace_id, person_id);

-- One run on one local date; the key makes it happen once. Counts only.
create table round (
  workspace_id uuid not null,
  programme_id uuid not null,
  round_on date not null,
  planned_at timestamptz not null,
  size smallint not null,
  certificate jsonb not null,
  bridges jsonb not null,
  primary key (workspace_id, programme_id, round_on),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade
);

-- Who had no place in a round: told, and first next time; or waiting to be placed again next morning.
create table round_wait (
  workspace_id uuid not null,
  programme_id uuid not null,
  round_on date not null,
  person_id uuid not null,
  state text not null check (state in ('unplaced', 'waiting', 'placed')),
  due_at timestamptz not null,
  avoid uuid[] not null default '{}',
  primary key (workspace_id, programme_id, round_on, person_id),
  foreign key (workspace_id, programme_id, round_on) references round (workspace_id, programme_id, round_on) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index round_wait_by_person on round_wait (workspace_id, person_id);
create index round_wait_due on round_wait (workspace_id, state, due_at);

-- Who met in an earlier tool, so that the first round repeats nobody.
create table past_pairing (
  workspace_id uuid not null,
  programme_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  met_on date not null,
  primary key (workspace_id, programme_id, a_id, b_id, met_on),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade,
  foreign key (workspace_id, a_id) references person (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, b_id) references person (workspace_id, person_id) on delete cascade
);
create index past_pairing_by_b on past_pairing (workspace_id, b_id);

-- That somebody was invited, so that it stays at one a programme and one a month.
create table invitation (
  workspace_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('join', 'host')),
  sent_at timestamptz not null,
  primary key (workspace_id, programme_id, person_id, kind),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index invitation_by_person on invitation (workspace_id, person_id, sent_at);

-- "Introduce me to someone", waiting for somebody who is open to it.
create table introduction_request (
  workspace_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  status text not null check (status in ('waiting', 'answered', 'withdrawn', 'lapsed')),
  introduction_id uuid,
  primary key (workspace_id, request_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index introduction_request_by_person on introduction_request (workspace_id, person_id, asked_at);
create index introduction_request_waiting on introduction_request (workspace_id, status, asked_at);

-- Two who both said "again" and chose to be reminded.
create table meeting_rhythm (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  introduction_id uuid not null,
  member_ids uuid[] not null,
  every text not null check (every in ('fortnightly', 'monthly', 'quarterly')),
  next_on date not null,
  ended_at timestamptz,
  primary key (workspace_id, introduction_id),
  foreign key (workspace_id, introduction_id) references introduction (workspace_id, introduction_id) on delete cascade
);

-- Introductions of two to eight, from a round, on request, or a second time.
alter table introduction drop constraint introduction_kind_check;
alter table introduction add constraint introduction_kind_check check (kind in ('hello', 'round', 'request', 'again'));
alter table introduction add column programme_id uuid;
alter table introduction add column round_on date;
alter table introduction add column left_ids uuid[] not null default '{}';
alter table introduction add column reasons jsonb not null default '[]';
create index introduction_by_round on introduction (workspace_id, programme_id, round_on);

alter table introduction_member add column programme_id uuid;
alter table introduction_member add column round_on date;
alter table introduction_member add column left_at timestamptz;
alter table introduction_member add column swapped boolean not null default false;
alter table introduction_member add column again boolean;
-- One place a round and person, whatever happens.
create unique index introduction_member_once on introduction_member (workspace_id, programme_id, round_on, person_id)
  where left_at is null and programme_id is not null;

-- Own rhythm over all programmes, open to introductions on request, no more invitations.
alter table boundary add column rhythm text check (rhythm in ('weekly', 'fortnightly', 'monthly', 'quarterly'));
alter table boundary add column introductions boolean;
alter table boundary add column never_invite boolean not null default false;

-- What is written only when it is sent has no text yet.
alter table outbox alter column message drop not null;

do $$ declare t text; begin
  foreach t in array array['programme', 'programme_host', 'membership', 'round', 'round_wait', 'past_pairing', 'invitation',
    'introduction_request', 'meeting_rhythm'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy background on %I to app_jobs using (true)', t);
  end loop;
end $$;

-- Whether the caller hosts a programme.
create function hosts(programme uuid) returns boolean language sql stable
  as $$ select exists (select 1 from programme_host h where h.workspace_id = scope_workspace()
    and h.programme_id = programme and h.person_id = scope_person()) $$;

create policy shared on programme for select to app_user using (workspace_id = (select scope_workspace()));
create policy open on programme for insert to app_user with check (workspace_id = (select scope_workspace()));
create policy host_change on programme for update to app_user
  using (workspace_id = (select scope_workspace()) and (hosts(programme_id) or (select holds_role('steward'))));
create policy shared on programme_host for select to app_user using (workspace_id = (select scope_workspace()));
create policy start on programme_host for insert to app_user
  with check (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy stop on programme_host for delete to app_user
  using (workspace_id = (select scope_workspace()) and (person_id = (select scope_person()) or (select holds_role('steward'))));
create policy mine on membership to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy host_read on round for select to app_user
  using (workspace_id = (select scope_workspace()) and (hosts(programme_id) or (select holds_role('steward'))));
create policy mine on round_wait for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
-- Whoever leaves an introduction of a round sees to it that the others are placed again.
create policy leave_behind on round_wait for insert to app_user
  with check (workspace_id = (select scope_workspace()) and exists (select 1 from introduction i
    where i.workspace_id = round_wait.workspace_id and i.programme_id = round_wait.programme_id and i.round_on = round_wait.round_on
      and round_wait.person_id = any (i.member_ids)));
create policy mine on past_pairing for select to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) in (a_id, b_id));
create policy host_add on past_pairing for insert to app_user
  with check (workspace_id = (select scope_workspace()) and hosts(programme_id));
create policy mine on invitation for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy mine on introduction_request to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy ours on meeting_rhythm to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) = any (member_ids));

grant select, insert, update on programme, membership, introduction_request, meeting_rhythm to app_user;
grant delete on membership, programme_host to app_user;
grant select, insert on programme_host, past_pairing to app_user;
grant select on round, invitation to app_user;
grant select, insert on round_wait to app_user;

grant select on programme, programme_host, past_pairing, unit, profile to app_jobs;
grant select, insert on round, invitation to app_jobs;
grant update (reminded_on, last_on) on programme to app_jobs;
grant select, update on membership, introduction_request, meeting_rhythm to app_jobs;
grant select, insert, update on round_wait to app_jobs;
grant insert, update on introduction, introduction_member, moment to app_jobs;
grant select, delete on moment to app_jobs;
grant insert on outbox to app_jobs;
create policy background on unit to app_jobs using (true);
create policy background on profile to app_jobs using (true);
create policy background on moment to app_jobs using (true);

-- A deleted person leaves groups; what is left of two goes with them.
create or replace function erase_person(ws uuid, whom uuid, at timestamptz) returns void language plpgsql set search_path = public as $$
declare address text := (select p.email from person p where p.workspace_id = ws and p.person_id = whom);
begin
  update person p set manager_id = null where p.workspace_id = ws and p.manager_id = whom;
  delete from introduction i where i.workspace_id = ws and whom = any (i.member_ids) and cardinality(i.member_ids) < 3;
  update introduction i set member_ids = array_remove(i.member_ids, whom), left_ids = array_remove(i.left_ids, whom)
    where i.workspace_id = ws and whom = any (i.member_ids);
  delete from meeting_rhythm r where r.workspace_id = ws and whom = any (r.member_ids);
  update round_wait r set avoid = array_remove(r.avoid, whom) where r.workspace_id = ws and whom = any (r.avoid);
  -- An import's plan repeats what it read of each person.
  delete from import_run r where r.workspace_id = ws
    and strpos(concat(r.plan::text, r.summary::text), whom::text) + strpos(concat(r.plan::text, r.summary::text), address) > 0;
  perform auth.forget_sign_in(whom);
  delete from person p where p.workspace_id = ws and p.person_id = whom;
  insert into erasure (workspace_id, person_id, erased_at) values (ws, whom, at) on conflict do nothing;
end $$;
grant delete on meeting_rhythm to app_jobs;
