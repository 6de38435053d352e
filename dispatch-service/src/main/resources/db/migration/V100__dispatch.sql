-- The handling of each request: in columns what is looked for, as a whole what the engine knows.
create table dispatch (
    request_id   uuid        primary key,
    place_path   text[]      not null,
    service_type text        not null,
    status       text        not null check (status in (
        'WAITING', 'SEARCHING', 'MANUAL', 'ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS',
        'COMPLETED', 'CLOSED', 'WITHDRAWN', 'REFERRED', 'DECLINED')),
    due_at       timestamptz not null,
    state        jsonb       not null
) with (fillfactor = 70);

comment on column dispatch.due_at is 'when the next of its clocks runs out; in the year 9999 where none runs';

-- The board: soonest due first.
create index dispatch_due on dispatch (due_at, request_id);
create index dispatch_place on dispatch using gin (place_path);
create index dispatch_open on dispatch (status)
    where status in ('WAITING', 'SEARCHING', 'MANUAL', 'ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS');
