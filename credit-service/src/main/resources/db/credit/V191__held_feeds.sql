-- A feed that can hardly be true waits for a person's word (docs/decisions/0021).

-- HELD: nothing of it is applied. decision: what a person said of it; it is in the queue again then.
alter table feed drop constraint feed_status_check;
alter table feed add constraint feed_status_check
  check (status in ('RECEIVING', 'QUEUED', 'HELD', 'ACCEPTED', 'UNCHANGED', 'REFUSED'));
alter table feed
  add column decision text check (decision in ('CONFIRMED', 'DECLINED')),
  add column decided_by text,
  add column decision_note text not null default '';
alter table feed add constraint a_decision_has_an_author check ((decision is null) = (decided_by is null));
create index feed_held on feed (bank, business_date) where status = 'HELD';
