-- Where a record counts (DOMAIN.md § 4, residence): the first county for all the past, each later one from
-- its day on. A record that never moved holds its county only. Money is fen.

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

-- The county or history with a move to a county on a day; null where nobody moved.
create function residence_moved(county text, residence jsonb, target text, since date) returns jsonb
language sql immutable parallel safe
return case
  when county_on(county, residence, since) = target then residence
  else coalesce(
    (
      select jsonb_agg(entry order by place)
      from jsonb_array_elements(residence) with ordinality as history (entry, place)
      where place = 1 or (entry ->> 'from')::date < since
    ),
    jsonb_build_array(jsonb_build_object('county', county)))
    || jsonb_build_array(jsonb_build_object('from', since, 'county', target))
end;

create function yuan(fen int8) returns text
language sql immutable parallel safe
return (fen / 100)::text || '.' || lpad((fen % 100)::text, 2, '0');

create or replace function instant_text(instant timestamptz) returns text
language sql stable parallel safe
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
