-- Ledgers agree (账账相符): the register compared with another system's export for a day (DOMAIN.md § 8).
create table ledger_report (
  id          uuid primary key,
  day         date not null,
  -- Whether the export tells of people out of work as well; else only those in work were compared.
  covers_all  boolean not null,
  compared_by text not null,
  compared_at timestamptz not null default now()
);

create table ledger_county (
  report_id  uuid not null references ledger_report,
  county     text collate "C" not null,
  agreeing   int4 not null,
  only_here  int4 not null,
  only_there int4 not null,
  differing  int4 not null,
  primary key (report_id, county)
);

-- ours, theirs: {"county", "working", "area", "province", "employer", "start", "end"}, as far as known.
-- theirs of somebody only there also holds what a workers file would tell; personal as in worker.
create table ledger_difference (
  report_id          uuid not null references ledger_report,
  number             int4 not null,
  person_id          text collate "C",
  kind               text not null check (kind in ('ONLY_HERE', 'ONLY_THERE', 'DIFFERS')),
  county             text collate "C" not null,
  fields             text[] not null,
  ours               jsonb,
  theirs             jsonb,
  personal_encrypted bytea,
  personal_digest    bytea,
  identity_hash      bytea,
  state              text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'KEPT')),
  decided_by         text,
  decided_at         timestamptz,
  primary key (report_id, number)
);
create index ledger_difference_county on ledger_difference (report_id, county, number);

alter table ledger_county enable row level security;
create policy whole_city on ledger_county
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on ledger_county
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table ledger_difference enable row level security;
create policy whole_city on ledger_difference
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on ledger_difference
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

grant select, insert on ledger_report, ledger_county to ${app};
grant select, insert, update on ledger_difference to ${app};
