-- A deadline is a row: set and cancelled with the state it belongs to, deleted in the transaction of its effect.
create table timer (
    subject uuid        not null,
    kind    text        not null,
    due_at  timestamptz not null,
    primary key (subject, kind)
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000);

create index timer_due on timer (due_at);
