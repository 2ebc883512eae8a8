-- Alert rules, every version of each (DOMAIN.md § 8).
create table alert_rule (
  code       text collate "C" not null,
  version    int  not null,
  name       text not null,
  name_en    text not null,
  severity   text not null check (severity in ('NOTICE', 'WARNING', 'SEVERE')),
  clear_days int  not null check (clear_days > 0),
  enabled    boolean not null,
  condition  jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (code, version)
);

insert into alert_rule (code, version, name, name_en, severity, clear_days, enabled, condition, changed_by)
select code, 1, name, name_en, severity, 3, true, condition::jsonb, 'county-pulse'
from (values
  ('overdue-above-line', '逾期率超过全省警戒线', 'Overdue above the provincial line', 'WARNING',
    '{"kind":"THRESHOLD","figure":"credit.overdue_rate","side":"ABOVE","line":1,"severe":2}'),
  ('overdue-rising', '逾期率上升', 'Overdue rising', 'NOTICE',
    '{"kind":"ON_MONTH","figure":"credit.overdue_rate","change":"ROSE"}'),
  ('behind-calendar.credit', '信贷发放落后时间进度', 'Microcredit behind the calendar', 'WARNING',
    '{"kind":"BEHIND_CALENDAR","figure":"credit.completion_rate","line":10}'),
  ('target-missed.employment', '务工就业未达目标', 'Employment target missed', 'WARNING',
    '{"kind":"THRESHOLD","figure":"employment.completion_rate","side":"BELOW","line":100}'),
  ('no-progress.employment', '务工就业无进展', 'No progress in employment', 'WARNING',
    '{"kind":"ON_MONTH","figure":"employment.completion_rate","change":"UNCHANGED","line":100}'),
  ('no-progress.credit', '信贷发放无进展', 'No progress in microcredit', 'WARNING',
    '{"kind":"ON_MONTH","figure":"credit.completion_rate","change":"UNCHANGED","line":100}'),
  ('paid-rate-low.transport', '交通补助发放率偏低', 'Transport subsidy paid rate low', 'WARNING',
    '{"kind":"THRESHOLD","figure":"transport.paid_rate","side":"BELOW","line":50}'),
  ('paid-rate-low.yulu', '雨露计划发放率偏低', 'Yulu grants paid rate low', 'WARNING',
    '{"kind":"THRESHOLD","figure":"yulu.paid / yulu.students","side":"BELOW","line":95}'),
  ('awareness-low.yulu', '雨露计划知晓率偏低', 'Awareness of the Yulu grant low', 'NOTICE',
    '{"kind":"THRESHOLD","figure":"calls.awareness_rate.yulu","side":"BELOW","line":60,"asked":5}'),
  ('awareness-low.yulu-plus', '雨露计划+知晓率偏低', 'Awareness of Yulu+ low', 'NOTICE',
    '{"kind":"THRESHOLD","figure":"calls.awareness_rate.yulu_plus","side":"BELOW","line":60,"asked":5}'),
  ('awareness-low.transport', '交通补助知晓率偏低', 'Awareness of the transport subsidy low', 'NOTICE',
    '{"kind":"THRESHOLD","figure":"calls.awareness_rate.transport","side":"BELOW","line":60,"asked":5}'),
  ('awareness-low.microcredit', '小额信贷知晓率偏低', 'Awareness of microcredit low', 'NOTICE',
    '{"kind":"THRESHOLD","figure":"calls.awareness_rate.microcredit","side":"BELOW","line":60,"asked":5}'),
  ('problem-numbers', '问题号码偏多', 'Too many problem numbers', 'NOTICE',
    '{"kind":"THRESHOLD","figure":"calls.problem_numbers / calls.made","side":"ABOVE","line":20}'),
  ('feed-outstanding', '银行数据未报送或被退回', 'Feed missing or rejected', 'WARNING', '{"kind":"FEED"}')
) as shipped (code, name, name_en, severity, condition);

-- One alert from its opening to its close. What the history says stands beside what people did with it; an
-- alert keeps its id when late records move its opening.
create table alert (
  id           bigint generated always as identity primary key,
  rule         text collate "C" not null,
  rule_version int  not null,
  county       text collate "C" not null,
  bank         text collate "C" not null default '',
  opened       date not null,
  severity     text not null,
  highest      text not null,
  steps        jsonb not null,
  clear_since  date,
  closed       date,
  withdrawn    boolean not null default false, -- late records or another rule: by today's knowledge it never was
  first_found  jsonb not null,
  latest_found jsonb not null,
  recorded_at  timestamptz not null default now(),
  acknowledged_by text,
  acknowledged_at timestamptz,
  assigned_to  text,
  assigned_by  text,
  muted_until  date,
  muted_by     text,
  foreign key (rule, rule_version) references alert_rule (code, version)
);
create unique index alert_open on alert (rule, county, bank) where closed is null and not withdrawn;
create index alert_county on alert (county, opened);

-- What became of an alert, once each: what notifications are made of. Shown to nobody as it is.
create table alert_event (
  id          bigint generated always as identity primary key,
  alert       bigint not null references alert (id),
  kind        text not null check (kind in ('OPENED', 'RAISED', 'CLOSED', 'WITHDRAWN')),
  severity    text not null,
  day         date not null,
  news        boolean not null, -- false for what was found while the history was first read
  recorded_at timestamptz not null default now(),
  unique (alert, kind, severity, day)
);

-- What people did with an alert.
create table alert_action (
  id       bigint generated always as identity primary key,
  alert    bigint not null references alert (id),
  action   text not null,
  actor    text not null,
  detail   text not null,
  acted_at timestamptz not null default now()
);
create index alert_action_alert on alert_action (alert);

-- How far the newest recorded evaluation reached: nothing that reaches less far is recorded.
create table evaluation (
  one      boolean primary key default true check (one),
  begun_at timestamptz not null default now(),
  live     boolean not null default false, -- whether figures have come up to begun_at
  reached  jsonb not null default '{}'     -- by department, the instant its records were read through
);

alter table alert enable row level security;
create policy whole_city on alert using ((select current_setting('pulse.counties', true)) = '*');
create policy own_counties on alert
  using (county = any ((select string_to_array(current_setting('pulse.counties', true), ','))::text[]));

alter table alert_action enable row level security;
create policy as_alert on alert_action using (exists (select from alert where alert.id = alert_action.alert));

grant select, insert on alert_rule, alert_event, alert_action to ${app};
grant select, insert, update on alert, evaluation to ${app};
