-- Who did what, when and from where. Append-only: each entry's hash covers itself and the entry before.
create table audit_entry (
  number      bigint primary key,
  recorded_at timestamptz not null,
  actor       text not null,
  roles       text[] not null,
  action      text not null,
  subject     text not null,
  county      text,
  address     text not null,
  detail      jsonb not null,
  hash        bytea not null
);

create index audit_entry_subject on audit_entry (subject, number);

create function audit_hash(previous bytea, entry audit_entry) returns bytea
language sql stable
return sha256(
  coalesce(previous, ''::bytea)
  || convert_to(
    jsonb_build_array(
      entry.number, (extract(epoch from entry.recorded_at) * 1000000)::bigint, entry.actor,
      to_jsonb(entry.roles), entry.action, entry.subject, entry.county, entry.address, entry.detail
    )::text, 'UTF8'));

-- The only way in. The lock holds until the commit, so that the chain has one end: call it last.
create function audit_append(
  actor text, roles text[], action text, subject text, county text, address text, detail jsonb
) returns bigint
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  before audit_entry;
  entry  audit_entry;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit_entry', 0));
  select * into before from audit_entry order by number desc limit 1;
  entry.number := coalesce(before.number, 0) + 1;
  entry.recorded_at := clock_timestamp();
  entry.actor := actor;
  entry.roles := roles;
  entry.action := action;
  entry.subject := subject;
  entry.county := county;
  entry.address := address;
  entry.detail := detail;
  entry.hash := audit_hash(before.hash, entry);
  insert into audit_entry values (entry.*);
  return entry.number;
end
$$;

-- Walks the chain: the first entry that does not follow from the one before (null: none), how many
-- there are, and the hash of the last.
create function audit_verify() returns table (broken bigint, entries bigint, head text)
language sql stable
begin atomic
  with walked as (
    select
      entry.number,
      entry.hash,
      lag(entry.number, 1, 0::bigint) over chain + 1 as expected_number,
      audit_hash(lag(entry.hash) over chain, entry) as expected_hash
    from audit_entry entry
    window chain as (order by entry.number)
  )
  select
    min(number) filter (where number <> expected_number or hash is distinct from expected_hash),
    count(*),
    coalesce((select encode(hash, 'hex') from audit_entry order by number desc limit 1), '')
  from walked;
end;

create function audit_refuse() returns trigger
language plpgsql
as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit_entry
for each statement execute function audit_refuse();

revoke execute on function audit_append(text, text[], text, text, text, text, jsonb) from public;
grant execute on function audit_append(text, text[], text, text, text, text, jsonb) to ${app};
grant select on audit_entry to ${app};
