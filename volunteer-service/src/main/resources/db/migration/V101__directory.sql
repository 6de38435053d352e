-- Places and service types, each whole at its newest version, as intake-service told it.
create table directory_entry (
    entry_key  text   primary key,
    version    bigint not null,
    definition text   not null
);
