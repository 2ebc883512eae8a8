-- Interest on small loans paid by the government (贴息; DOMAIN.md § 5), per loan and quarter.

-- cap: per cent a year that is subsidised at most, for loans issued from that day on.
create table subsidy_policy (
  since  date primary key,
  cap    numeric(7, 4) not null check (cap > 0),
  source text not null
);
insert into subsidy_policy (since, cap, source) values
  ('2000-01-01', 4.35, '一年期贷款基准利率'),
  ('2019-08-20', 4.25, '一年期LPR'),
  ('2019-09-20', 4.20, '一年期LPR'),
  ('2019-11-20', 4.15, '一年期LPR'),
  ('2020-02-20', 4.05, '一年期LPR'),
  ('2020-04-20', 3.85, '一年期LPR'),
  ('2021-12-20', 3.80, '一年期LPR'),
  ('2022-01-20', 3.70, '一年期LPR'),
  ('2022-08-22', 3.65, '一年期LPR'),
  ('2023-06-20', 3.55, '一年期LPR'),
  ('2023-08-21', 3.45, '一年期LPR'),
  ('2024-07-22', 3.35, '一年期LPR'),
  ('2024-10-21', 3.10, '一年期LPR'),
  ('2025-05-20', 3.00, '一年期LPR');

-- quarter: its first day. The lines of a draft are worked out when it is read; review stores them.
create table subsidy_statement (
  id          uuid primary key default uuidv7(),
  bank        text collate "C" not null,
  county      text collate "C" not null,
  quarter     date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  state       text not null default 'DRAFT' check (state in ('DRAFT', 'REVIEWED', 'CLOSED')),
  reviewed_by text,
  reviewed_at timestamptz,
  closed_by   text,
  closed_at   timestamptz,
  version     int8 not null default 1,
  recorded_at timestamptz not null default now(),
  unique (bank, county, quarter),
  check (state = 'DRAFT' or reviewed_by is not null),
  check ((state = 'CLOSED') = (closed_by is not null)),
  check (closed_by <> reviewed_by)
);

-- A line of an earlier quarter than its statement's is a difference to what was claimed for it before.
create table subsidy_line (
  statement_id uuid not null references subsidy_statement,
  quarter      date not null,
  loan_id      text collate "C" not null,
  household_id text collate "C" not null,
  days         int4 not null,
  fen_days     numeric(30) not null,
  rate         numeric(7, 4) not null,
  amount_fen   int8 not null,
  primary key (statement_id, quarter, loan_id)
);
create index loan_position_of_county on loan_position (bank, county);

alter table subsidy_statement enable row level security;
create policy whole_city on subsidy_statement
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on subsidy_statement
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
create policy own_bank on subsidy_statement as restrictive
  using (coalesce((select current_setting('pulse.bank', true)), '') in ('', bank));
alter table subsidy_line enable row level security;
create policy of_statement on subsidy_line using (statement_id in (select id from subsidy_statement));
grant select on subsidy_policy to ${app};
grant select, insert, update on subsidy_statement to ${app};
grant select, insert, delete on subsidy_line to ${app};

-- A closed statement never changes, whoever tries.
create function closed_for_good() returns trigger
language plpgsql as $$
begin
  if exists (select from subsidy_statement where id = old.statement_id and state = 'CLOSED') then
    raise exception 'the statement of this line is closed';
  end if;
  return coalesce(new, old);
end $$;
create trigger closed_for_good before update or delete on subsidy_line
  for each row execute function closed_for_good();

-- What is subsidised of a bank's loans in a county from one day to another, both included: per loan and
-- quarter, in the county the loan was in at the end of it. See docs/decisions/0017.
create function subsidy_due(of_bank text, of_county text, first_day date, last_day date)
returns table (
  loan_id text, household_id text, quarter date, days int4, fen_days numeric, rate numeric, amount_fen int8)
language sql stable security definer set search_path = public, pg_temp as $$
  with subsidised as (
    select p.loan_id, p.household_id, p.county, p.day, p.balance_fen,
      least(p.rate, c.cap) as rate,
      case when p.issued_on > (
          select min(d.business_date) from feed_day d where d.bank = of_bank and d.state = 'ACCEPTED')
        and not exists (
          select from loan_position e where e.loan_id = p.loan_id and e.day < p.day)
        then least(p.issued_on, p.day) else p.day end as begins,
      least(p.until, p.owed_from, last_day + 1) as ends
    from loan_position p
    cross join lateral (
      select s.cap from subsidy_policy s where s.since <= p.issued_on order by s.since desc limit 1) as c
    where p.bank = of_bank and p.status in ('NORMAL', 'RENEWED') and p.balance_fen > 0
      and p.loan_id in (
        select here.loan_id from loan_position here where here.bank = of_bank and here.county = of_county)
  ),
  spans as (
    select s.*, q.quarter::date as quarter, greatest(s.begins, q.quarter::date) as first,
      least(s.ends, (q.quarter + interval '3 months')::date) as last
    from generate_series(
      date_trunc('quarter', first_day::timestamp), last_day::timestamp, interval '3 months') as q (quarter)
    join subsidised s on s.begins < (q.quarter + interval '3 months')::date and s.ends > q.quarter::date
  ),
  loans as (
    select s.loan_id, (array_agg(s.household_id order by s.day desc))[1] as household_id,
      (array_agg(s.county order by s.day desc))[1] as county, s.quarter,
      sum(s.last - s.first)::int4 as days, sum(s.balance_fen::numeric * (s.last - s.first)) as fen_days,
      (array_agg(s.rate order by s.day desc))[1] as rate,
      round(sum(s.balance_fen::numeric * (s.last - s.first) * s.rate) / 36000)::int8 as amount_fen
    from spans s
    where s.first < s.last
    group by s.loan_id, s.quarter
  )
  select l.loan_id, l.household_id, l.quarter, l.days, l.fen_days, l.rate, l.amount_fen
  from loans l
  where l.county = of_county;
$$;

-- The lines a statement has by what is known now: its own quarter's, and, in the first statement not
-- closed, what closed quarters come to beyond what was claimed for them.
create function subsidy_lines(of_statement uuid, today date)
returns table (
  loan_id text, household_id text, quarter date, days int4, fen_days numeric, rate numeric, amount_fen int8)
language sql stable security definer set search_path = public, pg_temp as $$
  with this as (
    select * from subsidy_statement where id = of_statement
  ),
  closed as (
    select c.id, c.quarter
    from subsidy_statement c
    join this s on c.bank = s.bank and c.county = s.county and c.quarter < s.quarter
    where c.state = 'CLOSED' and not exists (
      select from subsidy_statement o
      where o.bank = s.bank and o.county = s.county and o.quarter < s.quarter and o.state <> 'CLOSED')
  ),
  due as (
    select d.*
    from this s
    cross join lateral subsidy_due(
      s.bank, s.county, coalesce((select min(c.quarter) from closed c), s.quarter),
      least((s.quarter + interval '3 months')::date - 1, today)) as d
  ),
  claimed as (
    select l.loan_id, max(l.household_id) as household_id, l.quarter, sum(l.days)::int4 as days,
      sum(l.fen_days) as fen_days, max(l.rate) as rate, sum(l.amount_fen)::int8 as amount_fen
    from subsidy_line l
    join closed at_the_time on at_the_time.id = l.statement_id
    where l.quarter in (select c.quarter from closed c)
    group by l.loan_id, l.quarter
  ),
  compared as (
    select coalesce(d.loan_id, c.loan_id) as loan_id, coalesce(d.household_id, c.household_id) as household_id,
      coalesce(d.quarter, c.quarter) as quarter, coalesce(d.days, 0) - coalesce(c.days, 0) as days,
      coalesce(d.fen_days, 0) - coalesce(c.fen_days, 0) as fen_days, coalesce(d.rate, c.rate) as rate,
      coalesce(d.amount_fen, 0) - coalesce(c.amount_fen, 0) as amount_fen
    from (select * from due where due.quarter in (select c.quarter from closed c)) as d
    full join claimed c on c.loan_id = d.loan_id and c.quarter = d.quarter
  )
  select d.loan_id, d.household_id, d.quarter, d.days, d.fen_days, d.rate, d.amount_fen
  from due d
  join this s on s.quarter = d.quarter
  union all
  select c.loan_id, c.household_id, c.quarter, c.days, c.fen_days, c.rate, c.amount_fen
  from compared c
  where c.amount_fen <> 0;
$$;
revoke execute on function subsidy_due, subsidy_lines from public;
grant execute on function subsidy_due, subsidy_lines to ${app};
