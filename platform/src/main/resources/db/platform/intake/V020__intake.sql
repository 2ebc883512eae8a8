-- Files handed in, what became of them, and the rows that go back.
create table import_job (
  id               uuid primary key default uuidv7(),
  kind             text not null,
  file_name        text not null,
  -- County codes the importer may change, sorted; {*} is the whole city.
  scope            text[] not null check (cardinality(scope) > 0),
  as_of            date not null,
  county_change    text not null check (county_change in ('MOVE', 'CORRECT', 'REFUSE')),
  dry_run          boolean not null,
  business_date    date not null,
  -- Fingerprint of the city's units: other names may mean other counties.
  units            text not null,
  importer         text not null,
  importer_roles   text[] not null,
  importer_address text not null,
  status           text not null default 'RECEIVING'
    check (status in ('RECEIVING', 'QUEUED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED')),
  received_at      timestamptz not null default clock_timestamp(),
  queued_at        timestamptz,
  finished_at      timestamptz,
  attempts         int not null default 0,
  size             bigint not null default 0,
  sha256           text,
  format           text,
  total            int not null default 0,
  applied          int not null default 0,
  unchanged        int not null default 0,
  skipped          int not null default 0,
  rejected         int not null default 0,
  flags            jsonb not null default '{}',
  changes          jsonb not null default '[]',
  message          text,
  constraint every_row_is_accounted_for check (total = applied + unchanged + skipped + rejected)
);

-- The same file is not taken twice at once.
create unique index import_job_at_work on import_job (kind, sha256, as_of, county_change, scope, dry_run)
  where status in ('QUEUED', 'RUNNING');
create index import_job_queue on import_job (queued_at, id) where status in ('QUEUED', 'RUNNING');
create index import_job_history on import_job (finished_at) where status = 'COMPLETED' and not dry_run;

alter table import_job enable row level security;
create policy whole_city on import_job
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on import_job
  using (scope <@ ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

-- The bytes as they came, in encrypted pieces of one mebibyte.
create table import_chunk (
  import_id uuid not null references import_job on delete cascade,
  number    int not null,
  bytes     bytea not null,
  primary key (import_id, number)
);
alter table import_chunk alter column bytes set storage external;

alter table import_chunk enable row level security;
create policy with_its_job on import_chunk
  using (exists (select from import_job where id = import_id));

-- Why a line goes back; values are masked. Filled by COPY, which row-level security would forbid: it is
-- only ever read through its job.
create table import_reject (
  import_id    uuid not null,
  line         int not null,
  code         text not null,
  field        text not null default '',
  message      text not null,
  message_en   text not null default '',
  masked_value text not null default ''
);
create index import_reject_line on import_reject (import_id, line);

-- How far a running import is; worth nothing after a crash.
create unlogged table import_progress (
  import_id uuid primary key,
  phase     text not null,
  rows_read int not null
);

grant select, insert, update, delete on import_job, import_chunk, import_progress to ${app};
grant select, insert on import_reject to ${app};
