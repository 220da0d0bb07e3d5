-- What forget_sign_in does for one person, for a whole import at once.
create function auth.forget_sign_in(whom uuid[]) returns void language sql security definer set search_path = auth, pg_temp
  as $$
    delete from auth."user" u using auth.identity i
      where i.workspace_id = public.scope_workspace() and i.person_id = any (whom) and i.issuer = 'user' and i.subject = u.id;
    delete from auth.identity i where i.workspace_id = public.scope_workspace() and i.person_id = any (whom);
    delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = any (whom);
  $$;
alter function auth.forget_sign_in(uuid[]) owner to app_auth;
revoke all on function auth.forget_sign_in(uuid[]) from public;
grant execute on function auth.forget_sign_in(uuid[]) to app_user;
