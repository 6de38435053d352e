-- The question, the word of dispatch on it and the volunteer's answer come from three sides in any order: each has its row.
create table offer (
    offer_id   uuid        primary key,
    request_id uuid        not null,
    volunteer  text        not null,
    asked_at   timestamptz not null,
    question   text        not null
);

create index offer_of_volunteer on offer (volunteer, asked_at desc);

create table offer_word (
    offer_id uuid   primary key,
    version  bigint not null,
    status   text   not null check (status in ('OPEN', 'LAPSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    reason   text
) with (fillfactor = 70);

-- The words of a refusal stay here.
create table offer_answer (
    offer_id uuid        primary key references offer,
    answer   text        not null check (answer in ('ACCEPTED', 'REFUSED')),
    words    text,
    by       text        not null,
    at       timestamptz not null
);
