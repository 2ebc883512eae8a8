-- The counties a record belonged to until a day, each once a stay.
create function counties_until(county text, residence jsonb, day date) returns setof text
language sql immutable parallel safe
begin atomic
  select county where residence is null
  union all
  select entry ->> 'county'
  from jsonb_array_elements(residence) with ordinality as history (entry, place)
  where place = 1 or (entry ->> 'from')::date <= day;
end;
