-- How fast an organisation's mail may leave, and why it waits. No row: at full speed.
create table mail_queue (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  -- Nothing leaves before.
  next_at timestamptz not null,
  -- From one message to the next while the mail server asks for patience; 0 is full speed.
  gap_ms integer not null default 0,
  -- How often in a row the mail server took nothing at all.
  failures integer not null default 0,
  stage text,
  reason text,
  since timestamptz,
  primary key (workspace_id)
);
alter table mail_queue enable row level security;
alter table mail_queue force row level security;
create policy background on mail_queue to app_jobs using (workspace_id = (select scope_workspace()));
create policy steward on mail_queue for select to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
grant select on mail_queue to app_user;
grant select, insert, update on mail_queue to app_jobs;

-- Bounced: the address itself was refused for good.
alter table outbox drop constraint outbox_status_check;
alter table outbox add constraint outbox_status_check
  check (status in ('queued', 'claimed', 'handed-over', 'sent', 'doubtful', 'failed', 'bounced', 'cancelled', 'held'));
