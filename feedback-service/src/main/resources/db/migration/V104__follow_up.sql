-- Somebody of the place, never the handler, calls or visits.
create table follow_up (
    follow_up_id       uuid        primary key,
    request_id         uuid        not null references matter,
    completion_version bigint      not null,
    cause              text        not null check (cause in ('NOT_SOLVED', 'LOW_SCORE', 'SAMPLE')),
    community          text        not null,
    service_type       text        not null,
    place_path         text[]      not null,
    handler            text        not null,
    asked_at           timestamptz not null,
    outcome            text        check (outcome in ('SOLVED', 'NOT_SOLVED', 'NOT_REACHED')),
    words              text,
    by                 text,
    done_at            timestamptz
);

create unique index follow_up_once_a_completion on follow_up (request_id, completion_version);
create index follow_up_place on follow_up using gin (place_path) where outcome is null;
