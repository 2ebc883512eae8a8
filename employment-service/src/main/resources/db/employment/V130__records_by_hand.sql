-- Writes by hand (DOMAIN.md § 4): a record's import_id names the import or the amendment that changed it last.
create table amendment (
  id            uuid primary key,
  action        text not null,
  subject       text not null,
  actor         text not null,
  approved_by   text,
  reason        text,
  business_date date not null,
  recorded_at   timestamptz not null default now()
);
grant insert on amendment to ${app};

-- Who was behind a change, whatever its scope: who may see the record may see who changed it.
create function changes_told(ids uuid[])
returns table (id uuid, action text, actor text, approved_by text, reason text, file_name text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select a.id, a.action, a.actor, a.approved_by, a.reason, null::text
  from amendment a
  where a.id = any (ids)
  union all
  select j.id, 'IMPORTED', j.importer, null, null, j.file_name
  from import_job j
  where j.id = any (ids);
end;

-- Former states, kept as they were. The database writes them, whatever statement changes a record.
create table worker_past (
  person_id          text collate "C" not null,
  version            int8 not null,
  household_id       text collate "C" not null,
  county             text collate "C" not null,
  residence          jsonb,
  township           text,
  village            text,
  category           text,
  labour             text,
  wish_to_work       boolean,
  personal_encrypted bytea not null,
  spells             json not null,
  workplaces         json not null,
  business_date      date not null,
  recorded_at        timestamptz not null,
  import_id          uuid not null,
  primary key (person_id, version)
);

create table household_past (
  id            text collate "C" not null,
  version       int8 not null,
  county        text collate "C" not null,
  residence     jsonb,
  township      text,
  village       text,
  category      text,
  head_count    int4,
  incomes       jsonb not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  import_id     uuid not null,
  primary key (id, version)
);

create table target_past (
  county        text collate "C" not null,
  programme     text not null,
  year          int4 not null,
  version       int8 not null,
  deadline      date not null,
  history       jsonb not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  import_id     uuid not null,
  primary key (county, programme, year, version)
);

create function keep_past_workers() returns trigger
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  insert into worker_past
  select person_id, version, household_id, county, residence, township, village, category, labour, wish_to_work,
    personal_encrypted, spells, workplaces, business_date, recorded_at, import_id
  from former;
  return null;
end
$$;

create function keep_past_households() returns trigger
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  insert into household_past
  select id, version, county, residence, township, village, category, head_count, incomes, business_date,
    recorded_at, import_id
  from former
  where version > 0;
  return null;
end
$$;

create function keep_past_targets() returns trigger
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  insert into target_past
  select county, programme, year, version, deadline, history, business_date, recorded_at, import_id from former;
  return null;
end
$$;

create trigger keep_past after update on worker
referencing old table as former for each statement execute function keep_past_workers();
create trigger keep_past after update on household
referencing old table as former for each statement execute function keep_past_households();
create trigger keep_past after update on target
referencing old table as former for each statement execute function keep_past_targets();

-- Who sees a record sees its past.
alter table worker_past enable row level security;
alter table household_past enable row level security;
alter table target_past enable row level security;
create policy with_its_worker on worker_past for select
  using (exists (select from worker w where w.person_id = worker_past.person_id));
create policy with_its_household on household_past for select
  using (exists (select from household h where h.id = household_past.id));
create policy with_its_target on target_past for select
  using (
    exists (
      select from target t
      where t.county = target_past.county and t.programme = target_past.programme and t.year = target_past.year));
grant select on worker_past, household_past, target_past to ${app};

-- A person registered twice: the record that was given up, and the one that goes on.
create table merged_worker (
  person_id text collate "C" primary key,
  kept      text collate "C" not null
);
grant select, insert, delete on merged_worker to ${app};

-- Keyed hash of name, birthday and village: the same person told twice has the same one.
alter table worker add column namesake int8;
create index worker_namesake on worker (namesake);

-- People of other counties who may be the same person, and no more: that they are there.
create function namesakes_elsewhere(hash int8) returns int8
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select count(*)
  from worker
  where worker.namesake = hash
    and current_setting('pulse.counties', true) <> '*'
    and worker.county <> all (string_to_array(current_setting('pulse.counties', true), ','));
end;

-- Changes of closed months that wait for a second person; the change itself is encrypted.
create table review (
  id            uuid primary key default uuidv7(),
  state         text not null default 'PENDING'
    check (state in ('PENDING', 'APPROVED', 'SENT_BACK', 'WITHDRAWN')),
  action        text not null,
  subject       text not null,
  counties      text[] not null check (cardinality(counties) > 0),
  first_day     date not null,
  reason        text not null,
  change        bytea not null,
  requested_by  text not null,
  requested_at  timestamptz not null default now(),
  decided_by    text,
  decided_at    timestamptz,
  answer        text
);
create index review_waiting on review (requested_at) where state = 'PENDING';
create unique index review_once on review (subject) where state = 'PENDING';

alter table review enable row level security;
create policy whole_city on review
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on review
  using (counties <@ ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on review to ${app};

-- Which days were lived in which county.
create function days_lived(home text, history jsonb) returns table (place text, days datemultirange)
language sql immutable parallel safe
begin atomic
  select told.place, range_agg(daterange(told.since, told.until))
  from (
    select entry ->> 'county' as place, (entry ->> 'from')::date as since,
      lead((entry ->> 'from')::date) over (order by entry ->> 'from' nulls first) as until
    from jsonb_array_elements(residence_of(home, history)) as entry
  ) as told
  group by told.place;
end;

revoke execute on function changes_told(uuid[]), namesakes_elsewhere(int8) from public;
grant execute on function changes_told(uuid[]), namesakes_elsewhere(int8) to ${app};
