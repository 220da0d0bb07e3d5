-- A steward's tokens bear a name, tell when they last spoke (to the hour), and end one by one.
alter table auth.token
  add column token_id uuid not null default gen_random_uuid() unique,
  add column name text not null default '',
  add column used_at timestamptz;

-- A join link may lead into a unit; where that is gone, into none.
alter table join_link add column unit_id uuid;
