-- What the overview of an organisation cannot find in its other tables: when email was tested and by which settings,
-- when a backup was made, and what a steward said is settled elsewhere.
create table overview_note (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  kind text not null check (kind in ('mail-tested', 'backup-made', 'works-council-elsewhere', 'backup-elsewhere')),
  noted_at timestamptz not null,
  -- A keyed fingerprint of the mail settings that were tested: others are not tested by it.
  mark text,
  primary key (workspace_id, kind)
);
alter table overview_note enable row level security;
alter table overview_note force row level security;
create policy steward on overview_note to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
grant select, insert, update, delete on overview_note to app_user;
