-- A request as it was submitted; whatever is personal lies sealed in contact. How it stands is told by progress.
create table request (
    request_id       uuid             primary key,
    reference        text             not null,
    version          bigint           not null,
    service_type     text             not null,
    skill            text,
    urgency          text             not null,
    visibility       text             not null,
    community        text             not null,
    place_path       text[]           not null,
    lat              double precision not null,
    lon              double precision not null,
    floor            integer,
    lift             boolean,
    appointment_from timestamptz,
    appointment_to   timestamptz,
    resident         text             not null,
    reporter         text             not null,
    client           text,
    beneficiary      text,
    for_beneficiary  boolean          not null,
    channel          text             not null,
    contact          text             not null,
    submitted_at     timestamptz      not null
);

create unique index request_reference_once on request (reference);
create index request_of_resident on request (resident, request_id);
create index request_of_reporter on request (reporter, request_id) where reporter <> resident;
create index request_of_beneficiary on request (beneficiary, request_id) where beneficiary is not null;

-- What dispatch and feedback have told of a request; status stands apart so that it can be asked for.
create table progress (
    request_id uuid  primary key,
    status     text  not null,
    state      jsonb not null
) with (fillfactor = 70);

-- Whoever has seen a contact.
create table contact_look (
    request_id uuid        not null,
    subject    text        not null,
    client     text,
    at         timestamptz not null
);

create index contact_look_of_request on contact_look (request_id, at);
