-- What was written down of a person who turns out to be another one goes on with that one (DOMAIN.md § 4); where it
-- came from is kept, so that it goes back if the merge was a mistake.
alter table survey add column formerly text collate "C";
alter table return_contact add column formerly text collate "C";
alter table watch_visit add column formerly text collate "C";
alter table trainee add column formerly text collate "C";
alter table business add column formerly text collate "C";
create index survey_formerly on survey (formerly) where formerly is not null;
create index return_contact_formerly on return_contact (formerly) where formerly is not null;
create index watch_visit_formerly on watch_visit (formerly) where formerly is not null;
create index trainee_formerly on trainee (formerly) where formerly is not null;
create index business_formerly on business (formerly) where formerly is not null;

-- What both have (a survey of the same day, the same course, the same business) counts once: the kept one's.
create function carry_records(gone text, goes_on text) returns void
language sql security definer
set search_path = public, pg_temp
begin atomic
  update survey set person_id = goes_on, formerly = gone
  where person_id = gone
    and not exists (select from survey s where s.person_id = goes_on and s.surveyed_on = survey.surveyed_on);
  update return_contact set person_id = goes_on, formerly = gone where person_id = gone;
  update watch_visit set person_id = goes_on, formerly = gone where person_id = gone;
  update trainee set removed = true, formerly = gone
  where person_id = gone and not removed
    and exists (select from trainee t where t.person_id = goes_on and t.session_id = trainee.session_id and not t.removed);
  update trainee set person_id = goes_on, formerly = gone
  where person_id = gone and not removed
    and not exists (select from trainee t where t.person_id = goes_on and t.session_id = trainee.session_id);
  update business set removed = true, formerly = gone
  where person_id = gone and not removed
    and exists (select from business b where b.person_id = goes_on and b.name = business.name and not b.removed);
  update business set person_id = goes_on, formerly = gone
  where person_id = gone and not removed
    and not exists (select from business b where b.person_id = goes_on and b.name = business.name);
  -- Without spells the gone one's assignments say nothing, and stay in case the spells come back.
  insert into workplace_person (person_id, start_day, workplace_id, assigned_by)
  select goes_on, start_day, workplace_id, assigned_by from workplace_person where person_id = gone
  on conflict do nothing;
end;

-- Takes that back.
create function return_records(gone text) returns void
language sql security definer
set search_path = public, pg_temp
begin atomic
  update survey set person_id = gone, formerly = null
  where formerly = gone
    and not exists (select from survey s where s.person_id = gone and s.surveyed_on = survey.surveyed_on);
  update return_contact set person_id = gone, formerly = null where formerly = gone;
  update watch_visit set person_id = gone, formerly = null where formerly = gone;
  update trainee set person_id = gone, removed = false, formerly = null
  where formerly = gone
    and (person_id = gone
      or not exists (select from trainee t where t.person_id = gone and t.session_id = trainee.session_id));
  update business set person_id = gone, removed = false, formerly = null
  where formerly = gone
    and (person_id = gone or not exists (select from business b where b.person_id = gone and b.name = business.name));
end;

revoke execute on function carry_records(text, text), return_records(text) from public;
grant execute on function carry_records(text, text), return_records(text) to ${app};
