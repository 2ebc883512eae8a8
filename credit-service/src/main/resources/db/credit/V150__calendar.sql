-- Since when a bank is expected to deliver: the business date on which it was first known, or that of its
-- first feed if earlier (DOMAIN.md § 8, feed missing).
create table feed_expectation (
  bank  text collate "C" primary key,
  since date not null
);

grant select, insert on feed_expectation to ${app};
