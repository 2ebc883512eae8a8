-- What may follow where a case stands, and who does it: a clerk of the county, a lead, or a payment batch.
create table case_transition (
  step    text not null,
  next    text not null,
  by_whom text not null check (by_whom in ('CLERK', 'LEAD', 'BATCH')),
  primary key (step, next)
);

insert into case_transition values
  ('DETECTED', 'APPLIED', 'CLERK'),
  ('APPLIED', 'VERIFIED', 'CLERK'),
  ('VERIFIED', 'ON_NOTICE', 'CLERK'),
  ('ON_NOTICE', 'APPROVED', 'LEAD'),
  ('APPROVED', 'IN_BATCH', 'BATCH'),
  ('IN_BATCH', 'PAID', 'BATCH'),
  ('IN_BATCH', 'RETURNED', 'BATCH'),
  ('IN_BATCH', 'APPROVED', 'BATCH'),
  ('PAID', 'RETURNED', 'BATCH'),
  -- What is paid by term is approved again for the rest.
  ('PAID', 'APPROVED', 'LEAD'),
  ('RETURNED', 'APPROVED', 'LEAD'),
  ('APPLIED', 'REFUSED', 'CLERK'),
  ('VERIFIED', 'REFUSED', 'CLERK'),
  ('ON_NOTICE', 'REFUSED', 'LEAD'),
  ('APPROVED', 'REFUSED', 'LEAD'),
  ('RETURNED', 'REFUSED', 'LEAD'),
  ('DETECTED', 'WITHDRAWN', 'CLERK'),
  ('APPLIED', 'WITHDRAWN', 'CLERK'),
  ('VERIFIED', 'WITHDRAWN', 'CLERK'),
  ('ON_NOTICE', 'WITHDRAWN', 'CLERK'),
  ('APPROVED', 'WITHDRAWN', 'LEAD'),
  ('RETURNED', 'WITHDRAWN', 'CLERK'),
  ('REFUSED', 'APPLIED', 'CLERK'),
  ('WITHDRAWN', 'APPLIED', 'CLERK');

grant select on case_transition to ${app};
