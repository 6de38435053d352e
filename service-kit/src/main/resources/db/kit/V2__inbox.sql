-- An event takes effect once: its mark and its effect commit together.
create table inbox (
    event_id uuid        primary key,
    at       timestamptz not null default now()
);

-- What could not take effect, and what queues behind it, in the order in which it must be replayed.
create table dead_letter (
    event_id    uuid        primary key,
    position    bigint      generated always as identity,
    topic       text        not null,
    type        text        not null,
    subject     text        not null,
    payload     text        not null,
    trace       text,
    reason      text        not null,
    at          timestamptz not null,
    replayed_at timestamptz
);

create index dead_letter_waiting on dead_letter (subject) where replayed_at is null;
