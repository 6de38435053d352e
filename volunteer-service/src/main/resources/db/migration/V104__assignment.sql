-- What must be known of a request to handle it, and the end dispatch put to it.
create table matter (
    request_id uuid   primary key,
    version    bigint not null,
    submitted  text   not null
);

create table matter_end (
    request_id uuid   primary key,
    version    bigint not null,
    status     text   not null check (status in ('CLOSED', 'WITHDRAWN', 'REFERRED', 'DECLINED'))
);

-- Who holds or held a request: dispatch's newest word on each holder.
create table assignment (
    request_id  uuid        not null,
    subject     text        not null,
    community   text        not null,
    holder_kind text        not null check (holder_kind in ('VOLUNTEER', 'STAFF', 'PARTNER')),
    holder_id   text        not null,
    version     bigint      not null,
    status      text        not null,
    confirmed   boolean     not null,
    at          timestamptz not null,
    primary key (request_id, subject)
) with (fillfactor = 70);

create index assignment_of_subject on assignment (subject, at desc);

-- What holders said last, by kind; notes and reasons in words stay here. It awaits dispatch's word while the assignment is still at the version it was said of.
create table report (
    request_id uuid        not null,
    subject    text        not null,
    kind       text        not null check (kind in ('CONFIRMATION', 'SET_OFF', 'ARRIVAL', 'COMPLETION', 'RELEASE')),
    basis      bigint      not null,
    words      text,
    checks     text[]      not null,
    photo_ids  uuid[]      not null,
    by         text        not null,
    at         timestamptz not null,
    rejected   text,
    primary key (request_id, subject, kind)
);
