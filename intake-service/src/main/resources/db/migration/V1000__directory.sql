-- Places and service types change seldom and are needed by every request: instances keep them in memory and compare this version.
create table directory (
    version bigint not null
);

insert into directory (version) values (0);

create table place (
    place_id  text             primary key,
    version   bigint           not null,
    level     text             not null check (level in ('STREET', 'COMMUNITY', 'COMPOUND', 'GRID', 'BUILDING')),
    parent_id text             references place (place_id),
    path      text[]           not null,
    name_zh   text             not null,
    name_en   text             not null,
    lat       double precision not null,
    lon       double precision not null
);

create index place_below on place using gin (path);

create table service_type (
    code       text   primary key,
    version    bigint not null,
    definition jsonb  not null
);
