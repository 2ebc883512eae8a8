-- Whom to call (DOMAIN.md § 6): as many in each county, drawn by a seed that anybody can draw by again: those whose
-- md5(seed '|' person id) comes first.
create table call_sample (
  id         uuid primary key default uuidv7(),
  month      date not null check (extract(day from month) = 1),
  per_county int4 not null check (per_county between 1 and 1000),
  seed       int8 not null,
  people     int4 not null default 0,
  drawn_by   text not null,
  drawn_at   timestamptz not null default now()
);

create table call_sample_person (
  sample_id uuid not null references call_sample,
  place     int4 not null,
  person_id text collate "C" not null,
  county    text collate "C" not null,
  primary key (sample_id, place)
);

alter table call_sample_person enable row level security;
create policy whole_city on call_sample_person
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on call_sample_person
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on call_sample to ${app};
grant select, insert on call_sample_person to ${app};
