-- The sum of all contributions of one partition to one measure of a county and period on one day.
create table cell (
  generation text   collate "C" not null,
  topic      text   collate "C" not null,
  partition  int    not null,
  county     text   collate "C" not null,
  measure    text   collate "C" not null,
  period     text   collate "C" not null, -- '' for a stock
  day        date   not null,
  amount     bigint not null,
  primary key (generation, topic, partition, county, measure, period, day)
);

-- How far the emissions of a partition are in the tables here; moves with them, in one transaction.
create table applied (
  generation     text   not null,
  partition      int    not null,
  applied_offset bigint not null,
  primary key (generation, partition)
);

-- How far the records of each source reach.
create table freshness (
  generation       text not null,
  topic            text not null,
  partition        int  not null,
  recorded_through timestamptz,
  newest_record    timestamptz,
  primary key (generation, topic, partition)
);

-- The number of the newest frame: one more whenever figures change.
create table frame (
  generation text primary key,
  number     bigint not null
);

grant select, insert, update, delete on cell, applied, freshness, frame to ${app};
