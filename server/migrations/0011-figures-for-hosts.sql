-- What a host may read of a programme stands still: blurred once, told again only when many others have moved.
create table programme_release (
  workspace_id uuid not null,
  programme_id uuid not null,
  subject text not null check (subject in ('due', 'placed')),
  as_of date not null,
  checked_on date not null,
  -- How many must have moved before it is told anew; drawn by lot and told to nobody.
  threshold smallint not null,
  -- Blurred counts; null where too few take part.
  figures jsonb,
  primary key (workspace_id, programme_id, subject),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade
);

-- Whom a release was made of, to see how many have moved since.
create table programme_release_person (
  workspace_id uuid not null,
  programme_id uuid not null,
  subject text not null,
  person_id uuid not null,
  primary key (workspace_id, programme_id, subject, person_id),
  foreign key (workspace_id, programme_id, subject)
    references programme_release (workspace_id, programme_id, subject) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index programme_release_person_by_person on programme_release_person (workspace_id, person_id);

-- How often somebody looked ahead on a day.
create table programme_look (
  workspace_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  looks int not null,
  primary key (workspace_id, programme_id, person_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, programme_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index programme_look_by_person on programme_look (workspace_id, person_id);

-- That its host invited the audience, whoever could be reached.
alter table programme add column invited_at timestamptz;
update programme p set invited_at = (select min(i.sent_at) from invitation i where i.workspace_id = p.workspace_id
  and i.programme_id = p.programme_id and i.kind = 'join');

-- What the host reads of a round: fixed when it is drawn; how many met, a week later.
alter table round add column told jsonb;
alter table round add column met int;
alter table round add column settled_at timestamptz;

-- Exact counts are for the background alone.
drop policy host_read on round;
grant update (told, met, settled_at) on round to app_jobs;

do $$ declare t text; begin
  foreach t in array array['programme_release', 'programme_release_person', 'programme_look'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy background on %I to app_jobs using (workspace_id = (select scope_workspace()))', t);
  end loop;
end $$;
grant select, insert, update on programme_release, programme_look to app_jobs;
grant select, insert, delete on programme_release_person to app_jobs;
create policy mine on programme_look for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
grant select on programme_look to app_user;

-- Without a policy of their own, people see no row of a release.
grant select on programme_release, programme_release_person to app_user;

-- A link in a mail undoes only what it did itself: which one did it, or null where it was chosen signed in.
alter table boundary add column never_invite_since timestamptz;
alter table boundary add column never_invite_link text;
alter table mail_choice add column off_link text;
-- When its member chose last, signed in; an older link changes nothing.
alter table membership add column chosen_at timestamptz;
