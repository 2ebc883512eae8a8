-- Lending targets per county and year in yuan (DOMAIN.md § 5).
-- history: [{"from", "value"}, …], oldest first; value null: withdrawn.
create table target (
  county        text collate "C" not null,
  year          int4 not null,
  deadline      date not null,
  history       jsonb not null,
  version       int8 not null,
  business_date date not null,
  recorded_at   timestamptz not null default now(),
  import_id     uuid not null,
  primary key (county, year)
);

create function target_on(history jsonb, day date) returns numeric
language sql immutable parallel safe
return (
  select (entry ->> 'value')::numeric
  from jsonb_array_elements(history) with ordinality as listed (entry, place)
  where (entry ->> 'from')::date <= day
  order by place desc
  limit 1
);

-- The history with a value from a day on, until the change that came after that day; steps that change
-- nothing fall away.
create function target_changed(history jsonb, since date, value numeric) returns jsonb
language sql immutable parallel safe
return (
  with entries as (
    select (entry ->> 'from')::date as begins, entry ->> 'value' as amount
    from jsonb_array_elements(history) as entry
    where (entry ->> 'from')::date <> since
    union all
    select since, value::numeric(20, 2)::text
  ),
  steps as (
    select begins, amount, lag(amount) over earlier as before, lag(begins) over earlier is null as first
    from entries
    window earlier as (order by begins)
  )
  select jsonb_agg(jsonb_build_object('from', begins, 'value', amount) order by begins)
  from steps
  where first or amount is distinct from before
);

create function target_event(t target) returns text
language sql stable parallel safe
return json_build_object(
  'county', t.county, 'programme', 'MICROCREDIT', 'year', t.year, 'version', t.version,
  'deadline', t.deadline, 'history', t.history, 'businessDate', t.business_date,
  'recordedAt', instant_text(t.recorded_at))::text;

alter table target enable row level security;
create policy whole_city on target
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on target
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on target to ${app};
