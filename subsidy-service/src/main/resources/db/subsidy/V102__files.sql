-- What the department's files tell of people (DOMAIN.md § 10): the roster of students and the travel payments.

-- Name and identity number, encrypted together, of those a file named.
create table beneficiary (
  person_id          text collate "C" primary key,
  personal_encrypted bytea not null,
  personal_digest    bytea not null,
  identity_hash      bytea not null
);
create index beneficiary_identity on beneficiary (identity_hash);

-- One row a student, school year and term; term empty: the row is for the whole year.
create table student_grant (
  person_id    text collate "C" not null,
  school_year  int4 not null,
  term         text not null default '',
  county       text collate "C" not null,
  household_id text collate "C",
  school       text,
  stage        text check (stage in ('SECONDARY', 'HIGHER')),
  amount_fen   int8,
  paid_fen     int8,
  paid_on      date,
  import_id    uuid not null,
  primary key (person_id, school_year, term),
  check (paid_fen is null or paid_on is not null)
);

-- Cases that exist where the running scope does not reach, of those asked for.
create function cases_elsewhere(ids text[]) returns table (id text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select c.id from subsidy_case c
  where c.id = any (ids)
    and current_setting('pulse.counties', true) <> '*'
    and c.county <> all (string_to_array(current_setting('pulse.counties', true), ','));
end;
revoke execute on function cases_elsewhere(text[]) from public;
grant execute on function cases_elsewhere(text[]) to ${app};

alter table beneficiary enable row level security;
create policy whole_city on beneficiary
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_a_case on beneficiary
  using (exists (select from subsidy_case c where c.subject_id = person_id));

alter table student_grant enable row level security;
create policy whole_city on student_grant
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on student_grant
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

grant select, insert, update on beneficiary to ${app};
grant select, insert, update, delete on student_grant to ${app};
