-- The local authorization server (the tables of Spring Security): clients and what was granted to them.
create table oauth2_registered_client (
  id                            text primary key,
  client_id                     text not null unique,
  client_id_issued_at           timestamptz not null default now(),
  client_secret                 text,
  client_secret_expires_at      timestamptz,
  client_name                   text not null,
  client_authentication_methods text not null,
  authorization_grant_types     text not null,
  redirect_uris                 text,
  post_logout_redirect_uris     text,
  scopes                        text not null,
  client_settings               text not null,
  token_settings                text not null
);

create table oauth2_authorization (
  id                            text primary key,
  registered_client_id          text not null,
  principal_name                text not null,
  authorization_grant_type      text not null,
  authorized_scopes             text,
  attributes                    text,
  state                         text,
  authorization_code_value      text,
  authorization_code_issued_at  timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata   text,
  access_token_value            text,
  access_token_issued_at        timestamptz,
  access_token_expires_at       timestamptz,
  access_token_metadata         text,
  access_token_type             text,
  access_token_scopes           text,
  oidc_id_token_value           text,
  oidc_id_token_issued_at       timestamptz,
  oidc_id_token_expires_at      timestamptz,
  oidc_id_token_metadata        text,
  refresh_token_value           text,
  refresh_token_issued_at       timestamptz,
  refresh_token_expires_at      timestamptz,
  refresh_token_metadata        text,
  user_code_value               text,
  user_code_issued_at           timestamptz,
  user_code_expires_at          timestamptz,
  user_code_metadata            text,
  device_code_value             text,
  device_code_issued_at         timestamptz,
  device_code_expires_at        timestamptz,
  device_code_metadata          text
);
-- Tokens are long: hashes keep the look-ups by token small.
create index oauth2_authorization_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_access on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_refresh on oauth2_authorization using hash (refresh_token_value);

grant select, insert, update, delete on oauth2_registered_client, oauth2_authorization to "${app}";
