-- What citizens object to a case on notice (DOMAIN.md § 6); their words may name people, so they are encrypted.
create table case_objection (
  id             uuid primary key default uuidv7(),
  case_id        text collate "C" not null references subsidy_case,
  county         text collate "C" not null,
  text_encrypted bytea not null,
  made_on        date not null,
  made_at        timestamptz not null default now(),
  state          text not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
  answer         text,
  decided_by     text,
  decided_at     timestamptz,
  check ((state = 'OPEN') = (decided_by is null))
);
create index case_objection_of on case_objection (case_id);
create index case_objection_open on case_objection (made_at) where state = 'OPEN';

alter table case_objection enable row level security;
create policy whole_city on case_objection
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on case_objection
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));
grant select, insert, update on case_objection to ${app};

-- Nothing is approved while an objection is open.
create function approved_without_objection() returns trigger
language plpgsql as $$
begin
  if exists (select from case_objection where case_id = new.case_id and state = 'OPEN') then
    raise exception 'an objection is open' using errcode = 'check_violation', constraint = 'objection_open';
  end if;
  return new;
end
$$;
create trigger approved_without_objection before insert on case_step
for each row when (new.step = 'APPROVED') execute function approved_without_objection();
