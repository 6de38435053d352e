-- Every version of every calendar that people have set: running rounds keep theirs.
create table calendar (
    code    text        not null,
    version integer     not null,
    body    jsonb       not null,
    set_by  text        not null,
    set_at  timestamptz not null,
    primary key (code, version)
);
