-- Training by trade and who attended, and businesses opened by people who came back (DOMAIN.md § 4, § 6, § 10).
-- Trainees need not stand in the register: graduates and 两后生 often do not.
create table training_session (
  id          uuid primary key default uuidv7(),
  county      text collate "C" not null,
  trade       text not null,
  organiser   text not null default '',
  begins_on   date not null,
  ends_on     date check (ends_on >= begins_on),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint one_session_a_start unique (county, trade, organiser, begins_on)
);
create index training_session_list on training_session (begins_on, id);

-- personal: name and identity number, encrypted together; null for people entered by hand, who stand in the
-- register.
create table trainee (
  session_id         uuid not null references training_session,
  person_id          text collate "C" not null,
  county             text collate "C" not null,
  household_id       text collate "C",
  personal_encrypted bytea,
  identity_hash      bytea,
  ends_on            date,
  import_id          uuid,
  recorded_by        text not null,
  recorded_at        timestamptz not null default now(),
  primary key (session_id, person_id)
);
create index trainee_person on trainee (person_id);

create table business (
  person_id    text collate "C" not null,
  name         text not null,
  county       text collate "C" not null,
  household_id text collate "C" not null,
  opened_on    date not null,
  kind         text check (kind in ('RETURNED', 'GRADUATE')),
  import_id    uuid not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null default now(),
  primary key (person_id, name)
);
create index business_list on business (county, opened_on, person_id, name);

alter table training_session enable row level security;
create policy whole_city on training_session
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on training_session
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table trainee enable row level security;
create policy whole_city on trainee
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on trainee
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table business enable row level security;
create policy whole_city on business
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on business
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

grant select, insert, update on training_session, business to ${app};
grant select, insert, update, delete on trainee to ${app};
