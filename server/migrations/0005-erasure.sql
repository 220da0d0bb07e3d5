-- A person is erased in one place: by themselves, after the grace of leaving, and again after a restore.
-- What names them goes; ids in the log and in role grants stay, and lead nowhere.
create function erase_person(ws uuid, whom uuid, at timestamptz) returns void language plpgsql set search_path = public as $$
declare address text := (select p.email from person p where p.workspace_id = ws and p.person_id = whom);
begin
  update person p set manager_id = null where p.workspace_id = ws and p.manager_id = whom;
  delete from introduction i where i.workspace_id = ws and whom = any (i.member_ids);
  -- An import's plan repeats what it read of each person.
  delete from import_run r where r.workspace_id = ws
    and strpos(concat(r.plan::text, r.summary::text), whom::text) + strpos(concat(r.plan::text, r.summary::text), address) > 0;
  perform auth.forget_sign_in(whom);
  delete from person p where p.workspace_id = ws and p.person_id = whom;
  insert into erasure (workspace_id, person_id, erased_at) values (ws, whom, at) on conflict do nothing;
end $$;
revoke all on function erase_person(uuid, uuid, timestamptz) from public;
grant execute on function erase_person(uuid, uuid, timestamptz) to app_jobs;
grant delete on introduction to app_jobs;
grant select on import_run, erasure to app_jobs;

-- Everybody may read the lines of the log that speak of them or that they caused.
create policy about_me on log_entry for select to app_user
  using (workspace_id = (select scope_workspace()) and (actor_id = (select scope_person())
    or about ->> 'personId' = (select scope_person())::text));
