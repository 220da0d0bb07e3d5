-- The time of an introduction is a fact of it: the same in every mail, page and calendar file.
alter table introduction add column starts_at timestamptz;
alter table introduction add column is_agreed boolean not null default false;
-- Rises with each change of the calendar entry.
alter table introduction add column time_sequence integer not null default 0;
-- How often somebody proposed another time.
alter table introduction add column proposals smallint not null default 0;

-- Whose half hour it is: one introduction at a time for everybody, whoever writes it.
create table introduction_slot (
  workspace_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null check (extract(epoch from starts_at)::bigint % 1800 = 0),
  introduction_id uuid not null,
  said_yes_at timestamptz,
  primary key (workspace_id, person_id, starts_at),
  foreign key (workspace_id, introduction_id) references introduction (workspace_id, introduction_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index introduction_slot_by_introduction on introduction_slot (workspace_id, introduction_id);
alter table introduction_slot enable row level security;
alter table introduction_slot force row level security;

-- Those of an introduction see its own half hours, and of each other no others; a yes is everybody's own.
create policy ours on introduction_slot for select to app_user
  using (workspace_id = (select scope_workspace()) and exists (select 1 from introduction i
    where i.workspace_id = introduction_slot.workspace_id and i.introduction_id = introduction_slot.introduction_id));
create policy hold on introduction_slot for insert to app_user
  with check (workspace_id = (select scope_workspace()) and exists (select 1 from introduction i
    where i.workspace_id = introduction_slot.workspace_id and i.introduction_id = introduction_slot.introduction_id
      and introduction_slot.person_id = any (i.member_ids)));
create policy free on introduction_slot for delete to app_user
  using (workspace_id = (select scope_workspace()) and exists (select 1 from introduction i
    where i.workspace_id = introduction_slot.workspace_id and i.introduction_id = introduction_slot.introduction_id));
create policy say on introduction_slot for update to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
grant select, insert, update, delete on introduction_slot to app_user;
