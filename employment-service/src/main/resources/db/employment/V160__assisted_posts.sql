-- Workshops (帮扶车间) and public-welfare posts (公益性岗位), and who works there (DOMAIN.md § 4 and § 6).

-- A name as it is compared: width, spaces, marks and letter case aside.
create function workplace_key(name text) returns text
language sql immutable strict parallel safe
return lower(regexp_replace(normalize(name, NFKC), '[[:space:][:punct:]（）【】《》“”‘’、，。·]', '', 'g'));

-- The id follows from post, county and name, so that a spell tells it before anybody registers the place,
-- and registering it changes no event.
create function workplace_id(post text, county text, name text) returns text
language sql immutable strict parallel safe
return 'W' || left(
  encode(sha256(convert_to(post || '|' || county || '|' || workplace_key(name), 'UTF8')), 'hex'), 16);

-- names differ, the place is the same: a spell put to a place by hand.
create table workplace_person (
  person_id    text collate "C" not null,
  start_day    date not null,
  workplace_id text collate "C" not null,
  assigned_by  text not null,
  assigned_at  timestamptz not null default now(),
  primary key (person_id, start_day)
);
create index workplace_person_place on workplace_person (workplace_id);

create table workplace (
  id          text collate "C" primary key,
  post        text not null check (post in ('WORKSHOP', 'PUBLIC_WELFARE')),
  county      text collate "C" not null,
  name        text not null,
  village     text,
  since       date,
  until       date check (until >= since),
  version     int8 not null default 1,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  check (id = workplace_id(post, county, name))
);

-- Spells in assisted posts of a worker: where, and for what wage.
create function assisted_spells(
  of_person text, lives_in text, lived jsonb, told_spells json, told_workplaces json)
returns table (place int4, start_day date, end_day date, post text, workplace text, employer text, wage text)
language sql stable parallel safe
begin atomic
  select told.place::int4 - 1, (told.spell ->> 'start')::date, (told.spell ->> 'end')::date, told.spell ->> 'post',
    coalesce(
      by_hand.workplace_id,
      workplace_id(
        told.spell ->> 'post', county_on(lives_in, lived, (told.spell ->> 'start')::date),
        told_workplaces -> (told.place::int4 - 1) ->> 'employer')),
    told_workplaces -> (told.place::int4 - 1) ->> 'employer',
    told_workplaces -> (told.place::int4 - 1) ->> 'monthlyWage'
  from json_array_elements(told_spells) with ordinality as told (spell, place)
  left join workplace_person by_hand
    on by_hand.person_id = of_person and by_hand.start_day = (told.spell ->> 'start')::date
  where told.spell ->> 'post' in ('WORKSHOP', 'PUBLIC_WELFARE');
end;

create function has_assisted_spells(spells json) returns boolean
language sql immutable parallel safe
return spells::text like '%"WORKSHOP"%' or spells::text like '%"PUBLIC_WELFARE"%';

-- The spells as they are published: those in assisted posts with workplace and wage, where they are told.
create function spells_with_workplaces(
  of_person text, lives_in text, lived jsonb, told_spells json, told_workplaces json) returns text
language sql stable parallel safe
return (
  select '[' || string_agg(
    case
      when assisted.place is null then told.spell::text
      else left(told.spell::text, -1)
        || coalesce(',"workplace":"' || assisted.workplace || '"', '')
        || coalesce(',"monthlyWage":"' || assisted.wage || '"', '') || '}'
    end, ',' order by told.place) || ']'
  from json_array_elements(told_spells) with ordinality as told (spell, place)
  left join assisted_spells(of_person, lives_in, lived, told_spells, told_workplaces) as assisted
    on assisted.place = told.place - 1
);

-- Few work in assisted posts: for all others the spells go out as they stand, for one look at their text.
create or replace function worker_event(w worker) returns text
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
  || ',"spells":' || case
    when has_assisted_spells(w.spells)
      then spells_with_workplaces(w.person_id, w.county, w.residence, w.spells, w.workplaces)
    else w.spells::text
  end || '}';

alter table workplace enable row level security;
create policy whole_city on workplace
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on workplace
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table workplace_person enable row level security;
create policy whole_city on workplace_person
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_the_person on workplace_person
  using (exists (select from worker w where w.person_id = workplace_person.person_id));

grant select, insert, update on workplace to ${app};
grant select, insert, update, delete on workplace_person to ${app};
