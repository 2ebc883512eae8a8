-- Spells and workplaces as the import wrote them: compared and published without being read again.
drop function spell_on(jsonb, date);
drop function worker_event(worker);
alter table worker
  alter column spells type json using spells::json,
  alter column workplaces type json using workplaces::json;

-- Codes and words hold nothing that JSON would have to escape.
create function worker_event(w worker) returns text
language sql stable parallel safe
return '{"personId":"' || w.person_id
  || '","version":' || w.version
  || ',"householdId":"' || w.household_id
  || '","category":' || coalesce('"' || w.category || '"', 'null')
  || ',"labour":' || coalesce('"' || w.labour || '"', 'null')
  || ',"wishToWork":' || coalesce(w.wish_to_work::text, 'null')
  || ',"businessDate":"' || w.business_date
  || '","recordedAt":"' || instant_text(w.recorded_at)
  || '","residence":' || coalesce(w.residence::text, '[{"county":"' || w.county || '"}]')
  || ',"spells":' || w.spells || '}';

create or replace function household_event(h household) returns text
language sql stable parallel safe
return '{"householdId":"' || h.id
  || '","version":' || h.version
  || ',"category":' || coalesce('"' || h.category || '"', 'null')
  || ',"headCount":' || coalesce(h.head_count::text, 'null')
  || ',"incomes":' || h.incomes
  || ',"businessDate":"' || h.business_date
  || '","recordedAt":"' || instant_text(h.recorded_at)
  || '","residence":' || coalesce(h.residence::text, '[{"county":"' || h.county || '"}]') || '}';

-- The spell that decides on a day: of those that cover it the last.
create function spell_on(spells json, day date) returns int4
language sql immutable parallel safe
return (
  select max(place)::int4 - 1
  from json_array_elements(spells) with ordinality as listed (spell, place)
  where (spell ->> 'start')::date <= day and coalesce((spell ->> 'end')::date > day, true)
);
