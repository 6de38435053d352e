-- A completion is reopened once at most.
create table reopening (
    request_id         uuid        not null references matter,
    completion_version bigint      not null,
    reason             text,
    same_helper_wanted boolean     not null,
    by                 text        not null,
    at                 timestamptz not null,
    primary key (request_id, completion_version)
);
