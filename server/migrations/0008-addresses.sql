-- The address that signs in is not directory data: for whoever has signed in, another one waits until they confirm, or two people release it.
create table address_change (
  workspace_id uuid not null,
  change_id uuid not null,
  person_id uuid not null,
  old_email text not null,
  new_email text not null,
  source text not null check (source in ('import', 'steward', 'directory')),
  import_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  told_first timestamptz,
  told_again timestamptz,
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'released', 'refused', 'replaced', 'withdrawn')),
  release_by uuid,
  release_with uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (workspace_id, change_id),
  foreign key (workspace_id, person_id) references person (workspace_id, person_id) on delete cascade
);
create unique index address_change_pending on address_change (workspace_id, person_id) where state = 'pending';
create index address_change_refused on address_change (workspace_id, state, ended_at);
alter table address_change enable row level security;
alter table address_change force row level security;
create policy mine on address_change to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) in (person_id, release_with));
create policy steward on address_change to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy background on address_change to app_jobs using (workspace_id = (select scope_workspace()));
create policy sign_in on address_change to app_auth using (workspace_id = (select scope_workspace()));
grant select, insert, update on address_change to app_user;
grant select, update on address_change to app_jobs;
grant select on address_change to app_auth;

-- A message may go to an address that was somebody's a moment ago.
alter table outbox add column to_address text;

-- How a session came to be.
alter table auth.session add column how text not null default 'code'
  check (how in ('code', 'passkey', 'set-up', 'console', 'sample'));
-- Of a signed-in user: since when, how often by a code, and whether a passkey was declined.
alter table auth.identity
  add column sign_ins integer not null default 0,
  add column passkey_declined timestamptz;
update auth.identity i set sign_ins = 1 from auth."user" u where i.issuer = 'user' and i.subject = u.id;

-- Passkeys in the name of whoever asks.
create function auth.count_my_passkeys() returns bigint language sql stable security definer set search_path = auth, pg_temp
  as $$ select count(*) from auth.passkey k join auth.identity i on i.issuer = 'user' and i.subject = k."userId"
    where i.workspace_id = public.scope_workspace() and i.person_id = public.scope_person() $$;

-- A change takes effect, for the person who confirms it or the colleague who agrees to its release: the address signs in,
-- and what was open ends, but for the session that confirmed. Returns false where the address is somebody else's.
create function auth.move_address(change uuid, kept_session text) returns boolean language plpgsql security definer
  set search_path = auth, pg_temp as $$
declare c record; mine text[];
begin
  select person_id, old_email, new_email, state, asked_by, ended_at into c from public.address_change a
    where a.workspace_id = public.scope_workspace() and a.change_id = change and a.state in ('confirmed', 'released')
      and a.ended_by = public.scope_person();
  if not found then return false; end if;
  -- Asked by its exact key: it may be somebody's of another workspace.
  if exists (select 1 from auth.who_has_address(c.new_email) w where w.issuer = 'email' and w.person_id <> c.person_id)
    then return false; end if;
  mine := array(select i.subject from auth.identity i
    where i.workspace_id = public.scope_workspace() and i.person_id = c.person_id and i.issuer = 'user');
  delete from auth.session s where s."userId" = any (mine) and s.id is distinct from kept_session;
  delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = c.person_id;
  -- No passkey of anybody who had the address before comes along.
  update auth."user" u set email = u.id || '@moved.invalid' where u.email = c.new_email and u.id <> all (mine);
  if not exists (select 1 from auth."user" u where u.email = c.new_email) then
    update auth."user" u set email = c.new_email where u.email = c.old_email and u.id = any (mine);
  end if;
  update auth."user" u set email = u.id || '@moved.invalid' where u.email = c.old_email and u.id = any (mine);
  delete from auth.identity i where i.workspace_id = public.scope_workspace() and i.person_id = c.person_id and i.issuer = 'email';
  insert into auth.identity (issuer, subject, workspace_id, person_id)
    values ('email', c.new_email, public.scope_workspace(), c.person_id);
  -- Who confirmed stays whose making they were; who was released to an address is of its giver's making.
  update public.person p set email = c.new_email,
      made_by = case when c.state = 'released' then c.asked_by else p.made_by end,
      made_at = case when c.state = 'released' then c.ended_at else p.made_at end
    where p.workspace_id = public.scope_workspace() and p.person_id = c.person_id;
  return true;
end $$;

-- Whoever leaves takes no open change along.
create or replace function auth.end_sign_in(whom uuid) returns void language sql security definer set search_path = auth, pg_temp
  as $$
    delete from auth.session s using auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = s."userId";
    update auth."user" u set email = u.id || '@left.invalid' from auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = u.id;
    delete from auth.identity i where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer <> 'user';
    insert into auth.identity (issuer, subject, workspace_id, person_id)
      select 'private-email', a.email, a.workspace_id, a.person_id from public.private_address a
      where a.workspace_id = public.scope_workspace() and a.person_id = whom on conflict do nothing;
    delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = whom;
  $$;

-- An import is undone by whose address somebody signed in: what was open ends, and no address signs in. Who has signed in stays known.
create function auth.close_sign_in(whom uuid) returns void language sql security definer set search_path = auth, pg_temp
  as $$
    delete from auth.passkey k using auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = whom and i.issuer = 'user' and i.subject = k."userId";
    select auth.end_sign_in(whom);
  $$;
alter function auth.close_sign_in(uuid) owner to app_auth;
revoke all on function auth.close_sign_in(uuid) from public;
grant execute on function auth.close_sign_in(uuid) to app_user;

alter function auth.count_my_passkeys() owner to app_auth;
alter function auth.move_address(uuid, text) owner to app_auth;
revoke all on function auth.count_my_passkeys(), auth.move_address(uuid, text) from public;
grant execute on function auth.count_my_passkeys() to app_user;
grant execute on function auth.move_address(uuid, text) to app_user;
