-- A change of how mail leaves waits here for a second steward, or for a code from the server's console. One at a time.
create table mail_proposal (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  proposal_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  -- What would hold, the password sealed; null to forget what holds.
  settings jsonb,
  -- Codes typed wrongly.
  failures integer not null default 0,
  primary key (workspace_id),
  foreign key (workspace_id, proposed_by) references person (workspace_id, person_id) on delete cascade
);
alter table mail_proposal enable row level security;
alter table mail_proposal force row level security;
create policy steward on mail_proposal to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy background on mail_proposal to app_jobs using (workspace_id = (select scope_workspace()));
grant select, insert, update, delete on mail_proposal to app_user;
grant select, delete on mail_proposal to app_jobs;

-- Why the stored settings did not serve last, and when; null while they do.
alter table workspace add column mail_trouble jsonb;
grant update (mail_trouble) on workspace to app_jobs;
