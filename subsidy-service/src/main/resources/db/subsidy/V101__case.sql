-- What somebody is entitled to and was paid in a programme and period (DOMAIN.md § 6): one case a programme,
-- subject and period, so nothing is paid twice.

-- Who may be entitled, heard from the department of employment. detected_to: the last year whose
-- entitlements were looked for.
create table person (
  id           text collate "C" primary key,
  household_id text collate "C",
  county       text collate "C" not null,
  residence    jsonb,
  detected_to  int4 not null,
  version      int8 not null
);

create table covered_household (
  id       text collate "C" primary key,
  category text,
  version  int8 not null
);

-- entitled_from may lie ahead; null: not, or not any more. detected_on: what it was last.
-- told_county: where a file put the case; employment knows better where the person lives.
-- step: where the case stands. paid_from, paid_fen: of the payments that stand.
create table subsidy_case (
  id            text collate "C" primary key,
  programme     text collate "C" not null,
  subject_id    text collate "C" not null,
  period        int4 not null,
  household_id  text collate "C",
  county        text collate "C" not null,
  residence     jsonb,
  told_county   text collate "C",
  entitled_from date,
  entitled_fen  int8,
  detected_on   date,
  withdrawn_on  date,
  step          text not null default 'DETECTED',
  step_from     date,
  paid_from     date,
  paid_fen      int8 not null default 0,
  version       int8 not null default 0,
  business_date date,
  recorded_at   timestamptz not null default now(),
  check (id = programme || '|' || subject_id || '|' || period),
  check (residence is null or residence -> -1 ->> 'county' = county),
  check (step in ('DETECTED', 'APPLIED', 'VERIFIED', 'ON_NOTICE', 'APPROVED', 'IN_BATCH', 'PAID', 'REFUSED',
    'RETURNED', 'WITHDRAWN'))
);
create index subsidy_case_list on subsidy_case (programme, period, county, step);
create index subsidy_case_subject on subsidy_case (subject_id);
create index subsidy_case_household on subsidy_case (household_id);

-- Money sent. made_by: who paid it here; null: a file told of it (import_id).
create table case_payment (
  id          int8 generated always as identity primary key,
  case_id     text collate "C" not null references subsidy_case,
  term        text not null default '',
  paid_on     date not null,
  fen         int8 not null check (fen > 0),
  returned_on date check (returned_on >= paid_on),
  made_by     text,
  import_id   uuid,
  batch_id    uuid,
  check ((made_by is null) <> (import_id is null))
);
create unique index nobody_is_paid_twice on case_payment (case_id, term) where returned_on is null;
create index case_payment_of_case on case_payment (case_id);

-- What people did with a case, in their order; what follows from facts alone (found, told paid, fallen away)
-- is not written down but worked out.
create table case_step (
  case_id     text collate "C" not null references subsidy_case,
  place       int4 not null,
  step        text not null,
  on_day      date not null,
  by_name     text not null,
  reason      text not null default '',
  notice_ends date,
  batch_id    uuid,
  recorded_at timestamptz not null default now(),
  primary key (case_id, place)
);

-- Only facts of files may be wrong; what is paid here keeps to the entitlement.
create function payment_made_here() returns trigger
language plpgsql as $$
declare
  owed subsidy_case;
begin
  select * into strict owed from subsidy_case where id = new.case_id;
  if owed.entitled_from is null or new.paid_on < owed.entitled_from then
    raise exception 'paid before entitled' using errcode = 'check_violation', constraint = 'paid_when_entitled';
  end if;
  if new.fen + coalesce(
    (select sum(fen) from case_payment where case_id = new.case_id and returned_on is null), 0) > owed.entitled_fen
  then
    raise exception 'paid above the amount' using errcode = 'check_violation', constraint = 'paid_up_to_amount';
  end if;
  return new;
end
$$;
create trigger payment_made_here before insert on case_payment
for each row when (new.made_by is not null) execute function payment_made_here();

-- payments: of the case, JSON objects parted by commas, oldest first; deeds likewise.
create function case_event(c subsidy_case, payments text, deeds text, first_deed date, last_deed text, last_day date)
returns text
language sql stable parallel safe
return '{"caseId":' || to_json(c.id)
  || ',"version":' || c.version
  || ',"programme":"' || c.programme
  || '","subjectId":' || to_json(c.subject_id)
  || ',"householdId":' || coalesce(to_json(c.household_id)::text, 'null')
  || ',"period":"' || c.period
  || '","residence":' || coalesce(c.residence::text, '[{"county":"' || c.county || '"}]')
  || ',"entitled":' || coalesce(
    '{"from":"' || c.entitled_from || '","amount":' || coalesce('"' || yuan(c.entitled_fen) || '"', 'null') || '}',
    'null')
  || ',"payments":[' || coalesce(payments, '')
  || '],"steps":[' || concat_ws(
    ',',
    case
      when c.detected_on is not null and (c.withdrawn_on is null or c.withdrawn_on >= c.detected_on)
        then '{"from":"' || least(c.detected_on, first_deed, c.paid_from) || '","step":"DETECTED"}'
    end,
    deeds,
    case
      when c.step in ('PAID', 'WITHDRAWN') and c.step is distinct from last_deed
        then '{"from":"' || greatest(c.step_from, last_day) || '","step":"' || c.step || '"}'
    end)
  || '],"businessDate":"' || c.business_date
  || '","recordedAt":"' || instant_text(c.recorded_at) || '"}';

alter table subsidy_case enable row level security;
create policy whole_city on subsidy_case
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on subsidy_case
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
-- A figure of a past day counts those that belonged here then.
create policy former_counties on subsidy_case for select
  using (
    residence is not null
    and jsonb_path_query_array(residence, '$[*].county')
      ?| ((select string_to_array(current_setting('pulse.counties', true), ','))::text[])
  );

alter table case_payment enable row level security;
create policy whole_city on case_payment
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_its_case on case_payment
  using (exists (select from subsidy_case c where c.id = case_id));

alter table case_step enable row level security;
create policy whole_city on case_step
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_its_case on case_step
  using (exists (select from subsidy_case c where c.id = case_id));

grant select, insert, update on person, covered_household, subsidy_case, case_step to ${app};
grant select, insert, update, delete on case_payment to ${app};
grant maintain on subsidy_case, case_payment, case_step to ${app};
