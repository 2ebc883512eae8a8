-- Joined, not looked for in a list: a parameter's array is searched from its beginning for every case, and a payment
-- batch touches a hundred thousand households.
create or replace function tell_households(told_ids text[], told_days date[], told_traceparent text) returns void
language sql security definer
set search_path = public, pg_temp
begin atomic
  with touched as materialized (
    select t.id, max(t.day) as day from unnest(told_ids, told_days) as t (id, day) group by t.id
  ),
  spans as (
    select c.household_id, c.programme, w.county, unnest(range_agg(w.days)) as span
    from touched t
    join subsidy_case c on c.household_id = t.id
    cross join lateral case_waits(c) as w
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
