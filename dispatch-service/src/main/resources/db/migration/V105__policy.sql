-- Every version of every policy: running rounds keep theirs.
create table policy (
    scope   text        not null,
    version integer     not null,
    body    jsonb       not null,
    set_by  text        not null,
    set_at  timestamptz not null,
    primary key (scope, version)
);
