-- Small loans and what the banks said of them, day by day (DOMAIN.md § 5). Money is fen.

create function yuan(fen int8) returns text
language sql immutable parallel safe
return (fen / 100)::text || '.' || lpad((fen % 100)::text, 2, '0');

-- residence: as in events; null for the nearly all that never moved.
-- A loan without any position (a correction took away the only one) has issued_fen 0.
create table loan (
  id            text collate "C" primary key,
  bank          text collate "C" not null,
  household_id  text collate "C" not null,
  county        text collate "C" not null,
  residence     jsonb,
  issued_on     date not null,
  issued_fen    int8 not null,
  version       int8 not null,
  business_date date not null,
  recorded_at   timestamptz not null default now(),
  check (residence is null or residence -> -1 ->> 'county' = county)
);
create index loan_by_household on loan (household_id, issued_on, id);

-- One row for each day on which a bank said something new of a loan; it holds until the next. ABSENT: the
-- loan was missing from the position of that day; the row keeps the facts before, without money.
-- owed_from, owed_fen: overdue principal by the calendar, from that day on while the row holds.
create table loan_position (
  loan_id       text collate "C" not null,
  day           date not null,
  until         date,
  bank          text collate "C" not null,
  household_id  text collate "C" not null,
  county        text collate "C" not null,
  issued_on     date not null,
  issued_fen    int8 not null,
  due           date not null,
  rate          numeric(7, 4),
  balance_fen   int8 not null,
  overdue_fen   int8 not null,
  overdue_since date,
  status        text not null,
  feed_id       uuid not null,
  line          int4,
  owed_from     date generated always as (
    case
      when overdue_fen > 0 then day
      when balance_fen > 0 and status in ('NORMAL', 'OVERDUE', 'RENEWED') then greatest(day, due + 1)
    end) virtual,
  owed_fen      int8 generated always as (
    case when overdue_fen > 0 then overdue_fen else balance_fen end) virtual,
  primary key (loan_id, day),
  check (until > day),
  check (status in ('NORMAL', 'OVERDUE', 'EXTENDED', 'RENEWED', 'SETTLED', 'WRITTEN_OFF', 'ABSENT')),
  check (balance_fen between 0 and issued_fen and overdue_fen between 0 and balance_fen)
);
create index loan_position_of_bank on loan_position (bank, day);

create function residence_on(residence jsonb, day date) returns text
language sql immutable parallel safe
return (
  select entry ->> 'county'
  from jsonb_array_elements(residence) with ordinality as history (entry, place)
  where place = 1 or (entry ->> 'from')::date <= day
  order by place desc
  limit 1
);

create function county_on(county text, residence jsonb, day date) returns text
language sql immutable parallel safe
return case when residence is null then county else residence_on(residence, day) end;

alter table loan enable row level security;
alter table loan_position enable row level security;
create policy whole_city on loan
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on loan
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
-- A figure of a past day counts those that belonged here then.
create policy former_counties on loan for select
  using (
    residence is not null
    and jsonb_path_query_array(residence, '$[*].county')
      ?| ((select string_to_array(current_setting('pulse.counties', true), ','))::text[])
  );
create policy whole_city on loan_position
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on loan_position
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
-- A bank sees its own loans, wherever they are.
create policy own_bank on loan as restrictive
  using (coalesce((select current_setting('pulse.bank', true)), '') in ('', bank));
create policy own_bank on loan_position as restrictive
  using (coalesce((select current_setting('pulse.bank', true)), '') in ('', bank));

grant select, insert, update, delete on loan, loan_position to ${app};

-- All a bank says of a loan on a day; compared and moved about as one value.
create type loan_facts as (
  household_id text, county text, issued_on date, issued_fen int8, due date, rate numeric, balance_fen int8,
  overdue_fen int8, overdue_since date, status text
);

create function facts_of(p loan_position) returns loan_facts
language sql immutable parallel safe
return row(
  p.household_id, p.county, p.issued_on, p.issued_fen, p.due, p.rate, p.balance_fen, p.overdue_fen,
  p.overdue_since, p.status)::loan_facts;

-- What holds from the day on which the bank no longer names the loan.
create function facts_when_absent(f loan_facts) returns loan_facts
language sql immutable parallel safe
return case
  when f.status is null then null
  else row(f.household_id, f.county, f.issued_on, f.issued_fen, f.due, f.rate, 0, 0, null, 'ABSENT')::loan_facts
end;

create function loan_event(l loan) returns text
language sql stable parallel safe
return '{"loanId":"' || l.id
  || '","version":' || l.version
  || ',"bank":"' || l.bank
  || '","householdId":"' || l.household_id
  || '","residence":' || coalesce(l.residence::text, '[{"county":"' || l.county || '"}]')
  || ',"issued":{"date":"' || l.issued_on || '","amount":"' || yuan(l.issued_fen)
  || '"},"positions":['
  || coalesce(
    (
      select string_agg(
        '{"from":"' || day || '","due":"' || due || '","balance":"' || yuan(balance_fen)
          || '","overdue":"' || yuan(overdue_fen) || '","status":"' || status || '"}',
        ',' order by day)
      from (
        select day, due, balance_fen, overdue_fen, status,
          row(due, balance_fen, overdue_fen, status)
            is distinct from lag(row(due, balance_fen, overdue_fen, status)) over (order by day) as new
        from loan_position
        where loan_id = l.id
      ) as told
      where new
    ),
    '')
  || '],"businessDate":"' || l.business_date
  || '","recordedAt":"' || instant_text(l.recorded_at) || '"}';
