-- Banks that deliver feeds (DOMAIN.md § 5). public_key: X.509 SubjectPublicKeyInfo of Ed25519.
create table bank (
  code          text collate "C" primary key check (code ~ '^[^|]{1,40}$'),
  name          text not null,
  public_key    bytea not null,
  expected_time time not null default '18:00',
  version       int8 not null default 1,
  recorded_at   timestamptz not null default now()
);

-- The service's own key, by which receipts are signed, in base64; the private half is encrypted.
create table receipt_key (
  id          text primary key,
  public_key  text not null,
  private_key text not null,
  recorded_at timestamptz not null default now()
);

grant select, insert, update on bank to ${app};
grant select, insert on receipt_key to ${app};
