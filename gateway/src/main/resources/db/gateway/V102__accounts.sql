-- Who may sign in locally and what their tokens say. A client's secret stands with its registration.
create table account (
  kind          text not null check (kind in ('USER', 'CLIENT')),
  name          text not null,
  display_name  text not null,
  password_hash text check ((kind = 'USER') = (password_hash is not null)),
  roles         text[] not null,
  counties      text[] not null,
  bank          text,
  enabled       boolean not null default true,
  created_at    timestamptz not null default now(),
  primary key (kind, name)
);
create unique index account_one_spelling on account (kind, lower(name));

grant select, insert, update on account to "${app}";
