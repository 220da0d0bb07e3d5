-- Forced on every table: the owner is bound too. No policy means no row.
do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration' loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
end $$;

-- Shared with everybody of the workspace.
create policy shared on workspace to app_user using (workspace_id = (select scope_workspace()));
create policy shared on unit to app_user using (workspace_id = (select scope_workspace()));
create policy shared on site to app_user using (workspace_id = (select scope_workspace()));
create policy shared on person to app_user using (workspace_id = (select scope_workspace()));
create policy shared on role_grant to app_user using (workspace_id = (select scope_workspace()));
create policy shared on erasure to app_user using (workspace_id = (select scope_workspace()));

-- Mine alone.
create policy mine on private_address to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy mine on block to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));

-- A veil is applied by the database: I read my own row and those of people not veiled from me.
create policy read_veil on veil for select to app_user
  using (workspace_id = (select scope_workspace()) and (viewer_id = (select scope_person()) or hidden_id = (select scope_person())));
create policy write_veil on veil for insert to app_user
  with check (workspace_id = (select scope_workspace()) and (viewer_id = (select scope_person()) or hidden_id = (select scope_person())));
create policy lift_veil on veil for delete to app_user
  using (workspace_id = (select scope_workspace()) and (viewer_id = (select scope_person()) or hidden_id = (select scope_person())));

do $$ declare t text; begin
  foreach t in array array['profile', 'photo', 'boundary'] loop
    execute format($p$ create policy seen on %I for select to app_user using (
      workspace_id = (select scope_workspace()) and (select scope_person()) is not null and (
        person_id = (select scope_person()) or not exists (
          select 1 from veil v where v.workspace_id = %I.workspace_id
            and v.viewer_id = (select scope_person()) and v.hidden_id = %I.person_id))) $p$, t, t, t);
    execute format($p$ create policy own_insert on %I for insert to app_user
      with check (workspace_id = (select scope_workspace()) and (person_id = (select scope_person()) or (select holds_role('steward')))) $p$, t);
    execute format($p$ create policy own_update on %I for update to app_user
      using (workspace_id = (select scope_workspace()) and person_id = (select scope_person())) $p$, t);
    execute format($p$ create policy own_delete on %I for delete to app_user
      using (workspace_id = (select scope_workspace()) and person_id = (select scope_person())) $p$, t);
  end loop;
end $$;

-- Between two people.
create policy ours on hello to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) in (from_id, to_id));
create policy ours on introduction to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) = any (member_ids));
create policy mine on introduction_member for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy answer on introduction_member for update to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy join_us on introduction_member for insert to app_user
  with check (workspace_id = (select scope_workspace()) and exists (select 1 from introduction i
    where i.workspace_id = introduction_member.workspace_id and i.introduction_id = introduction_member.introduction_id));
create policy mine on moment for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy remember on moment for insert to app_user
  with check (workspace_id = (select scope_workspace()) and (select scope_person()) in (person_id, other_id));

-- I may tell others something, and read what was told to me.
create policy mine on outbox for select to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy tell on outbox for insert to app_user with check (workspace_id = (select scope_workspace()) and status in ('queued', 'held'));

-- Stewards and the works council.
create policy steward on import_run to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy steward on join_link to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy write_log on log_entry for insert to app_user with check (workspace_id = (select scope_workspace()));
create policy read_log on log_entry for select to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('works-council')));

grant select, insert, update, delete on all tables in schema public to app_user;
revoke update, delete on log_entry from app_user;
revoke insert, delete on workspace from app_user;
revoke update on veil from app_user;

-- The background: named tables, none private.
grant select, update, delete on outbox to app_jobs;
grant select on workspace, site, boundary, veil, hello, introduction, introduction_member to app_jobs;
grant select, update, delete on person to app_jobs;
grant update on hello to app_jobs;
grant insert on log_entry, erasure to app_jobs;
grant delete on import_run, private_address to app_jobs;
grant select (workspace_id, import_id, made_at) on import_run to app_jobs;
grant select (workspace_id, person_id) on private_address to app_jobs;
do $$ declare t text; begin
  foreach t in array array['outbox', 'workspace', 'site', 'boundary', 'veil', 'hello', 'introduction', 'introduction_member', 'person',
    'log_entry', 'erasure', 'import_run', 'private_address'] loop
    execute format('create policy background on %I to app_jobs using (true)', t);
  end loop;
end $$;

-- Sign-in: who has this address, which link is this, and the very first workspace.
grant select, insert on workspace, person, role_grant, join_link, log_entry, unit, site to app_auth;
do $$ declare t text; begin
  foreach t in array array['workspace', 'person', 'role_grant', 'join_link', 'log_entry', 'unit', 'site'] loop
    execute format('create policy sign_in on %I to app_auth using (true)', t);
  end loop;
end $$;

-- Search: trigram operators are not leakproof, so this role alone may look past the policy, within the scope it sets itself.
grant select (workspace_id, person_id, search_text, status, unit_id, site_id) on person to app_search;
create policy search on person for select to app_search using (true);
create function search_people(wanted text, most int) returns table (person_id uuid, closeness real)
  language sql stable security definer set search_path = public
  as $$ select p.person_id, word_similarity(wanted, p.search_text)
    from person p
    where p.workspace_id = scope_workspace() and p.status in ('active', 'away') and wanted <% p.search_text
    order by word_similarity(wanted, p.search_text) desc, p.search_text, p.person_id limit most $$;
alter function search_people(text, int) owner to app_search;
revoke all on function search_people(text, int) from public;
grant execute on function search_people(text, int) to app_user;
