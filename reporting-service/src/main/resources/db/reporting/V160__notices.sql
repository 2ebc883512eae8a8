-- Who is told of alerts, and where (decision 0036). Addresses and secrets are encrypted by the service.
create table subscription (
  id          bigint generated always as identity primary key,
  owner       text not null,
  name        text not null,
  role        text,                         -- whoever has this role, in the app; null: its owner
  channel     text not null check (channel in ('IN_APP', 'EMAIL', 'WECOM', 'DINGTALK', 'FEISHU')),
  address     bytea,
  secret      bytea,
  scope       text not null,                -- the counties its owner had when it was saved
  counties    text[] not null default '{}', -- none: all of the scope
  department  text check (department in ('EMPLOYMENT', 'CREDIT', 'SUBSIDY')),
  severity    text not null check (severity in ('NOTICE', 'WARNING', 'SEVERE')),
  quiet_from  time,
  quiet_until time,
  digest_at   time,
  enabled     boolean not null default true,
  created_at  timestamptz not null default now(),
  removed_at  timestamptz,
  held_until  timestamptz,                  -- a sender has it in hand until then
  check ((quiet_from is null) = (quiet_until is null) and (quiet_from is null or quiet_from <> quiet_until)),
  check ((channel = 'IN_APP') = (address is null)),
  check (role is null or channel = 'IN_APP')
);
create index subscription_owner on subscription (owner) where removed_at is null;

-- One event to one subscription, once.
create table delivery (
  id           bigint generated always as identity primary key,
  subscription bigint not null references subscription (id),
  event        bigint references alert_event (id), -- null: a trial
  state        text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP', 'CANCELLED')),
  created_at   timestamptz not null default now(),
  due_at       timestamptz not null default now(),
  attempts     int not null default 0,
  problem      text,
  sent_at      timestamptz,
  unique (subscription, event)
);
create index delivery_waiting on delivery (subscription, due_at) where state = 'WAITING';
create index delivery_event on delivery (event);

create table notice_read (
  reader  text not null,
  event   bigint not null references alert_event (id),
  read_at timestamptz not null default now(),
  primary key (reader, event)
);

-- What was news before anybody could subscribe is not told now.
alter table alert_event add column told_at timestamptz;
update alert_event set told_at = now();
create index alert_event_untold on alert_event (id) where news and told_at is null;

insert into subscription (owner, name, role, channel, scope, department, severity)
select 'county-pulse', name, role, 'IN_APP', '*', department, severity
from (values
  ('领导：预警及以上', 'LEADER', null, 'WARNING'),
  ('人社部门', 'EMPLOYMENT_LEAD', 'EMPLOYMENT', 'NOTICE'),
  ('人社部门', 'EMPLOYMENT_CLERK', 'EMPLOYMENT', 'NOTICE'),
  ('小额信贷部门', 'CREDIT_LEAD', 'CREDIT', 'NOTICE'),
  ('小额信贷部门', 'CREDIT_CLERK', 'CREDIT', 'NOTICE'),
  ('补贴部门', 'SUBSIDY_LEAD', 'SUBSIDY', 'NOTICE'),
  ('补贴部门', 'SUBSIDY_CLERK', 'SUBSIDY', 'NOTICE')
) as shipped (name, role, department, severity);

alter table delivery enable row level security;
create policy as_alert on delivery using (event is null or exists (
  select from alert_event join alert on alert.id = alert_event.alert where alert_event.id = delivery.event));

grant select, insert, update on subscription, delivery to ${app};
grant select, insert on notice_read to ${app};
grant update (told_at) on alert_event to ${app};
