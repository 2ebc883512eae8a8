create table person (
  code   text primary key,
  county text not null,
  name   text not null,
  start  date not null,
  wage   numeric
);
alter table person enable row level security;
create policy whole_city on person using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on person
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

create table person_event (code text not null);

grant select, insert, update, delete on person, person_event to ${app};
