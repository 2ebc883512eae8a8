-- Verification calls (DOMAIN.md § 6): one a person and day; outcome null: entered by mistake.
-- awareness: {"YULU": "KNOWS" | "DOES_NOT_KNOW" | "NOT_APPLICABLE", …}, only what was asked.
create or replace function instant_text(instant timestamptz) returns text
language sql stable parallel safe
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create table verification_call (
  person_id   text collate "C" not null check (person_id ~ '^[^|]{1,40}$'),
  day         date not null,
  county      text collate "C" not null,
  outcome     text check (outcome in ('VALID', 'WRONG_NUMBER', 'EMPTY_NUMBER', 'NO_ANSWER')),
  awareness   jsonb not null default '{}',
  version     int8 not null default 1,
  recorded_at timestamptz not null default now(),
  import_id   uuid not null,
  primary key (person_id, day),
  constraint only_who_was_reached_was_asked check (outcome = 'VALID' or awareness = '{}')
);
create index verification_call_day on verification_call (day, county);

create function call_event(c verification_call) returns text
language sql stable parallel safe
return json_build_object(
  'callId', c.person_id || '|' || to_char(c.day, 'YYYY-MM-DD'), 'version', c.version, 'county', c.county, 'date', c.day,
  'outcome', c.outcome, 'awareness', c.awareness, 'businessDate', c.day,
  'recordedAt', instant_text(c.recorded_at))::text;

alter table verification_call enable row level security;
create policy whole_city on verification_call
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on verification_call
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

-- What an import must know of other counties' calls, and no more: that they are there.
create function calls_elsewhere(people text[], days date[]) returns table (person_id text, day date)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select c.person_id, c.day
  from unnest(people, days) as told (person_id, day)
  join verification_call c using (person_id, day)
  where current_setting('pulse.counties', true) <> '*'
    and c.county <> all (string_to_array(current_setting('pulse.counties', true), ','));
end;

revoke execute on function calls_elsewhere(text[], date[]) from public;
grant execute on function calls_elsewhere(text[], date[]) to ${app};
grant select, insert, update on verification_call to ${app};
