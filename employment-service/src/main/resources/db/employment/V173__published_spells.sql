-- An import knows of nearly everybody's spells where they are published to be: it finds the workplaces of a whole file
-- at once, and the event takes the spells as they are given.

create function has_assisted_spells(spells text) returns boolean
language sql immutable parallel safe
return strpos(spells, '"WORKSHOP"') > 0 or strpos(spells, '"PUBLIC_WELFARE"') > 0;

create or replace function has_assisted_spells(spells json) returns boolean
language sql immutable parallel safe
return has_assisted_spells(spells::text);

-- A spell in an assisted post as it is published: with workplace and wage, where they are told.
create function assisted_spell(told text, workplace text, wage text) returns text
language sql immutable parallel safe
return left(told, -1)
  || coalesce(',"workplace":"' || workplace || '"', '')
  || coalesce(',"monthlyWage":"' || wage || '"', '') || '}';

create or replace function spells_with_workplaces(
  of_person text, lives_in text, lived jsonb, told_spells json, told_workplaces json) returns text
language sql stable parallel safe
return (
  select '[' || string_agg(
    case
      when assisted.place is null then told.spell::text
      else assisted_spell(told.spell::text, assisted.workplace, assisted.wage)
    end, ',' order by told.place) || ']'
  from json_array_elements(told_spells) with ordinality as told (spell, place)
  left join assisted_spells(of_person, lives_in, lived, told_spells, told_workplaces) as assisted
    on assisted.place = told.place - 1
);

create function worker_event(w worker, published_spells text) returns text
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
  || ',"spells":' || published_spells || '}';

create or replace function worker_event(w worker) returns text
language sql stable parallel safe
return worker_event(
  w,
  case
    when has_assisted_spells(w.spells)
      then spells_with_workplaces(w.person_id, w.county, w.residence, w.spells, w.workplaces)
    else w.spells::text
  end);
