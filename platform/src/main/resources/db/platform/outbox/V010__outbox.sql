-- Events written in the business transaction; the relay sends them and deletes what it sent.
create table outbox (
  id          bigint generated always as identity primary key,
  bucket      smallint not null generated always as ((hashtextextended(key, 0) & 63)::smallint) stored,
  topic       text not null,
  key         text not null,
  type        text not null,
  payload     text,
  traceparent text,
  recorded_at timestamptz not null default now()
);

-- Rows live for milliseconds: dead ones are cleared early, or the relay would wade through them.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_cost_delay = 0
);

create function outbox_wake() returns trigger
language plpgsql
as $$
begin
  notify outbox;
  return null;
end
$$;

create trigger outbox_written after insert on outbox
for each statement execute function outbox_wake();

grant select, insert on outbox to ${app};
grant select, delete on outbox to ${relay};
