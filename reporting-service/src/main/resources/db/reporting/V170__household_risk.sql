-- On which days a record says that a household is at risk, for one reason. Records that say it of no day are
-- kept as well: their version decides what is old. Ids and days only.
create table risk_fact (
  reason    text   collate "C" not null,
  record    text   collate "C" not null, -- the person's id, or the household's
  household text   collate "C" not null,
  version   bigint not null,
  days      datemultirange not null,
  primary key (reason, record)
);
create index risk_fact_household on risk_fact (household) where not isempty(days);

-- Where a household is at home; counties[n] holds from begins[n] on, the first for all the past.
create table risk_home (
  household   text collate "C" primary key,
  told_by     smallint not null, -- the lower is believed
  recorded_at timestamptz not null, -- of equals the newer
  counties    text[] not null,
  begins      date[] not null,
  category    text
);

-- A consumer group of this database: a new database reads the log from its beginning.
create table risk_reading (
  one  boolean primary key default true check (one),
  name uuid not null default gen_random_uuid()
);
insert into risk_reading default values;

-- Beneath the queries, which go by the county of the day asked for.
alter table risk_home enable row level security;
create policy whole_city on risk_home using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on risk_home
  using (counties && ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table risk_fact enable row level security;
create policy whole_city on risk_fact using ((select current_setting('pulse.counties', true)) = '*');
create policy as_home on risk_fact using (household in (select risk_home.household from risk_home));

grant select, insert, update on risk_fact, risk_home to ${app};
grant select on risk_reading to ${app};
