-- Each role sees one workspace, the one its transaction names. What must be found before that goes through a door
-- that takes an exact key and returns one row; app_lookup owns the doors and is nobody's sign-in.
grant usage on schema public, auth to app_lookup;
grant create on schema public, auth to app_lookup;
grant select (issuer, subject, workspace_id, person_id) on auth.identity to app_lookup;
grant select (token_hash, workspace_id, person_id, created_at, expires_at, used_at), update (used_at) on auth.token to app_lookup;
grant select (id, email), update (email) on auth."user" to app_lookup;
grant select (workspace_id, person_id, status, language) on person to app_lookup;
grant select (workspace_id, person_id, role, given_at, confirmed_by) on role_grant to app_lookup;
grant select (workspace_id, name, purpose, timezone, created_at) on workspace to app_lookup;
create policy look_up on auth.identity for select to app_lookup using (true);
create policy look_up on auth.token for select to app_lookup using (true);
create policy note_use on auth.token for update to app_lookup using (true);
create policy look_up on person for select to app_lookup using (true);
create policy look_up on role_grant for select to app_lookup using (true);
create policy look_up on workspace for select to app_lookup using (true);

-- A works-council role counts only once it was confirmed.
create function auth.who_is(subject_wanted text)
  returns table (workspace_id uuid, person_id uuid, status text, roles text[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return query select p.workspace_id, p.person_id, p.status, array(select g.role from public.role_grant g
        where g.workspace_id = p.workspace_id and g.person_id = p.person_id
          and (g.role = 'steward' or g.confirmed_by is not null) order by g.role)
      from auth.identity i join public.person p on p.workspace_id = i.workspace_id and p.person_id = i.person_id
      where i.issuer = 'user' and i.subject = subject_wanted;
  end $$;

-- Whose token this is, while it holds; notes to the hour that it was used.
create function auth.who_has_token(hash text, at timestamptz)
  returns table (workspace_id uuid, person_id uuid, status text, roles text[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update auth.token t set used_at = at
      where t.token_hash = hash and t.expires_at > at and (t.used_at is null or t.used_at < at - interval '1 hour');
    -- Whoever is made steward anew makes new tokens.
    return query select p.workspace_id, p.person_id, p.status, array(select g.role from public.role_grant g
        where g.workspace_id = p.workspace_id and g.person_id = p.person_id
          and (g.role = 'steward' or g.confirmed_by is not null) order by g.role)
      from auth.token t join public.person p on p.workspace_id = t.workspace_id and p.person_id = t.person_id
      where t.token_hash = hash and t.expires_at > at and exists (select 1 from public.role_grant g
        where g.workspace_id = t.workspace_id and g.person_id = t.person_id and g.role = 'steward' and g.given_at <= t.created_at);
  end $$;

-- Who may sign in with an address, and the language they read; a private one counts only while leaving.
create function auth.who_has_address(address text)
  returns table (workspace_id uuid, person_id uuid, issuer text, language text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return query select i.workspace_id, i.person_id, i.issuer, p.language
      from auth.identity i join public.person p on p.workspace_id = i.workspace_id and p.person_id = i.person_id
      where i.subject = address and (i.issuer = 'email' or (i.issuer = 'private-email' and p.status = 'leaving'))
      order by i.issuer limit 1;
  end $$;

-- Takes an address from the user of anybody else than its person now.
create function auth.free_address(address text, owner_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    update auth."user" u set email = u.id || '@moved.invalid' from auth.identity i
      where u.email = address and i.issuer = 'user' and i.subject = u.id and i.person_id is distinct from owner_id;
  end $$;

-- The organisation of a server that holds one, before anybody signed in; of several, none.
create function auth.only_workspace() returns table (workspace_id uuid, name text, purpose text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return query select w.workspace_id, w.name, w.purpose from public.workspace w
      where not exists (select 1 from public.workspace o where o.workspace_id <> w.workspace_id);
  end $$;
create function auth.is_set_up() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return exists (select 1 from public.workspace); end $$;

-- What the background goes through, one by one.
create function every_workspace() returns table (workspace_id uuid, timezone text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin
    return query select w.workspace_id, w.timezone from public.workspace w order by w.created_at, w.workspace_id;
  end $$;

do $$ declare f text; begin
  foreach f in array array['auth.who_is(text)', 'auth.who_has_token(text, timestamptz)', 'auth.who_has_address(text)',
    'auth.free_address(text, uuid)', 'auth.only_workspace()', 'auth.is_set_up()'] loop
    execute format('alter function %s owner to app_lookup', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to app_auth', f);
  end loop;
end $$;
alter function every_workspace() owner to app_lookup;
revoke all on function every_workspace() from public;
grant execute on function every_workspace() to app_jobs;
revoke create on schema public, auth from app_lookup;

-- Sign-in: what it still does itself, it does in the workspace that it named.
revoke all on workspace, person, role_grant, join_link, log_entry, unit, site from app_auth;
grant insert on workspace, person, role_grant, log_entry to app_auth;
grant select on workspace, join_link to app_auth;
grant select (workspace_id, unit_id, name) on unit to app_auth;
-- An address that takes effect.
grant select (workspace_id, person_id, made_by, made_at), update (email, made_by, made_at) on person to app_auth;
drop policy sign_in on site;
-- A code of nobody, or of whoever joins, is of no workspace: a fingerprint and a count.
drop policy sign_in on auth.sign_in_code;
create policy sign_in on auth.sign_in_code to app_auth
  using (workspace_id is null or workspace_id = (select scope_workspace()));
do $$ declare p record; begin
  for p in select k.polname as name, k.polrelid::regclass as at from pg_policy k
      join pg_attribute a on a.attrelid = k.polrelid and a.attname = 'workspace_id'
      where (select oid from pg_roles where rolname = 'app_auth') = any (k.polroles)
        and coalesce(pg_get_expr(k.polqual, k.polrelid), '') not like '%scope_workspace()%' loop
    execute format('drop policy %I on %s', p.name, p.at);
    execute format('create policy %I on %s to app_auth using (workspace_id = (select scope_workspace()))', p.name, p.at);
  end loop;
end $$;
alter table auth.identity force row level security;
alter table auth.token force row level security;
alter table auth.sign_in_code force row level security;
revoke update on auth.identity, auth.token from app_user;
revoke execute on function auth.count_my_passkeys() from app_jobs;

-- The caller's words mean our tables, whatever the caller's search path.
create or replace function holds_role(wanted text) returns boolean language sql stable
  as $$ select exists (select 1 from public.role_grant g where g.workspace_id = (select public.scope_workspace())
    and g.person_id = (select public.scope_person()) and g.role = wanted and (wanted = 'steward' or g.confirmed_by is not null)) $$;
create or replace function hosts(programme uuid) returns boolean language sql stable
  as $$ select exists (select 1 from public.programme_host h where h.workspace_id = public.scope_workspace()
    and h.programme_id = programme and h.person_id = public.scope_person()) $$;
