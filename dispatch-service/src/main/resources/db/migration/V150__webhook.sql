-- A webhook tells a client, a partner or a supervisor's tool what happens while they hold no stream open.
create table webhook (
    webhook_id  uuid        primary key,
    owner       text        not null,
    for_client  boolean     not null, -- it hears what concerns the people of its owner, a client; else what happens in a place
    place_path  text[]      not null, -- from the street down to the place it watches; empty: everywhere
    url         text        not null,
    types       text[]      not null,
    secret      text        not null,
    created_at  timestamptz not null,
    disabled_at timestamptz
);

create index webhook_of_owner on webhook (owner);

-- One message to one webhook: written in the transaction of what it tells of, so that it is not lost while a channel is down.
create table webhook_delivery (
    delivery_id     uuid        primary key,
    webhook_id      uuid        not null references webhook on delete cascade,
    type            text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    state           text        not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    due_at          timestamptz, -- while it is being sent: when that must be over
    attempts        integer     not null default 0, -- all of them; the last one alone may say what came of it
    tries           integer     not null default 0, -- since it was asked for last
    last_attempt_at timestamptz,
    status          integer,
    failure         text,
    constraint webhook_delivery_due_while_pending check ((state = 'PENDING') = (due_at is not null))
);

create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where due_at is not null;
create index webhook_delivery_log on webhook_delivery (webhook_id, delivery_id);
