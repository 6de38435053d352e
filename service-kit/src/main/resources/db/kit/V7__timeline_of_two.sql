-- What belongs to the stories of two subjects stands there once, with its number in each.
alter table timeline add column also text, add column also_seq bigint;
alter table timeline add constraint timeline_also_is_numbered check ((also is null) = (also_seq is null));
create unique index timeline_also on timeline (also, also_seq) where also is not null;

-- Nothing reads it: an entry is known by its subject and number.
alter table timeline alter column event_id drop not null;

-- A head is counted on in its page.
alter table timeline_head set (fillfactor = 50);
