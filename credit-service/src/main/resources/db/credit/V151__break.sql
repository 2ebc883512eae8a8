-- Differences between what a bank says of a loan and what the service expects (DOMAIN.md § 5).

-- loan_id:  empty where the difference is of the bank as a whole; county is UNKNOWN then.
-- state:    OPEN; RESOLVED by a person, for these facts; CLOSED by the data, and then for good.
-- since:    the business date the difference goes back to.
create table loan_break (
  id          uuid primary key default uuidv7(),
  bank        text collate "C" not null,
  loan_id     text collate "C" not null,
  county      text collate "C" not null,
  kind        text not null check (kind in (
    'BALANCE_ROSE', 'TERMS_CHANGED', 'OVERDUE_FELL', 'ABSENT_NOT_SETTLED', 'OVERDUE_NOT_REPORTED',
    'CLOSED_WITH_BALANCE', 'ROW_REFUSED', 'TOTAL_DIFFERS')),
  expected    text not null,
  found       text not null,
  amount_fen  int8 not null,
  since       date not null,
  state       text not null default 'OPEN' check (state in ('OPEN', 'RESOLVED', 'CLOSED')),
  closed_on   date,
  resolved_by text,
  resolved_at timestamptz,
  note        text not null default '',
  version     int8 not null default 1,
  recorded_at timestamptz not null default now(),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check (state <> 'RESOLVED' or resolved_by is not null)
);
create unique index loan_break_unsettled on loan_break (bank, loan_id, kind) where state <> 'CLOSED';
create index loan_break_open on loan_break (bank) where state = 'OPEN';

alter table loan_break enable row level security;
create policy whole_city on loan_break
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on loan_break
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
create policy own_bank on loan_break as restrictive
  using (coalesce((select current_setting('pulse.bank', true)), '') in ('', bank));
grant select, insert, update on loan_break to ${app};

-- Tells with a bank's newest position how many differences are open. Whoever resolves one may see those of
-- one county only; the number is of all.
create function recount_breaks(of_bank text, traced text) returns void
language sql security definer set search_path = public, pg_temp as $$
  with counted as (
    update feed_day d
    set open_breaks = c.breaks, version = d.version + 1, recorded_at = now()
    from (select count(*)::int4 as breaks from loan_break where bank = of_bank and state = 'OPEN') as c
    where d.bank = of_bank
      and d.business_date = (
        select max(business_date) from feed_day where bank = of_bank and state = 'ACCEPTED')
      and d.open_breaks <> c.breaks
    returning d.bank, d.business_date, feed_event(d) as payload
  )
  insert into outbox (topic, key, type, payload, traceparent)
  select 'credit.feed.v1', bank || '|' || business_date, 'io.countypulse.credit.feed.v1', payload, traced
  from counted;
$$;
revoke execute on function recount_breaks from public;
grant execute on function recount_breaks to ${app};
