-- An offer asks one volunteer to take one request.
create table offer (
    offer_id        uuid        primary key,
    request_id      uuid        not null references dispatch,
    search_id       uuid        not null,
    volunteer_id    uuid        not null,
    state           text        not null check (state in (
        'OPEN', 'LAPSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'REJECTED', 'OVER')),
    asked_at        timestamptz not null,
    wait_until      timestamptz not null,
    distance_metres integer     not null,
    arrival_seconds integer     not null,
    reasons         text[]      not null
);

create index offer_of_request on offer (request_id, asked_at);

-- Only one volunteer holds a request.
create unique index offer_taken_once on offer (request_id) where state = 'ACCEPTED';
