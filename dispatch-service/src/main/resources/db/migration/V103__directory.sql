-- The tree of places and the catalogue, as intake-service defines them.
create table place (
    place_id text   primary key,
    version  bigint not null,
    level    text   not null check (level in ('STREET', 'COMMUNITY', 'COMPOUND', 'GRID', 'BUILDING')),
    path     text[] not null
);

create index place_path on place using gin (path);

create table service_type (
    code    text   primary key,
    version bigint not null
);
