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
-- Who holds which role is for all to see, and for stewards to change; a works-council role is confirmed from among them too.
create policy shared on role_grant for select to app_user using (workspace_id = (select scope_workspace()));
create policy give on role_grant for insert to app_user
  with check (workspace_id = (select scope_workspace()) and given_by = (select scope_person())
    and confirmed_by is null and (select holds_role('steward')));
create policy confirm on role_grant for update to app_user
  using (workspace_id = (select scope_workspace()) and role = 'works-council' and given_by <> (select scope_person())
    and ((select holds_role('steward')) or (select holds_role('works-council'))))
  with check (workspace_id = (select scope_workspace()) and confirmed_by = (select scope_person()) and confirmed_by <> person_id);
create policy take on role_grant for delete to app_user
  using (workspace_id = (select scope_workspace()) and (select holds_role('steward')));
create policy shared on erasure to app_user using (workspace_id = (select scope_workspace()));

-- Mine alone.
create policy mine on private_address to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy mine on block to app_user
  using (workspace_id = (select scope_workspace()) and person_id = (select scope_person()));
create policy mine on mail_choice to app_user
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
-- Both sides of a pair say the same, and taking one back takes the other with it.
create policy ours on moment for select to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) in (person_id, other_id));
create policy remember on moment for insert to app_user
  with check (workspace_id = (select scope_workspace()) and (select scope_person()) in (person_id, other_id));
create policy take_back on moment for delete to app_user
  using (workspace_id = (select scope_workspace()) and (select scope_person()) in (person_id, other_id));

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
grant select, insert, delete on mail_choice to app_jobs;
do $$ declare t text; begin
  foreach t in array array['outbox', 'workspace', 'site', 'boundary', 'veil', 'hello', 'introduction', 'introduction_member', 'person',
    'log_entry', 'erasure', 'import_run', 'private_address', 'mail_choice'] loop
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

-- Search: trigram and array operators are not leakproof, so this role alone looks past the policies, within the scope it sets itself.
grant select (workspace_id, person_id, search_text, status, unit_id, site_id, manager_id, level, groups) on person to app_search;
grant select (workspace_id, unit_id, parent_id) on unit to app_search;
grant select (workspace_id, person_id, shown_words) on profile to app_search;
grant select on veil to app_search;
create policy search on person for select to app_search using (true);
create policy search on unit for select to app_search using (true);
create policy search on profile for select to app_search using (true);
create policy search on veil for select to app_search using (true);

-- Conditions on `p` for the filters that are given, as text with literals, so that each plan knows the values.
create function directory_condition(filters jsonb) returns text language plpgsql stable set search_path = public as $$
declare
  ws uuid := scope_workspace();
  narrowed text;
  cond text := format($c$p.workspace_id = %L and p.status in ('active', 'away')$c$, ws);
begin
  if filters ? 'unit' then
    cond := cond || format($c$ and p.unit_id = any ((with recursive below as (
      select %L::uuid as unit_id
      union select u.unit_id from unit u join below b on u.parent_id = b.unit_id where u.workspace_id = %L
    ) select array_agg(unit_id) from below)::uuid[])$c$, filters ->> 'unit', ws);
  end if;
  if filters ? 'site' then cond := cond || format($c$ and p.site_id = %L$c$, filters ->> 'site'); end if;
  if filters ? 'level' then cond := cond || format($c$ and p.level = %L$c$, filters ->> 'level'); end if;
  for narrowed in select f.column_name || ':' || lower(filters ->> f.name)
      from (values ('interest', 'interests'), ('language', 'languages')) f (name, column_name) where filters ? f.name loop
    cond := cond || format($c$ and exists (select 1 from profile f where f.workspace_id = p.workspace_id and f.person_id = p.person_id
      and f.shown_words @> array[%L])
      and not exists (select 1 from veil v where v.workspace_id = p.workspace_id and v.viewer_id = %L and v.hidden_id = p.person_id)$c$,
      narrowed, scope_person());
  end loop;
  return cond;
end $$;

-- The directory by name, a page at a time. How many there are is counted up to a thousand and one.
create function browse_people(filters jsonb, after_text text, after_id uuid, most int)
  returns table (person_id uuid, search_text text, found bigint)
  language plpgsql stable security definer set search_path = public set max_parallel_workers_per_gather = 0
  as $$
declare cond text := directory_condition(filters);
begin
  if scope_workspace() is null or scope_person() is null then return; end if;
  return query execute format($q$
    select p.person_id, p.search_text::text, (select count(*) from (select 1 from person p where %1$s limit 1001) some_people)
    from person p where %1$s and (p.search_text, p.person_id) > ($1 collate "C", $2)
    order by p.search_text, p.person_id limit $3 $q$, cond)
  using after_text, after_id, most;
end $$;

-- Names that begin so, then names with words that begin so, then, where nothing or little fits, names much like it.
create function search_people(wanted text, filters jsonb, skip int, most int)
  returns table (person_id uuid, search_text text, found bigint)
  language plpgsql stable security definer set search_path = public
  set max_parallel_workers_per_gather = 0 set pg_trgm.word_similarity_threshold = 0.4
  as $$
declare
  cond text := directory_condition(filters);
  words text[] := (select array_agg(distinct word) from unnest(string_to_array(wanted, ' ')) word where word <> '');
  fits text;
begin
  if scope_workspace() is null or scope_person() is null or wanted = '' then return; end if;
  -- A single word that begins the text is found by the first part below.
  select string_agg(case when cardinality(words) = 1 then format('p.search_text like %L', '% ' || word || '%')
      else format('(p.search_text like %L or p.search_text like %L)', word || '%', '% ' || word || '%') end, ' and ')
    into fits from unnest(words[1:8]) word;
  -- Short words resemble too many others.
  if length(wanted) < 5 then perform set_config('pg_trgm.word_similarity_threshold', '0.6', true); end if;
  return query execute format($q$
    with begins as materialized (
      select p.person_id, p.search_text, 0 as place, 0::real as far from person p
      where %1$s and p.search_text like %2$L order by p.search_text, p.person_id limit 1001
    ), inside as materialized (
      select * from (select p.person_id, p.search_text, 1 as place, 0::real as far from person p
        where (select count(*) from begins) < (case when length($1) < 3 then 20 else 1001 end)
          and %1$s and %3$s and p.search_text not like %2$L offset 0) found_inside
      order by search_text, person_id limit 1001
    ), near as (
      select * from (select p.person_id, p.search_text, 2 as place, 1 - word_similarity($1, p.search_text) as far from person p
        where (select count(*) from begins) + (select count(*) from inside) < $4 and length($1) > 2
          and %1$s and $1 <%% p.search_text offset 0) found_near
      where not exists (select 1 from begins b where b.person_id = found_near.person_id)
        and not exists (select 1 from inside i where i.person_id = found_near.person_id)
      order by far, similarity($1, search_text) desc, search_text, person_id limit 40
    ), ranked as (
      (select * from begins union all select * from inside order by place, search_text, person_id limit 1001)
      union all select * from near
    )
    select r.person_id, r.search_text::text, count(*) over () from ranked r
    order by r.place, r.far, r.search_text, r.person_id offset $2 limit $3 $q$, cond, wanted || '%', fits)
  using wanted, skip, most, case when cardinality(words) = 1 then 20 else 1 end;
end $$;

-- Whom somebody works with: reporting line, shared groups, same smallest unit, in this order.
create function works_with(whom uuid, most int) returns table (person_id uuid, tie text, shared_group text)
  language plpgsql stable security definer set search_path = public
  as $$
declare
  ws uuid := scope_workspace();
  self record;
begin
  if scope_person() is null then return; end if;
  select p.unit_id, p.manager_id, p.groups into self from person p where p.workspace_id = ws and p.person_id = whom;
  if not found then return; end if;
  return query with ties as (
    select p.person_id, p.search_text, 0 as place, 'manager' as tie, null::text as shared_group from person p
      where p.workspace_id = ws and p.person_id = self.manager_id and p.status in ('active', 'away')
    union all
    select p.person_id, p.search_text, 1, 'report', null from person p
      where p.workspace_id = ws and p.manager_id = whom and p.status in ('active', 'away')
    union all
    select p.person_id, p.search_text, 2, 'group', (select min(g) from unnest(p.groups) g where g = any (self.groups)) from person p
      where cardinality(self.groups) > 0 and p.workspace_id = ws and p.groups && self.groups and p.status in ('active', 'away')
    union all
    select p.person_id, p.search_text, 3, 'unit', null from person p
      where p.workspace_id = ws and p.unit_id = self.unit_id and p.status in ('active', 'away')
  ), firsts as (
    select distinct on (t.person_id) t.* from ties t where t.person_id <> whom order by t.person_id, t.place
  )
  select f.person_id, f.tie, f.shared_group from firsts f order by f.place, f.search_text, f.person_id limit most;
end $$;

do $$ declare f text; begin
  foreach f in array array['browse_people(jsonb, text, uuid, int)', 'search_people(text, jsonb, int, int)', 'works_with(uuid, int)'] loop
    execute format('alter function %s owner to app_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to app_user', f);
  end loop;
end $$;
