-- Places (place:<id>, with the ids from the street down to it) and service types (type:<code>), each at its newest version.
create table directory (
    key     text   primary key,
    version bigint not null,
    path    text[] not null,
    name_zh text   not null,
    name_en text   not null
);
