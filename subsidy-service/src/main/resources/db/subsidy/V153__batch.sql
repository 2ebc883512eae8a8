-- Payment batches to the bank (DOMAIN.md § 6). Money in fen; sha256: of the file as it was sealed.
create table payment_batch (
  id         uuid primary key default uuidv7(),
  number     text collate "C" not null unique,
  programme  text collate "C" not null references programme,
  county     text collate "C",
  period     int4,
  term       text not null default '',
  state      text not null default 'OPEN' check (state in ('OPEN', 'SEALED', 'CLOSED', 'WITHDRAWN')),
  made_on    date not null,
  lines      int4 not null default 0,
  fen        int8 not null default 0,
  sha256     text,
  created_by text not null,
  created_at timestamptz not null default now(),
  sealed_by  text,
  sealed_at  timestamptz,
  version    int8 not null default 1,
  check ((state in ('OPEN', 'WITHDRAWN')) = (sha256 is null))
);

-- result null: on its way.
create table payment_batch_line (
  batch_id  uuid not null references payment_batch,
  line      int4 not null,
  case_id   text collate "C" not null references subsidy_case,
  county    text collate "C" not null,
  fen       int8 not null check (fen > 0),
  result    text check (result in ('PAID', 'RETURNED', 'WITHDRAWN')),
  result_on date,
  reason    text not null default '',
  primary key (batch_id, line),
  unique (batch_id, case_id)
);
create unique index no_case_is_on_its_way_twice on payment_batch_line (case_id) where result is null;
create index payment_batch_line_case on payment_batch_line (case_id);

-- A sealed batch and its lines never change but for what the bank answers.
create function payment_batch_sealed() returns trigger
language plpgsql as $$
begin
  if old.state <> 'OPEN' and (new.number, new.programme, new.lines, new.fen, new.sha256)
    is distinct from (old.number, old.programme, old.lines, old.fen, old.sha256)
  then
    raise exception 'a sealed batch never changes' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger payment_batch_sealed before update on payment_batch
for each row execute function payment_batch_sealed();

create function payment_batch_line_kept() returns trigger
language plpgsql as $$
begin
  if (new.batch_id, new.line, new.case_id, new.fen) is distinct from (old.batch_id, old.line, old.case_id, old.fen)
  then
    raise exception 'a line of a batch never changes' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger payment_batch_line_kept before update on payment_batch_line
for each row execute function payment_batch_line_kept();

create sequence payment_batch_number;

alter table payment_batch enable row level security;
create policy whole_city on payment_batch
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on payment_batch
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
alter table payment_batch_line enable row level security;
create policy whole_city on payment_batch_line
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on payment_batch_line
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on payment_batch, payment_batch_line to ${app};
grant maintain on payment_batch_line to ${app};
grant usage on sequence payment_batch_number to ${app};
