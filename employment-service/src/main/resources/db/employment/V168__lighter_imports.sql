-- An import of a whole city asks this of every person and files every name: both as cheaply as they can be.

-- A plain search of bytes; LIKE walks the text character by character.
create or replace function has_assisted_spells(spells json) returns boolean
language sql immutable parallel safe
return strpos(spells::text, '"WORKSHOP"') > 0 or strpos(spells::text, '"PUBLIC_WELFARE"') > 0;

-- Namesakes are only ever looked up by equality.
drop index worker_namesake;
create index worker_namesake on worker using hash (namesake);
