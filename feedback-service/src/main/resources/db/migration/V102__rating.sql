-- One rating per completion: who was helped a second time may say so a second time.
create table rating (
    request_id         uuid        not null references matter,
    completion_version bigint      not null,
    solved             text        not null check (solved in ('YES', 'PARTLY', 'NO')),
    score              integer     not null check (score between 1 and 5),
    tags               text[]      not null,
    words              text,
    reopen             boolean     not null,
    by_proxy           boolean     not null,
    by                 text        not null,
    at                 timestamptz not null,
    primary key (request_id, completion_version)
);
