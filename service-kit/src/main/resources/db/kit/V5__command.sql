-- A command is carried out once per caller and key, and its answer kept to be given again.
create table command (
    caller  text        not null,
    key     text        not null,
    payload text        not null,
    answer  text,
    at      timestamptz not null,
    primary key (caller, key)
);
