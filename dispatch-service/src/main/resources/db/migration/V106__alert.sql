-- What responsible people have been told of a request.
create table alert (
    alert_id        uuid        primary key,
    request_id      uuid        not null references dispatch,
    cause           text        not null,
    level           text        not null check (level in ('GRID', 'COMMUNITY', 'STREET')),
    place_id        text        not null,
    recipients      text[]      not null,
    state           text        not null check (state in ('PLANNED', 'OPEN', 'ACKNOWLEDGED', 'ENDED')),
    told_at         timestamptz,
    acknowledged_by text
);

create index alert_of_request on alert (request_id);
create index alert_open on alert (told_at, alert_id) where state in ('OPEN', 'ACKNOWLEDGED');
