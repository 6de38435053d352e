-- Who is on the duty roster of which places.
create table staff (
    subject  text    primary key,
    role     text    not null check (role in ('building-leader', 'grid-worker', 'supervisor')),
    places   text[]  not null,
    on_duty  boolean not null,
    language text
);
