-- Labour-export cooperation: people to be in work in a province, per year, for a county or the whole city
-- (DOMAIN.md § 4). history: as of target.
create table cooperation_target (
  county      text collate "C" not null,
  province    text not null,
  year        int4 not null,
  history     jsonb not null,
  version     int8 not null default 1,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (county, province, year)
);

alter table cooperation_target enable row level security;
create policy whole_city on cooperation_target
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on cooperation_target
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on cooperation_target to ${app};
