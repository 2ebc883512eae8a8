-- Wages of the months that are over, by workshop: what a share is a share of, so that a changed share is worked out
-- without hearing everything again. ends: the month's last day.
create table workshop_month (
  workshop_id text collate "C" not null,
  ends        date not null,
  wages_fen   int8 not null,
  primary key (workshop_id, ends)
);
grant select, insert, delete on workshop_month to ${app};

-- Those known already are heard once more, under a new group.
update workshop set counted_to = '2021-01-01';
