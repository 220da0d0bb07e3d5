-- Stewards may do for a programme what its hosts may; past pairs were forgotten.
drop policy host_add on past_pairing;
create policy host_add on past_pairing for insert to app_user
  with check (workspace_id = (select scope_workspace()) and (hosts(programme_id) or (select holds_role('steward'))));
