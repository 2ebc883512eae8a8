-- What households wait for (published as subsidy.household.v1): entitled, and not paid. Of all cases of a household,
-- whichever county they count in and whoever changed one of them; so it is worked out with the owner's rights.

-- waiting: [{"programme", "county", "from", "until"?}, …], as published.
create table household_told (
  id            text collate "C" primary key,
  waiting       jsonb not null,
  version       int8 not null,
  business_date date not null,
  recorded_at   timestamptz not null default now()
);

-- Days on which a case waits: from the entitlement on but for those on which a payment stands, and none once it is
-- refused or withdrawn; each in the county it counts in then.
create function case_waits(c subsidy_case) returns table (county text, days datemultirange)
language sql stable
begin atomic
  with waits as (
    select datemultirange(daterange(
        c.entitled_from,
        case when c.step in ('REFUSED', 'WITHDRAWN') then greatest(c.step_from, c.entitled_from) end))
      - coalesce(
        (select range_agg(daterange(p.paid_on, p.returned_on)) from case_payment p where p.case_id = c.id), '{}') as days
    where c.entitled_from is not null and c.entitled_fen is not null
  ),
  stays as (
    select c.county as county, daterange(null, null) as days where c.residence is null
    union all
    select entry ->> 'county',
      daterange(
        case when place > 1 then (entry ->> 'from')::date end,
        lead((entry ->> 'from')::date) over (order by place))
    from jsonb_array_elements(c.residence) with ordinality as history (entry, place)
  )
  select s.county, w.days * datemultirange(s.days) from waits w cross join stays s;
end;

-- Tells of these households what differs from what was told last; each with the day the change speaks for.
create function tell_households(told_ids text[], told_days date[], told_traceparent text) returns void
language sql security definer
set search_path = public, pg_temp
begin atomic
  with touched as (
    select t.id, max(t.day) as day from unnest(told_ids, told_days) as t (id, day) group by t.id
  ),
  spans as (
    select c.household_id, c.programme, w.county, unnest(range_agg(w.days)) as span
    from subsidy_case c
    cross join lateral case_waits(c) as w
    where c.household_id = any (told_ids)
    group by c.household_id, c.programme, w.county
  ),
  waiting as (
    select household_id,
      jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'programme', programme, 'county', county, 'from', lower(span), 'until', upper(span)))
        order by lower(span), programme, county) as spans
    from spans
    group by household_id
  ),
  changed as (
    merge into household_told h
    using (
      select t.id, t.day, coalesce(w.spans, '[]') as spans
      from touched t left join waiting w on w.household_id = t.id
      order by t.id
    ) as told on h.id = told.id
    when matched and h.waiting is distinct from told.spans then update set
      waiting = told.spans, version = h.version + 1, business_date = told.day, recorded_at = now()
    when not matched and told.spans <> '[]' then
      insert (id, waiting, version, business_date) values (told.id, told.spans, 1, told.day)
    returning h.id, h.waiting, h.version, h.business_date, h.recorded_at
  )
  insert into outbox (topic, key, type, payload, traceparent)
  select 'subsidy.household.v1', id, 'io.countypulse.subsidy.household.v1',
    '{"householdId":' || to_json(id)
      || ',"version":' || version
      || ',"waiting":' || waiting
      || ',"businessDate":"' || business_date
      || '","recordedAt":"' || instant_text(recorded_at) || '"}',
    told_traceparent
  from changed;
end;
revoke execute on function tell_households(text[], date[], text) from public;
grant execute on function tell_households(text[], date[], text) to ${app};

-- Those known already.
do $$
begin
  perform tell_households(array_agg(household_id), array_agg(business_date), null)
  from subsidy_case
  where household_id is not null and business_date is not null;
end
$$;
