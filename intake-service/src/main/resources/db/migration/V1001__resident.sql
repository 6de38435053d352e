-- What residents say of themselves. Name, phone and address are sealed: the database alone tells nobody.
create table resident (
    subject    text        primary key,
    profile    text        not null,
    changed_at timestamptz not null
);
