-- Programmes as data (DOMAIN.md § 6): what is granted, to whom, by when, from which day on.
-- amount_kind: UP_TO and EXACT money, AT_LEAST money a month, SHARE of wages in per cent, NONE: counted, not paid.
-- case_programme: under which programme its cases stand.
create table programme (
  code           text collate "C" primary key,
  place          int4 not null unique,
  title          text not null,
  title_en       text not null,
  case_programme text collate "C" not null,
  amount_kind    text not null check (amount_kind in ('UP_TO', 'EXACT', 'AT_LEAST', 'SHARE', 'NONE')),
  per            text not null check (per in ('PERSON_YEAR', 'STUDENT_SCHOOL_YEAR', 'MONTH', 'ONCE', 'TRAINEE')),
  version        int8 not null default 1,
  recorded_at    timestamptz not null default now()
);

-- deadlines: {"APPLIED": days, …}: within how many days of the step before a case should reach the step.
create table programme_version (
  programme   text collate "C" not null references programme,
  valid_from  date not null check (valid_from >= '2021-01-01'),
  amount_fen  int8 check (amount_fen > 0),
  rate        numeric(5, 2) check (rate > 0 and rate <= 100),
  entitled    text not null,
  entitled_en text not null,
  deadlines   jsonb not null,
  primary key (programme, valid_from)
);

-- Who changed what: never changed itself. before: null where the version is new.
create table programme_change (
  id          int8 generated always as identity primary key,
  programme   text collate "C" not null references programme,
  valid_from  date not null,
  before      jsonb,
  after       jsonb not null,
  cases       int8 not null,
  reason      text not null,
  by_name     text not null,
  recorded_at timestamptz not null default now()
);
create index programme_change_of on programme_change (programme, id);

insert into programme (code, place, title, title_en, case_programme, amount_kind, per) values
  ('TRANSPORT', 1, '跨省务工交通补助', 'Cross-province transport subsidy', 'TRANSPORT', 'UP_TO', 'PERSON_YEAR'),
  ('YULU', 2, '雨露计划', 'Yulu grant', 'YULU', 'EXACT', 'STUDENT_SCHOOL_YEAR'),
  ('YULU_PLUS', 3, '雨露计划+', 'Yulu+ training places', 'YULU_PLUS', 'NONE', 'TRAINEE'),
  ('WORKSHOP_WAGES', 4, '帮扶车间吸纳就业', 'Workshop wage subsidy', 'WORKSHOP_WAGES', 'SHARE', 'MONTH'),
  ('PUBLIC_WELFARE_POST', 5, '公益性岗位', 'Public-welfare post', 'PUBLIC_WELFARE_POST', 'AT_LEAST', 'MONTH'),
  ('FIRST_BUSINESS', 6, '返乡创业', 'First business', 'FIRST_BUSINESS', 'UP_TO', 'ONCE'),
  ('GRADUATE_BUSINESS', 7, '大学生创业', 'Graduate''s first business', 'FIRST_BUSINESS', 'UP_TO', 'ONCE');

insert into programme_version (programme, valid_from, amount_fen, rate, entitled, entitled_en, deadlines)
select programme, valid_from::date, amount_fen, rate, entitled, entitled_en,
  '{"APPLIED": 30, "VERIFIED": 15, "ON_NOTICE": 5, "APPROVED": 10, "IN_BATCH": 15, "PAID": 15}'
from (values
  ('TRANSPORT', '2021-01-01', 100000, null,
    '脱贫劳动力在省外务工，当年连续满三个月；每人每年一次',
    'Worker out of the province for three months within the year; once a person and year'),
  ('YULU', '2021-01-01', 300000, null,
    '脱贫户、监测对象家庭中接受中、高等职业教育的学生；按学期发放',
    'Student of a covered household in secondary or higher vocational education; paid by term'),
  ('YULU', '2022-09-01', 500000, null,
    '脱贫户、监测对象家庭中接受中、高等职业教育的学生；按学期发放',
    'Student of a covered household in secondary or higher vocational education; paid by term'),
  ('YULU_PLUS', '2021-01-01', null, null,
    '雨露计划毕业生和“两后生”参加企业培训；只计人数，不发放资金',
    'Graduates and school leavers in employers'' training; counted, not paid'),
  ('WORKSHOP_WAGES', '2021-01-01', null, 15.00,
    '帮扶车间吸纳脱贫劳动力五人以上且就业满一个月；按月发放',
    'Workshop with at least five covered workers employed for at least a month; by month'),
  ('PUBLIC_WELFARE_POST', '2021-01-01', 80000, null,
    '在公益性岗位就业的脱贫劳动力；按月发放，不低于该标准',
    'Covered worker in a post; by month, not less than this'),
  ('FIRST_BUSINESS', '2021-01-01', 1000000, null,
    '返乡创业且经营满一年；一次性',
    'Returned and in business for at least a year; once'),
  ('GRADUATE_BUSINESS', '2021-01-01', 3000000, null,
    '大学生创业且经营满一年；一次性',
    'Graduate in business for at least a year; once')
) as shipped (programme, valid_from, amount_fen, rate, entitled, entitled_en);

-- What a programme grants on a day, in fen; null where it does not hold, is a share, or is counted and not paid.
create or replace function programme_fen(programme text, day date) returns int8
language sql stable parallel safe
return (
  select v.amount_fen
  from programme_version v
  where v.programme = programme_fen.programme and v.valid_from <= programme_fen.day
  order by v.valid_from desc
  limit 1
);

-- The share of wages a programme grants on a day, in per cent.
create function programme_rate(programme text, day date) returns numeric
language sql stable parallel safe
return (
  select v.rate
  from programme_version v
  where v.programme = programme_rate.programme and v.valid_from <= programme_rate.day
  order by v.valid_from desc
  limit 1
);

-- By when a case that stood at a step on a day should have reached the next; null where nothing is due.
create function programme_due(programme text, next_step text, day date) returns date
language sql stable parallel safe
return (
  select programme_due.day + (v.deadlines ->> programme_due.next_step)::int4
  from programme_version v
  where v.programme = programme_due.programme and v.valid_from <= programme_due.day
  order by v.valid_from desc
  limit 1
);

grant select, update on programme to ${app};
grant select, insert, update on programme_version to ${app};
grant select, insert on programme_change to ${app};
