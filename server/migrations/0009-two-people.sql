-- Two people are two people: who made whom, and when somebody first signed in, so that nobody confirms what their maker proposed.
alter table auth.identity add column first_at timestamptz;
update auth.identity i set first_at = u."createdAt" from auth."user" u where i.issuer = 'user' and u.id = i.subject;

-- Who added a person or gave them their address, and when that was; without a time it was when they were added.
alter table person add column made_by uuid default scope_person(), add column made_at timestamptz;
-- The owner is bound by forced row-level security; the log knows who added those of the last month.
alter table person no force row level security;
alter table log_entry no force row level security;
alter table join_link no force row level security;
update person p set made_by = coalesce(
    case when p.source in ('import', 'invite') then (select e.actor_id from log_entry e
      where e.workspace_id = p.workspace_id and e.at >= p.created_at and e.action in ('imports.apply', 'access.invite')
      order by e.at limit 1) end,
    case when p.source = 'join' then (select l.created_by from join_link l
      where l.workspace_id = p.workspace_id and l.created_at <= p.created_at order by l.created_at desc limit 1) end)
  where p.source <> 'setup' and p.created_at > current_timestamp - interval '31 days';
alter table person force row level security;
alter table log_entry force row level security;
alter table join_link force row level security;

-- Nobody is somebody else's making by their own word: a new address is written with who gave it. An import lets go of addresses
-- first, so that two people may swap theirs; that was noted then. A stable function sees the row as it was.
create function keeps_maker(whom uuid, new_email text, new_maker uuid, made timestamptz) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from person p where p.workspace_id = scope_workspace() and p.person_id = whom and (
    (p.email in (new_email, whom::text) and (p.made_by, p.made_at) is not distinct from (new_maker, made))
    or (new_maker = scope_person() and made >= coalesce(p.made_at, p.created_at))))
$$;
create policy keeps_maker on person as restrictive for update to app_user with check (keeps_maker(person_id, email, made_by, made_at));
create policy made_by_me on person as restrictive for insert to app_user with check (made_by = (select scope_person()));

-- Only sign-in says who has signed in, and when.
drop policy own_workspace on auth.identity;
create policy own_workspace on auth.identity for select to app_user using (workspace_id = (select scope_workspace()));
create policy new_address on auth.identity for insert to app_user
  with check (workspace_id = (select scope_workspace()) and issuer <> 'user' and first_at is null);
create policy old_address on auth.identity for delete to app_user
  using (workspace_id = (select scope_workspace()) and issuer <> 'user');
revoke update on auth.identity from app_user;

-- A works-council role is given by two, and taken back by two: a steward proposes the end, a second person confirms it.
alter table role_grant
  add column confirmed_at timestamptz, add column end_by uuid, add column end_at timestamptz,
  add column ended_by uuid, add column ended_at timestamptz,
  add constraint end_has_a_time check ((end_by is null) = (end_at is null) and (ended_by is null) = (ended_at is null));

-- Whether a candidate is a second person beside the proposer: signed in before the proposal, and tied to the proposer by no making
-- of the last 30 days, in either direction and over others. Whoever came by a link, and a maker who is gone, may be anybody's.
create function is_second_person(candidate uuid, proposer uuid, proposed_at timestamptz, whom uuid, at timestamptz) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  with recursive made as (
    select p.person_id as person, case when p.source <> 'join' and exists (select 1 from person m where m.workspace_id = p.workspace_id
        and m.person_id = p.made_by) then p.made_by else proposer end as maker
      from person p where p.workspace_id = scope_workspace() and p.made_by is not null
        and coalesce(p.made_at, p.created_at) > at - interval '30 days'
    union all
    select g.person_id, case when exists (select 1 from person m where m.workspace_id = g.workspace_id
        and m.person_id = g.given_by) then g.given_by else proposer end from role_grant g
      where g.workspace_id = scope_workspace() and g.given_by <> g.person_id and g.given_at > at - interval '30 days'
        and g.role = 'steward'
  ), tie as materialized (
    select person as one, maker as other from made union all select maker, person from made
  ), circle as (
    select proposer as person_id union select t.other from circle c join tie t on t.one = c.person_id
  )
  select candidate not in (proposer, whom)
    and exists (select 1 from person p where p.workspace_id = scope_workspace() and p.person_id = candidate
      and p.status in ('active', 'away'))
    and exists (select 1 from auth.identity i where i.workspace_id = scope_workspace() and i.person_id = candidate
      and i.issuer = 'user' and i.first_at < proposed_at)
    and not exists (select 1 from circle c where c.person_id = candidate)
    and not exists (select 1 from role_grant g join circle c on c.person_id = g.given_by
      where g.workspace_id = scope_workspace() and g.person_id = candidate and g.given_at > at - interval '30 days')
$$;

drop policy give on role_grant;
drop policy confirm on role_grant;
drop policy take on role_grant;
revoke update on role_grant from app_user;
grant update (confirmed_by, confirmed_at, end_by, end_at, ended_by, ended_at) on role_grant to app_user;
create policy give on role_grant for insert to app_user
  with check (workspace_id = (select scope_workspace()) and given_by = (select scope_person()) and (select holds_role('steward'))
    and num_nonnulls(confirmed_by, confirmed_at, end_by, end_at, ended_by, ended_at) = 0);
-- What a change makes of the row as it was: a second person confirms a role or its end, once; a steward proposes the end or takes that back.
create function may_change_grant(whom uuid, confirmer uuid, confirmed timestamptz, proposer uuid, proposed timestamptz, ender uuid, ended timestamptz)
  returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g
    where g.workspace_id = scope_workspace() and g.person_id = whom and g.role = 'works-council'
      and ((g.confirmed_by, g.confirmed_at) is not distinct from (confirmer, confirmed) and confirmer is not null
        or (g.confirmed_by is null and num_nonnulls(proposer, ender) = 0 and confirmer = scope_person()
          and is_second_person(scope_person(), g.given_by, g.given_at, whom, confirmed)))
      and ((g.end_by, g.end_at) is not distinct from (proposer, proposed) and (ender is null
          or (ender = scope_person() and is_second_person(scope_person(), g.end_by, g.end_at, whom, ended)))
        or (ender is null and (proposer is null or (g.end_by is null and proposer = scope_person())) and holds_role('steward'))))
$$;
create policy change on role_grant for update to app_user
  using (workspace_id = (select scope_workspace()) and role = 'works-council')
  with check (workspace_id = (select scope_workspace())
    and may_change_grant(person_id, confirmed_by, confirmed_at, end_by, end_at, ended_by, ended_at));
-- A steward's role is taken by a steward. A works-council role is laid down, or never was confirmed, or two people ended it.
create policy take on role_grant for delete to app_user
  using (workspace_id = (select scope_workspace()) and (person_id = (select scope_person()) or ended_by = (select scope_person())
    or ((role = 'steward' or confirmed_by is null) and (select holds_role('steward')))));

-- A token ends with the role of steward.
create function auth.end_tokens(whom uuid) returns void language sql security definer set search_path = auth, pg_temp
  as $$ delete from auth.token t where t.workspace_id = public.scope_workspace() and t.person_id = whom $$;
alter function auth.end_tokens(uuid) owner to app_auth;
revoke all on function auth.end_tokens(uuid) from public;
grant execute on function auth.end_tokens(uuid) to app_user;
