-- What subsidies go by besides spells (DOMAIN.md § 6): who was trained, who opened a business, who works in which
-- workshop. Published like people are, anew whenever what is told of them differs from what was told last.

-- told: the part of the event that is the state; version 0 has not been told yet. Somebody taken off a list stays
-- as a removed row, so that the version goes on if the person comes back.
alter table trainee
  add column id uuid not null default uuidv7() unique,
  add column removed boolean not null default false,
  add column version int8 not null default 0,
  add column told text;

alter table business
  add column id uuid not null default uuidv7() unique,
  add column removed boolean not null default false,
  add column version int8 not null default 0,
  add column told text;

-- Posts in workshops as they were told last: they say which workshops a changed person was in.
create table workshop_post (
  person_id   text collate "C" not null,
  workshop_id text collate "C" not null,
  county      text collate "C" not null,
  start_day   date not null,
  end_day     date,
  wage        text
);
create index workshop_post_person on workshop_post (person_id);
create index workshop_post_workshop on workshop_post (workshop_id, start_day, person_id);

create table workshop_told (
  id      text collate "C" primary key,
  county  text collate "C" not null,
  version int8 not null default 0
);

create function told_on(day date) returns text
language sql stable parallel safe
return ',"businessDate":"' || day || '","recordedAt":"' || instant_text(now()) || '"}';

create function quoted(value text) returns text
language sql immutable parallel safe
return coalesce('"' || value || '"', 'null');

-- Codes, days and words hold nothing that JSON would have to escape.
create function publish_trainees(people text[], day date, trace text) returns void
language plpgsql security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
begin
  -- Who changes a person meanwhile comes first, so that what is told is the last of both.
  perform from worker w
  where w.person_id in (select t.person_id from trainee t join unnest(people) as asked (id) on t.person_id = asked.id)
  order by w.person_id
  for share;
  with now_told as (
    select t.id, ',"personId":"' || t.person_id || '","householdId":' || quoted(coalesce(w.household_id, t.household_id))
      || ',"residence":' || residence_of(coalesce(w.county, t.county), w.residence)
      || ',"start":"' || c.begins_on || '","end":' || quoted(t.ends_on::text) || ',"removed":' || t.removed as state
    from unnest(people) as asked (id)
    join trainee t on t.person_id = asked.id
    join training_session c on c.id = t.session_id
    left join worker w on w.person_id = t.person_id
  ),
  changed as (
    update trainee t
    set version = t.version + 1, told = now_told.state
    from now_told
    where t.id = now_told.id and t.told is distinct from now_told.state and (t.version > 0 or not t.removed)
    returning t.id::text, '{"traineeId":"' || t.id || '","version":' || t.version || t.told || told_on(day) as payload
  )
  insert into outbox (topic, key, type, payload, traceparent)
  select 'employment.trainee.v1', id, 'io.countypulse.employment.trainee.v1', payload, trace
  from changed
  order by id;
end
$$;

create function publish_businesses(people text[], day date, trace text) returns void
language plpgsql security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
begin
  perform from worker w
  where w.person_id in (select b.person_id from business b join unnest(people) as asked (id) on b.person_id = asked.id)
  order by w.person_id
  for share;
  with now_told as (
    select b.id, ',"personId":"' || b.person_id || '","householdId":' || quoted(coalesce(w.household_id, b.household_id))
      || ',"residence":' || residence_of(coalesce(w.county, b.county), w.residence)
      || ',"opened":"' || b.opened_on || '","kind":' || quoted(b.kind) || ',"removed":' || b.removed as state
    from unnest(people) as asked (id)
    join business b on b.person_id = asked.id
    left join worker w on w.person_id = b.person_id
  ),
  changed as (
    update business b
    set version = b.version + 1, told = now_told.state
    from now_told
    where b.id = now_told.id and b.told is distinct from now_told.state
    returning b.id::text, '{"businessId":"' || b.id || '","version":' || b.version || b.told || told_on(day) as payload
  )
  insert into outbox (topic, key, type, payload, traceparent)
  select 'employment.business.v1', id, 'io.countypulse.employment.business.v1', payload, trace
  from changed
  order by id;
end
$$;

create function publish_workshops(people text[], day date, trace text) returns void
language plpgsql security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  touched text[];
begin
  with post as materialized (
    select distinct w.person_id, a.workplace as workshop_id,
      coalesce(place.county, county_on(w.county, w.residence, a.start_day)) as county, a.start_day, a.end_day, a.wage
    from unnest(people) as asked (id)
    join worker w on w.person_id = asked.id
    cross join lateral assisted_spells(w.person_id, w.county, w.residence, w.spells, w.workplaces) as a
    left join workplace place on place.id = a.workplace
    where strpos(w.spells::text, '"WORKSHOP"') > 0 and a.post = 'WORKSHOP' and a.workplace is not null
  ),
  former as materialized (
    select p.ctid as row_id, p.* from workshop_post p join unnest(people) as asked (id) on p.person_id = asked.id
  ),
  gone as (
    delete from workshop_post p
    where p.ctid = any (array(
      select f.row_id from former f
      where not exists (
        select from post
        where f.person_id = post.person_id and f.workshop_id = post.workshop_id and f.start_day = post.start_day
          and f.end_day is not distinct from post.end_day and f.wage is not distinct from post.wage)))
    returning p.workshop_id
  ),
  come as (
    insert into workshop_post (person_id, workshop_id, county, start_day, end_day, wage)
    select person_id, workshop_id, county, start_day, end_day, wage from post
    where not exists (
      select from former f
      where f.person_id = post.person_id and f.workshop_id = post.workshop_id and f.start_day = post.start_day
        and f.end_day is not distinct from post.end_day and f.wage is not distinct from post.wage)
    returning workshop_id
  )
  select array_agg(distinct workshop_id order by workshop_id)
  into touched
  from (select workshop_id from gone union all select workshop_id from come) as either;
  if touched is null then
    return;
  end if;

  insert into workshop_told (id, county)
  select workshop_id, min(county) from workshop_post where workshop_id = any (touched)
  group by workshop_id
  order by workshop_id
  on conflict do nothing;
  -- Another writer's posts of the same workshop are seen once that writer is done.
  perform from workshop_told where id = any (touched) order by id for update;

  with changed as (
    update workshop_told w
    set version = w.version + 1
    where w.id = any (touched)
    returning w.*
  )
  insert into outbox (topic, key, type, payload, traceparent)
  select 'employment.workshop.v1', w.id, 'io.countypulse.employment.workshop.v1',
    '{"workshopId":"' || w.id || '","version":' || w.version || ',"county":"' || w.county || '","posts":['
      || coalesce(posts.listed, '') || ']' || told_on(day), trace
  from changed w
  left join (
    select workshop_id,
      string_agg(
        '{"personId":"' || person_id || '","from":"' || start_day || '","until":' || quoted(end_day::text)
          || ',"monthlyWage":' || quoted(wage) || '}', ',' order by start_day, person_id, end_day) as listed
    from workshop_post
    where workshop_id = any (touched)
    group by workshop_id
  ) as posts on posts.workshop_id = w.id
  order by w.id;
end
$$;

-- Tells anew of these people what differs from what was told last.
create function publish_benefit_facts(people text[], day date, trace text) returns void
language sql security definer
set search_path = public, pg_temp
begin atomic
  select publish_trainees(people, day, trace);
  select publish_businesses(people, day, trace);
  select publish_workshops(people, day, trace);
end;

revoke execute on function publish_trainees(text[], date, text), publish_businesses(text[], date, text),
  publish_workshops(text[], date, text), publish_benefit_facts(text[], date, text) from public;
grant execute on function publish_benefit_facts(text[], date, text) to ${app};

select publish_benefit_facts(
  array(
    select person_id from trainee
    union
    select person_id from business
    union
    select person_id from worker where strpos(spells::text, '"WORKSHOP"') > 0),
  coalesce((select max(business_date) from worker), current_date), null);
