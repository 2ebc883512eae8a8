-- What loans make of households (published as credit.household.v1), which households are covered (heard
-- from the department of employment), and who may borrow above the cap (DOMAIN.md § 5).

-- issued:  [{"period", "county", "from"}, …], overdue: [{"county", "from", "until"?}, …]; as published.
create table household (
  id            text collate "C" primary key,
  issued        jsonb not null,
  overdue       jsonb not null,
  version       int8 not null,
  business_date date not null,
  recorded_at   timestamptz not null default now()
);

create function household_event(h household) returns text
language sql stable parallel safe
return '{"householdId":"' || h.id
  || '","version":' || h.version
  || ',"issued":' || h.issued
  || ',"overdue":' || h.overdue
  || ',"businessDate":"' || h.business_date
  || '","recordedAt":"' || instant_text(h.recorded_at) || '"}';

-- covered_from: business date of the first event heard. version: of the newest one.
create table covered_household (
  id           text collate "C" primary key,
  category     text,
  covered_from date not null,
  version      int8 not null
);

create table household_approval (
  household_id text collate "C" primary key,
  approved_on  date not null,
  withdrawn_on date,
  note         text not null default '',
  version      int8 not null default 1,
  recorded_at  timestamptz not null default now(),
  check (withdrawn_on >= approved_on)
);

grant select, insert, update on household, covered_household, household_approval to ${app};

alter table household enable row level security;
create policy whole_city on household
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on household for select
  using (
    jsonb_path_query_array(issued || overdue, '$[*].county')
      ?| ((select string_to_array(current_setting('pulse.counties', true), ','))::text[])
  );
