-- Each browser that asks has a code of its own; nobody's asking overwrites another's. A code is bound to whoever had the address then.
-- Reach: 'browser' (the one that asked), 'any' (every browser that asks for the address), 'none' (nothing was sent; 64 rows at the most).
create table auth.sign_in_code (
  sign_in_code_id uuid primary key,
  reach text not null check (reach in ('browser', 'any', 'none')),
  address_hash text not null,
  code_hash text not null,
  workspace_id uuid,
  person_id uuid,
  known_browser uuid,
  tries_left integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create index sign_in_code_of_address on auth.sign_in_code (address_hash, created_at);
create index sign_in_code_of_person on auth.sign_in_code (workspace_id, person_id);
create index sign_in_code_by_time on auth.sign_in_code (created_at);
alter table auth.sign_in_code enable row level security;
create policy sign_in on auth.sign_in_code to app_auth using (true);
grant select, insert, update, delete on auth.sign_in_code to app_auth;
