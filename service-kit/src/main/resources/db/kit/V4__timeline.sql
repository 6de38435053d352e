-- What happened to a subject. The head row is locked to the commit, so numbers become visible in their order, without gaps.
create table timeline_head (
    subject text   primary key,
    seq     bigint not null
) with (fillfactor = 70);

create table timeline (
    subject  text        not null,
    seq      bigint      not null,
    event_id uuid        not null,
    type     text        not null,
    at       timestamptz not null,
    data     text        not null,
    primary key (subject, seq)
);
