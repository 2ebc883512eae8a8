-- What else the department of employment tells of (DOMAIN.md § 6): places in training, businesses, workshops.

-- counts_on: the end of the training, else its start; null: taken off the list.
create table training_place (
  id           text collate "C" primary key,
  person_id    text collate "C" not null,
  household_id text collate "C",
  county       text collate "C" not null,
  residence    jsonb,
  counts_on    date,
  version      int8 not null
);
create index training_place_person on training_place (person_id);

-- opened: null: told twice and given up.
create table business (
  id           text collate "C" primary key,
  person_id    text collate "C" not null,
  household_id text collate "C",
  county       text collate "C" not null,
  residence    jsonb,
  opened       date,
  programme    text not null,
  version      int8 not null
);
create index business_person on business (person_id);

-- counted_to: the last month whose wages were looked at, its last day.
create table workshop (
  id         text collate "C" primary key,
  counted_to date not null,
  version    int8 not null
);

grant select, insert, update on training_place, business, workshop to ${app};
