-- Something with a state, for the tests of the kit.
create table account (
    account_id uuid   primary key,
    balance    bigint not null
);
