-- Volunteers and partners. The position is rounded to about 100 m; only the newest is kept, never a trail.
create table volunteer (
    volunteer_id   uuid             primary key,
    subject        text             not null,
    client         text,
    kind           text             not null check (kind in ('VOLUNTEER', 'PARTNER')),
    display_name   text             not null,
    phone          text             not null,
    place_path     text[]           not null,
    serves         text[]           not null,
    radius_metres  integer          not null check (radius_metres >= 0),
    travel_mode    text             not null check (travel_mode in ('WALK', 'EBIKE', 'CAR')),
    languages      text[]           not null,
    capacity       integer          not null check (capacity >= 1),
    urgent_on_call boolean          not null,
    lat            double precision not null,
    lon            double precision not null,
    verified       boolean          not null,
    on_duty        boolean          not null,
    quiet_from     time,
    quiet_to       time,
    version        bigint           not null,
    check ((quiet_from is null) = (quiet_to is null))
);

create unique index volunteer_once_per_subject on volunteer (subject);
create index volunteer_of_place on volunteer using gin (place_path);

-- The proof of a skill (资质): seen by a supervisor or not yet.
create table credential (
    volunteer_id uuid    not null references volunteer,
    skill        text    not null,
    verified     boolean not null,
    valid_until  timestamptz,
    primary key (volunteer_id, skill)
);

create table shift (
    volunteer_id uuid        not null references volunteer,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    primary key (volunteer_id, starts_at, ends_at)
);
