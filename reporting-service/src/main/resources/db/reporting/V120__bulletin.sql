-- One document: drafted, reviewed, issued. A correction names the one it corrects.
create table bulletin (
  id          uuid primary key,
  as_of       date not null,
  corrects    uuid references bulletin,
  state       text not null check (state in ('DRAFT', 'REVIEWED', 'ISSUED')),
  version     bigint not null default 1,
  content     text not null, -- JSON: what the office wrote
  material    text,          -- JSON: the figures it is written from, fixed at the review
  drafted_by  text not null,
  drafted_at  timestamptz not null default now(),
  reviewed_by text,
  reviewed_at timestamptz,
  issued_by   text,
  issued_at   timestamptz,
  issued_on   date,
  year        int,
  number      int,
  seal        text,
  check ((state = 'DRAFT') = (material is null)),
  check ((state = 'DRAFT') = (reviewed_by is null)),
  check ((state = 'ISSUED') = (issued_by is not null and issued_on is not null and number is not null
                               and year is not null and seal is not null)),
  check (issued_by is distinct from drafted_by and issued_by is distinct from reviewed_by or issued_by is null)
);

-- However often it is asked for: one document a day, one correction at work a document, one document a number.
create unique index bulletin_one_a_day on bulletin (as_of) where corrects is null;
create unique index bulletin_one_correction on bulletin (corrects) where state <> 'ISSUED';
create unique index bulletin_number on bulletin (year, number);

-- The files of an issued bulletin, as they were issued.
create table bulletin_file (
  bulletin uuid not null references bulletin,
  format   text not null,
  bytes    bytea not null,
  sha256   text not null,
  primary key (bulletin, format)
);

-- What new bulletins are written with; without a row, the shipped text.
create table bulletin_template (
  single     boolean primary key default true check (single),
  content    text not null,
  version    bigint not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);

create function bulletin_refuse() returns trigger
language plpgsql
as $$
begin
  raise exception 'an issued bulletin never changes' using errcode = 'restrict_violation';
end
$$;

create trigger bulletin_issued before update or delete on bulletin
for each row when (old.state = 'ISSUED') execute function bulletin_refuse();

create trigger bulletin_file_kept before update or delete on bulletin_file
for each row execute function bulletin_refuse();

create trigger bulletin_file_not_emptied before truncate on bulletin_file
for each statement execute function bulletin_refuse();

create trigger bulletin_not_emptied before truncate on bulletin
for each statement execute function bulletin_refuse();

grant select, insert, update on bulletin to ${app};
grant select, insert on bulletin_file to ${app};
grant select, insert, update on bulletin_template to ${app};
