-- The register of covered households and their people able to work (DOMAIN.md § 4).

-- version 0: known from its members' rows only; it is published once its own row has come.
create table household (
  id            text collate "C" primary key,
  county        text collate "C" not null,
  residence     jsonb,
  township      text,
  village       text,
  category      text,
  head_count    int4,
  incomes       jsonb not null default '[]',
  version       int8 not null,
  business_date date not null,
  recorded_at   timestamptz not null default now(),
  import_id     uuid not null,
  check (residence is null or residence_current(residence) = county)
);

-- personal:   name and identity number, encrypted together; their keyed digest tells a change, the keyed
--             hash of the number finds its holder.
-- spells:     [{"start", "end"?, "area", "province", "post"}, …] in the order that decides; published as it is.
-- workplaces: [{"employer", "monthlyWage"}, …] of the same spells; it stays here.
-- employed, out_of_province: the days the spells make, as the figures count them.
create table worker (
  person_id          text collate "C" primary key,
  household_id       text collate "C" not null,
  county             text collate "C" not null,
  residence          jsonb,
  township           text,
  village            text,
  category           text,
  labour             text,
  wish_to_work       boolean,
  personal_encrypted bytea not null,
  personal_digest    bytea not null,
  identity_hash      bytea not null,
  spells             jsonb not null,
  workplaces         jsonb not null,
  employed           datemultirange not null,
  out_of_province    datemultirange not null,
  version            int8 not null,
  business_date      date not null,
  recorded_at        timestamptz not null default now(),
  import_id          uuid not null,
  constraint one_person_a_number unique (identity_hash) deferrable initially deferred,
  check (residence is null or residence_current(residence) = county)
);

-- Lists go by county, household and person; a household's members are found by its county.
create index worker_by_household on worker (county, household_id, person_id);
create index worker_moved on worker (county, household_id, person_id) where residence is not null;

create function worker_event(w worker) returns text
language sql stable parallel safe
return '{"personId":' || to_json(w.person_id)
  || ',"version":' || w.version
  || ',"householdId":' || to_json(w.household_id)
  || ',"category":' || coalesce(to_json(w.category)::text, 'null')
  || ',"labour":' || coalesce(to_json(w.labour)::text, 'null')
  || ',"wishToWork":' || coalesce(w.wish_to_work::text, 'null')
  || ',"businessDate":"' || w.business_date
  || '","recordedAt":"' || instant_text(w.recorded_at)
  || '","residence":' || residence_of(w.county, w.residence)
  || ',"spells":' || w.spells || '}';

create function household_event(h household) returns text
language sql stable parallel safe
return '{"householdId":' || to_json(h.id)
  || ',"version":' || h.version
  || ',"category":' || coalesce(to_json(h.category)::text, 'null')
  || ',"headCount":' || coalesce(h.head_count::text, 'null')
  || ',"incomes":' || h.incomes
  || ',"businessDate":"' || h.business_date
  || '","recordedAt":"' || instant_text(h.recorded_at)
  || '","residence":' || residence_of(h.county, h.residence) || '}';

-- The spell that decides on a day: of those that cover it the last.
create function spell_on(spells jsonb, day date) returns int4
language sql immutable parallel safe
return (
  select max(place)::int4 - 1
  from jsonb_array_elements(spells) with ordinality as listed (spell, place)
  where (spell ->> 'start')::date <= day and coalesce((spell ->> 'end')::date > day, true)
);

alter table household enable row level security;
alter table worker enable row level security;
create policy whole_city on household
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on household
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
create policy whole_city on worker
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on worker
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
-- A figure of a past day counts those who lived here then.
create policy former_counties on worker for select
  using (
    residence is not null
    and jsonb_path_query_array(residence, '$[*].county')
      ?| ((select string_to_array(current_setting('pulse.counties', true), ','))::text[])
  );

-- What an import must know of other counties' records, and no more: that they are there.
create function people_elsewhere(people text[]) returns table (person_id text, county text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select worker.person_id, worker.county
  from worker
  where worker.person_id = any (people)
    and current_setting('pulse.counties', true) <> '*'
    and worker.county <> all (string_to_array(current_setting('pulse.counties', true), ','));
end;

create function households_elsewhere(households text[]) returns table (household_id text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select household.id
  from household
  where household.id = any (households)
    and current_setting('pulse.counties', true) <> '*'
    and household.county <> all (string_to_array(current_setting('pulse.counties', true), ','));
end;

-- Numbers claimed for people, in parallel arrays, that somebody else holds.
create function numbers_of_others(numbers bytea[], people text[])
returns table (identity_hash bytea, holder text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select worker.identity_hash, worker.person_id
  from unnest(numbers, people) as claim (number, person_id)
  join worker on worker.identity_hash = claim.number and worker.person_id <> claim.person_id;
end;

revoke execute on function people_elsewhere(text[]), households_elsewhere(text[]), numbers_of_others(bytea[], text[])
  from public;
grant execute on function people_elsewhere(text[]), households_elsewhere(text[]), numbers_of_others(bytea[], text[])
  to ${app};
grant select, insert, update on household, worker to ${app};
