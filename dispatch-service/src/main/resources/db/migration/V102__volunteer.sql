-- What volunteer-service says of each volunteer, whole, at the newest version.
create table volunteer (
    volunteer_id uuid        primary key,
    version      bigint      not null,
    profile      jsonb       not null,
    changed_at   timestamptz not null
);

-- Where they are now, coarsely; it may be told before the volunteer is.
create table volunteer_position (
    volunteer_id uuid             primary key,
    version      bigint           not null,
    lat          double precision not null,
    lon          double precision not null,
    changed_at   timestamptz      not null
);

-- How many requests each holds: never more than they have room for.
create table volunteer_load (
    volunteer_id uuid        primary key,
    held         integer     not null default 0,
    capacity     integer     not null,
    changed_at   timestamptz not null,
    constraint volunteer_load_within_capacity check (held between 0 and capacity)
);

-- Every instance keeps the volunteers in memory and asks what has changed since it asked last.
create index volunteer_changed on volunteer (changed_at);
create index volunteer_position_changed on volunteer_position (changed_at);
create index volunteer_load_changed on volunteer_load (changed_at);
