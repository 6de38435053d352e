-- Events leave in the transaction that changed the state; what is still to be sent stands apart, so that the relay's look is cheap.
create table journal (
    id       bigint      generated always as identity primary key,
    event_id uuid        not null,
    topic    text        not null,
    key      text        not null,
    type     text        not null,
    subject  text        not null,
    at       timestamptz not null,
    payload  text        not null,
    trace    text
);

create table journal_unsent (
    id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
