-- The rectification ledger (整改台账, DOMAIN.md § 8).
create table rectification (
  id           bigint generated always as identity primary key,
  county       text collate "C" not null,
  alert        bigint references alert (id),
  problem      text not null,
  responsible  text not null,
  deadline     date not null,
  measures     text not null default '',
  state        text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'VERIFIED', 'CLOSED')),
  created_by   text not null,
  created_at   timestamptz not null default now(),
  submitted_by text,
  verified_by  text,
  closed_by    text,
  closed_on    date,
  -- whoever says it is done is not who finds it done
  check (verified_by is null or verified_by <> submitted_by)
);
-- An alert stands in the ledger once at a time.
create unique index rectification_alert on rectification (alert) where state <> 'CLOSED';
create index rectification_county on rectification (county, state);

create table rectification_step (
  id       bigint generated always as identity primary key,
  item     bigint not null references rectification (id),
  step     text not null,
  actor    text not null,
  note     text not null,
  acted_at timestamptz not null default now()
);
create index rectification_step_item on rectification_step (item);

create table evidence (
  id          bigint generated always as identity primary key,
  item        bigint not null references rectification (id),
  file_name   text not null,
  media_type  text not null,
  size        int not null,
  sha256      text not null,
  content     bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  unique (item, sha256)
);

alter table rectification enable row level security;
create policy whole_city on rectification using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on rectification
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
alter table rectification_step enable row level security;
create policy as_item on rectification_step
  using (exists (select from rectification where rectification.id = rectification_step.item));
alter table evidence enable row level security;
create policy as_item on evidence using (exists (select from rectification where rectification.id = evidence.item));

grant select, insert, update on rectification to ${app};
grant select, insert on rectification_step, evidence to ${app};
