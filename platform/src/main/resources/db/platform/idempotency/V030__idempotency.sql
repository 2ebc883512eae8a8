-- Answers of writes that took effect, by the key their caller gave them: the same key is not acted upon
-- twice. The request is known by its keyed digest in hex; the answer is encrypted.
create table idempotency_key (
  caller        text not null,
  key           text not null,
  request       text not null,
  status        int2 not null,
  location      text,
  etag          text,
  answer        bytea not null,
  written_at    timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_key_age on idempotency_key (written_at);

-- Update is for locking only: what is forgotten is locked first.
grant select, insert, update, delete on idempotency_key to ${app};
