-- Search finds people by what they show of themselves, and forgives one slip in a short name.
grant create on schema public to app_search;

-- As search compares text: without case, accents and punctuation. `people.rules.ts` does the same to what is typed.
create function folded_text(given text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select btrim(regexp_replace(regexp_replace(replace(replace(replace(translate(
    lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u093a-\u093c\u093e-\u094f]', '', 'g')),
    'øłđðıħŋ', 'olddihn'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '[''’`]', '', 'g'), '[[:space:][:punct:]]+', ' ', 'g')) $$;

-- Each shown word after a blank, so that one can ask for how it begins.
create function text_shown(shows text[], talents text[], passions text[], ask_me_about text[], interests text[]) returns text
  language sql immutable parallel safe set search_path = public, pg_temp
  as $$ select coalesce(' ' || string_agg(distinct folded_text(word), ' ') , '') from (
    select unnest(talents) as word where 'talents' = any (shows)
    union all select unnest(passions) where 'passions' = any (shows)
    union all select unnest(ask_me_about) where 'askMeAbout' = any (shows)
    union all select unnest(interests) where 'interests' = any (shows)) shown $$;

alter table profile add column shown_text text not null
  generated always as (text_shown(shows, talents, passions, ask_me_about, interests)) stored;
create index profile_by_shown_text on profile using gin (shown_text gin_trgm_ops);
grant select (shown_text) on profile to app_search;

-- Whether one word becomes the other by one letter more, less or other, or by two that changed places.
create function one_slip(a text, b text) returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp
  as $$
declare
  i int := 1;
  shorter int := least(length(a), length(b));
begin
  if abs(length(a) - length(b)) > 1 then return false; end if;
  while i <= shorter and substr(a, i, 1) = substr(b, i, 1) loop i := i + 1; end loop;
  return substr(a, i + 1) = substr(b, i + 1) or substr(a, i) = substr(b, i + 1) or substr(a, i + 1) = substr(b, i)
    or (substr(a, i, 1) = substr(b, i + 1, 1) and substr(a, i + 1, 1) = substr(b, i, 1) and substr(a, i + 2) = substr(b, i + 2));
end $$;

-- Names that begin so, names with words that begin so, what people show of themselves, then names much like it.
create or replace function search_people(wanted text, filters jsonb, skip int, most int)
  returns table (person_id uuid, search_text text, found bigint)
  language plpgsql stable security definer set search_path = public, pg_temp
  set max_parallel_workers_per_gather = 0 set pg_trgm.word_similarity_threshold = 0.4
  as $$
declare
  cond text := directory_condition(filters);
  words text[] := (select array_agg(distinct word) from unnest(string_to_array(wanted, ' ')) word where word <> '');
  is_short boolean := length(wanted) < 7 and cardinality(words) = 1;
  -- From here on letters in common are not enough.
  enough real := case when length(wanted) < 5 then 0 else 0.6 end;
  turned text;
  fits text;
  shows text;
begin
  if scope_workspace() is null or scope_person() is null or wanted = '' then return; end if;
  -- A single word that begins the text is found by the first part below.
  select string_agg(case when cardinality(words) = 1 then format('p.search_text like %L', '% ' || word || '%')
      else format('(p.search_text like %L or p.search_text like %L)', word || '%', '% ' || word || '%') end, ' and '),
    string_agg(format('f.shown_text like %L', '% ' || word || '%'), ' and ')
    into fits, shows from unnest(words[1:8]) word;
  -- Short words resemble too many others by letters alone, so a slip is counted there.
  if is_short then perform set_config('pg_trgm.word_similarity_threshold', '0.3', true);
  elsif length(wanted) < 5 then perform set_config('pg_trgm.word_similarity_threshold', '0.6', true); end if;
  -- Two letters that changed places leave a short word hardly a trigram.
  select coalesce(string_agg(format('p.search_text like %L or p.search_text like %L', turn || '%', '% ' || turn || '%'), ' or '), 'false')
    into turned from (select left(wanted, i - 1) || substr(wanted, i + 1, 1) || substr(wanted, i, 1) || substr(wanted, i + 2) as turn
      from generate_series(1, case when is_short then length(wanted) - 1 else 0 end) i) turns;
  return query execute format($q$
    with begins as materialized (
      select p.person_id, p.search_text, 0 as place, 0::real as far from person p
      where %1$s and p.search_text like %2$L order by p.search_text, p.person_id limit 1001
    ), inside as materialized (
      select * from (select p.person_id, p.search_text, 1 as place, 0::real as far from person p
        where (select count(*) from begins) < (case when length($1) < 3 then 20 else 1001 end)
          and %1$s and %3$s and p.search_text not like %2$L offset 0) found_inside
      order by search_text, person_id limit 1001
    ), said as materialized (
      select * from (select p.person_id, p.search_text, 2 as place, 0::real as far from profile f
          join person p on p.workspace_id = f.workspace_id and p.person_id = f.person_id
        where length($1) > 2 and f.workspace_id = %6$L and %4$s and %1$s and not exists (select 1 from veil v
          where v.workspace_id = f.workspace_id and v.viewer_id = %7$L and v.hidden_id = f.person_id) offset 0) found_said
      where not exists (select 1 from begins b where b.person_id = found_said.person_id)
        and not exists (select 1 from inside i where i.person_id = found_said.person_id)
      order by search_text, person_id limit 1001
    ), near as (
      select * from (select p.person_id, p.search_text, 3 as place, 1 - word_similarity($1, p.search_text) as far from person p
        where (select count(*) from begins) + (select count(*) from inside) < $4 and length($1) > 2
          and %1$s and ($1 <%% p.search_text or %8$s) offset 0) found_near
      where (%5$L = 'f' or far <= $5 or exists (select 1 from unnest(string_to_array(found_near.search_text, ' ')) word where one_slip($1, word)))
        and not exists (select 1 from begins b where b.person_id = found_near.person_id)
        and not exists (select 1 from inside i where i.person_id = found_near.person_id)
        and not exists (select 1 from said s where s.person_id = found_near.person_id)
      order by far, similarity($1, search_text) desc, search_text, person_id limit 40
    ), ranked as (
      (select * from begins union all select * from inside union all select * from said
        order by place, search_text, person_id limit 1001)
      union all select * from near
    )
    select r.person_id, r.search_text::text, count(*) over () from ranked r
    order by r.place, r.far, r.search_text, r.person_id offset $2 limit $3 $q$,
    cond, wanted || '%', fits, shows, case when is_short then 't' else 'f' end, scope_workspace(), scope_person(), turned)
  using wanted, skip, most, case when cardinality(words) = 1 then 20 else 1 end, enough;
end $$;

revoke create on schema public from app_search;
