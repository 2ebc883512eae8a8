-- Where a record counts (DOMAIN.md § 4, residence): [{"county": …}, {"from": …, "county": …}, …], the
-- first entry for all the past. Nearly nobody ever moves: a record that never did holds its county only.

create function residence_of(county text, residence jsonb) returns jsonb
language sql immutable parallel safe
return coalesce(residence, jsonb_build_array(jsonb_build_object('county', county)));

create function residence_on(residence jsonb, day date) returns text
language sql immutable parallel safe
return (
  select entry ->> 'county'
  from jsonb_array_elements(residence) with ordinality as history (entry, place)
  where place = 1 or (entry ->> 'from')::date <= day
  order by place desc
  limit 1
);

create function county_on(county text, residence jsonb, day date) returns text
language sql immutable parallel safe
return case when residence is null then county else residence_on(residence, day) end;

-- The history `own` up to a day, and from that day on the history `home`.
create function residence_joined(own jsonb, home jsonb, since date) returns jsonb
language sql immutable parallel safe
return (
  with entries as (
    select (entry ->> 'from')::date as begins, entry ->> 'county' as county
    from jsonb_array_elements(own) as entry
    where entry ->> 'from' is null or (entry ->> 'from')::date < since
    union all
    select since, residence_on(home, since)
    union all
    select (entry ->> 'from')::date, entry ->> 'county'
    from jsonb_array_elements(home) as entry
    where (entry ->> 'from')::date > since
  ),
  steps as (
    select begins, county, lag(county) over (order by begins nulls first) as before from entries
  )
  select
    jsonb_agg(
      jsonb_strip_nulls(jsonb_build_object('from', begins, 'county', county))
      order by begins nulls first)
  from steps
  where county is distinct from before
);

-- The history with a move to a county on a day; moves after that day stay.
create function residence_moved(own jsonb, county text, since date) returns jsonb
language sql immutable parallel safe
return residence_joined(
  own,
  jsonb_build_array(jsonb_build_object('county', county)) || coalesce(
    (
      select jsonb_agg(entry order by entry ->> 'from')
      from jsonb_array_elements(own) as entry
      where (entry ->> 'from')::date > since
    ),
    '[]'),
  since);

create function residence_current(residence jsonb) returns text
language sql immutable parallel safe
return residence -> -1 ->> 'county';

-- As it is stored: nothing where the county alone says it all.
create function residence_stored(residence jsonb) returns jsonb
language sql immutable parallel safe
return case when jsonb_array_length(residence) > 1 then residence end;

create function instant_text(instant timestamptz) returns text
language sql stable parallel safe
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
