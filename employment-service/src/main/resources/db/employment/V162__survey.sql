-- The survey of the six clear facts (六个清楚, DOMAIN.md § 4): a person and day, the whole of what was answered.
create table survey (
  person_id      text collate "C" not null,
  surveyed_on    date not null,
  skills         text,
  wish_to_train  boolean,
  training_trade text,
  wish_to_work   boolean,
  education      text,
  version        int8 not null default 1,
  import_id      uuid not null,
  recorded_by    text not null,
  recorded_at    timestamptz not null default now(),
  primary key (person_id, surveyed_on)
);

alter table survey enable row level security;
create policy whole_city on survey
  using ((select current_setting('pulse.counties', true)) = '*');
create policy with_the_person on survey
  using (exists (select from worker w where w.person_id = survey.person_id));
grant select, insert, update on survey to ${app};

-- When the wish to work was told that stands in the register: the later of survey and workers file holds.
alter table worker add column wish_told_on date;

-- Whether a survey's wish outlives a workers file of a day, which may tell none.
create function survey_outlives(person text, file_tells boolean, file_day date) returns boolean
language sql stable parallel safe
return exists (
  select from survey
  where person_id = person and survey.wish_to_work is not null
    and (file_tells is null or surveyed_on > file_day));
