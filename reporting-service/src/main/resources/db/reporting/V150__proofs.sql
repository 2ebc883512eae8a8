-- When the figures here were last held against each ledger, by business day: a department's own figures, or the
-- events of the log counted once more.
create table ledger_check (
  day        date not null,
  ledger     text collate "C" not null,
  checked_at timestamptz not null,
  proved_at  timestamptz,          -- when both sides last said the same
  frame      bigint not null,
  figures    int not null,         -- how many were compared last
  agrees     boolean not null,
  primary key (day, ledger)
);

-- The figures that differed when they were compared last on a business day.
create table ledger_difference (
  day       date not null,
  ledger    text collate "C" not null,
  as_of     date not null,
  county    text collate "C" not null,
  indicator text collate "C" not null,
  shown     text not null,         -- here: a number, or the name of a state
  owned     text not null,         -- in the ledger
  found_at  timestamptz not null default now(),
  primary key (day, ledger, as_of, county, indicator)
);

alter table ledger_difference enable row level security;
create policy whole_city on ledger_difference using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on ledger_difference
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

grant select, insert, update on ledger_check to ${app};
grant select, insert, delete on ledger_difference to ${app};

insert into alert_rule (code, version, name, name_en, severity, clear_days, enabled, condition, changed_by)
values ('ledgers-disagree', 1, '账账不符', 'Ledgers disagree', 'WARNING', 3, true, '{"kind":"LEDGERS"}', 'county-pulse');
