-- Where a person lived when, from the record and its history: one row a stay, the first without a beginning.
create function residence_stays(lives_in text, lived jsonb) returns table (county text, days daterange)
language sql immutable parallel safe
begin atomic
  select entry ->> 'county',
    daterange((entry ->> 'from')::date, (lead(entry) over (order by place) ->> 'from')::date)
  from jsonb_array_elements(residence_of(lives_in, lived)) with ordinality as history (entry, place);
end;

-- Whether the running transaction is for this county (row-level security shows a mover to former counties too).
create function in_scope(county text) returns boolean
language sql stable parallel safe
return current_setting('pulse.counties', true) = '*'
  or county = any (string_to_array(current_setting('pulse.counties', true), ','));
