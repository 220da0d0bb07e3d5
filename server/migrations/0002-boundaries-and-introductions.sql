-- A person's own limits. A row of somebody veiled from me does not exist for me.
create table boundary (
  workspace_id uuid not null,
  person_id uuid not null,
  hellos boolean,
  paused_until date,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);

-- Whom I blocked: readable by me alone.
create table block (
  workspace_id uuid not null,
  person_id uuid not null,
  blocked_id uuid not null,
  block_key uuid not null,
  primary key (workspace_id, person_id, blocked_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, blocked_id) references person (workspace_id, person_id) on delete cascade
);

-- Two directed rows a block, without an author.
create table veil (
  workspace_id uuid not null,
  viewer_id uuid not null,
  hidden_id uuid not null,
  block_key uuid not null,
  primary key (workspace_id, viewer_id, hidden_id, block_key),
  foreign key (workspace_id, viewer_id) references person (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, hidden_id) references person (workspace_id, person_id) on delete cascade
);
create index veil_by_hidden on veil (workspace_id, hidden_id);

create table introduction (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  introduction_id uuid not null,
  kind text not null check (kind in ('hello')),
  member_ids uuid[] not null,
  guide jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, introduction_id)
);

create table introduction_member (
  workspace_id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null,
  answer text check (answer in ('met', 'not-yet', 'cannot')),
  met_on date,
  answered_at timestamptz,
  primary key (workspace_id, introduction_id, person_id),
  foreign key (workspace_id, introduction_id) references introduction (workspace_id, introduction_id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index introduction_member_by_person on introduction_member (workspace_id, person_id);

create table hello (
  workspace_id uuid not null,
  hello_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  phrase text not null,
  intention text check (intention in ('learn', 'be-understood', 'explore', 'help')),
  status text not null check (status in ('waiting', 'yes', 'not-now', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  introduction_id uuid,
  primary key (workspace_id, hello_id),
  foreign key (workspace_id, from_id) references person (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, to_id) references person (workspace_id, person_id) on delete cascade
);
create index hello_by_sender on hello (workspace_id, from_id, asked_at);
create index hello_by_receiver on hello (workspace_id, to_id, asked_at);

-- One row for each side of a pair, so that a row belongs to one reader.
create table moment (
  workspace_id uuid not null,
  moment_id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('met')),
  introduction_id uuid,
  happened_on date not null,
  primary key (workspace_id, moment_id, person_id, other_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, other_id) references person (workspace_id, person_id) on delete cascade
);
create index moment_by_person on moment (workspace_id, person_id, happened_on desc);
create index moment_by_other on moment (workspace_id, other_id);

create table outbox (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  outbox_id uuid not null,
  key text not null,
  person_id uuid not null,
  kind text not null,
  message jsonb not null,
  about_id uuid,
  not_before timestamptz not null,
  created_at timestamptz not null,
  status text not null default 'queued'
    check (status in ('queued', 'claimed', 'handed-over', 'sent', 'doubtful', 'failed', 'cancelled', 'held')),
  attempts smallint not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  channel text,
  trouble text,
  primary key (workspace_id, outbox_id),
  unique (workspace_id, key),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index outbox_due on outbox (workspace_id, status, not_before);
create index outbox_by_person on outbox (workspace_id, person_id);

-- Who turned mail off, and since when; no row means mail is welcome.
create table mail_choice (
  workspace_id uuid not null,
  person_id uuid not null,
  off_since timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
