-- Feeds as they came, by whichever door, and what became of them (DOMAIN.md § 5 and § 10).

-- claimed_bank: of the sender's token, folder or message key; null where a lead uploads.
-- bank:         as the first record says, else as claimed; null while neither is known.
-- fingerprint:  of the canonical content, however it was encoded, compressed or ordered.
-- receipt:      canonical JSON, as it was signed.
create table feed (
  id             uuid primary key default uuidv7(),
  claimed_bank   text collate "C",
  bank           text collate "C",
  door           text not null check (door in ('HTTPS', 'FOLDER', 'TOPIC')),
  file_name      text not null default '',
  signature      text not null default '',
  sender         text not null,
  sender_roles   text[] not null,
  sender_address text not null,
  status         text not null default 'RECEIVING'
    check (status in ('RECEIVING', 'QUEUED', 'ACCEPTED', 'UNCHANGED', 'REFUSED')),
  received_at    timestamptz not null default clock_timestamp(),
  finished_at    timestamptz,
  attempts       int not null default 0,
  size           int8 not null default 0,
  sha256         text,
  business_date  date,
  sequence       int8,
  supplement     boolean not null default false,
  fingerprint    text,
  total          int not null default 0,
  applied        int not null default 0,
  unchanged      int not null default 0,
  refused        int not null default 0,
  receipt        text,
  receipt_signature text,
  receipt_key_id text references receipt_key,
  constraint every_row_is_accounted_for check (total = applied + unchanged + refused)
);
create index feed_queue on feed (bank, id) where status = 'QUEUED';
create index feed_of_bank on feed (bank, business_date, sequence);
create index feed_same on feed (bank, fingerprint) where status = 'ACCEPTED';
create index feed_same_bytes on feed (sha256) where status = 'ACCEPTED';

-- The bytes as they came, in pieces of one mebibyte. They hold no personal data.
create table feed_chunk (
  feed_id uuid not null references feed on delete cascade,
  number  int not null,
  bytes   bytea not null,
  primary key (feed_id, number)
);
alter table feed_chunk alter column bytes set storage external;

-- Why a line was refused; values are masked.
create table feed_refusal (
  feed_id      uuid not null,
  line         int not null,
  code         text not null,
  field        text not null default '',
  message      text not null,
  message_en   text not null default '',
  masked_value text not null default ''
);
create index feed_refusal_line on feed_refusal (feed_id, line);

-- Where a bank's position of a business date stands; a day with state ACCEPTED has a position, whose
-- feed is feed_id. Published as credit.feed.v1.
create table feed_day (
  bank          text collate "C" not null,
  business_date date not null,
  state         text not null check (state in ('ACCEPTED', 'REFUSED', 'MISSING')),
  sequence      int8,
  corrections   int4 not null default 0,
  rows          int4 not null default 0,
  accepted      int4 not null default 0,
  refused       int4 not null default 0,
  open_breaks   int4 not null default 0,
  feed_id       uuid,
  outstanding_fen int8,
  overdue_fen   int8,
  received_at   timestamptz,
  version       int8 not null default 1,
  recorded_at   timestamptz not null default now(),
  primary key (bank, business_date),
  check (state <> 'ACCEPTED' or feed_id is not null)
);

-- Loans whose row of an accepted position was refused: not absent, but not told either.
create table refused_loan (
  bank          text collate "C" not null,
  business_date date not null,
  loan_id       text collate "C" not null,
  primary key (bank, business_date, loan_id)
);

create function instant_text(instant timestamptz) returns text
language sql stable parallel safe
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create function feed_event(d feed_day) returns text
language sql stable parallel safe
return (
  jsonb_build_object(
    'bank', d.bank, 'businessDate', d.business_date, 'version', d.version, 'state', d.state,
    'sequence', d.sequence, 'corrections', d.corrections, 'rows', d.rows, 'accepted', d.accepted,
    'refused', d.refused, 'openBreaks', d.open_breaks, 'recordedAt', instant_text(d.recorded_at))
  || jsonb_strip_nulls(jsonb_build_object('receivedAt', instant_text(d.received_at))))::text;

grant select, insert, update, delete on feed, feed_chunk, refused_loan to ${app};
grant select, insert on feed_refusal to ${app};
grant select, insert, update on feed_day to ${app};
