create table thing (name text primary key, county text not null);
grant select, insert on thing to ${app};

alter table thing enable row level security;
create policy whole_city on thing
  using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on thing
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

insert into thing
values ('one of 530102', '530102'), ('one of 530113', '530113'), ('one of nowhere', 'UNKNOWN');
