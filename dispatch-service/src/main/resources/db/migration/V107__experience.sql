-- What is remembered of each volunteer: how often they were asked, when they helped, how it was, how they answer.
create table volunteer_standing (
    volunteer_id   uuid          primary key,
    asked_since    timestamptz   not null,
    asked          integer       not null,
    helped_at      timestamptz[] not null,
    last_helped_at timestamptz,
    ratings        integer       not null,
    stars          integer       not null,
    refusals       integer       not null,
    changed_at     timestamptz   not null
) with (fillfactor = 70);

comment on column volunteer_standing.asked is 'in the day or night that began at asked_since';
comment on column volunteer_standing.helped_at is 'as far as the last seven days go';
comment on column volunteer_standing.refusals is 'in a row, since they last accepted anything';

create table volunteer_answer (
    volunteer_id uuid        not null,
    service_type text        not null,
    hour         smallint    not null check (hour between 0 and 23),
    accepted     integer     not null,
    refused      integer     not null,
    silent       integer     not null,
    changed_at   timestamptz not null,
    primary key (volunteer_id, service_type, hour)
) with (fillfactor = 70);

create index volunteer_standing_changed on volunteer_standing (changed_at);
create index volunteer_answer_changed on volunteer_answer (changed_at);

-- Why this volunteer, term by term, in seconds; and how likely they were to accept.
alter table offer add column terms jsonb;
alter table offer add column acceptance double precision;

-- Two people who are not brought together again, as one of them wishes; the reason is a code.
create table block (
    subject    text        not null,
    other      text        not null check (other <> subject),
    reason     text,
    blocked_at timestamptz not null,
    primary key (subject, other)
);

create index block_of_other on block (other);
create index volunteer_subject on volunteer ((profile ->> 'subject'));
