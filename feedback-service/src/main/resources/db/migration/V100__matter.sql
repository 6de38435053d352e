-- What became of a request. Its two halves come from two topics, in any order: what has not been told yet is null.
create table matter (
    request_id         uuid        primary key,

    community          text,
    service_type       text,
    channel            text,
    resident           text,
    reporter           text,
    beneficiary        text,
    for_beneficiary    boolean,
    submitted_at       timestamptz,
    place_version      bigint      not null default 0,
    place_path         text[],

    status             text        not null default 'OPEN'
        check (status in ('OPEN', 'COMPLETED', 'CLOSED', 'WITHDRAWN', 'REFERRED', 'DECLINED')),
    status_version     bigint      not null default 0,
    answered_at        timestamptz,
    answered_in_time   boolean,
    completion_version bigint,
    completed_at       timestamptz,
    completed_in_time  boolean,
    extended           boolean,
    handler            text,
    handler_id         text,
    closure_breached   boolean     not null default false
);

create index matter_submitted on matter (submitted_at);
create index matter_place on matter using gin (place_path);
