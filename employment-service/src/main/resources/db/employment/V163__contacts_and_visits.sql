-- People who came back are spoken with, poor people without work are visited (DOMAIN.md § 4). What was said
-- and found is personal: it is encrypted.
create table return_contact (
  id           uuid primary key default uuidv7(),
  person_id    text collate "C" not null,
  contacted_on date not null,
  outcome      text not null check (outcome in ('CONTACTED', 'OFFERED', 'DECLINED')),
  note         bytea,
  recorded_by  text not null,
  recorded_at  timestamptz not null default now()
);
create index return_contact_person on return_contact (person_id, contacted_on, id);

create table watch_visit (
  id          uuid primary key default uuidv7(),
  person_id   text collate "C" not null,
  visited_on  date not null,
  found       bytea not null,
  measures    bytea,
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index watch_visit_person on watch_visit (person_id, visited_on, id);

alter table return_contact enable row level security;
create policy whole_city on return_contact
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_the_person on return_contact
  using (exists (select from worker w where w.person_id = return_contact.person_id and in_scope(w.county)));

alter table watch_visit enable row level security;
create policy whole_city on watch_visit
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_the_person on watch_visit
  using (exists (select from worker w where w.person_id = watch_visit.person_id and in_scope(w.county)));

grant select, insert on return_contact, watch_visit to ${app};
