-- Answers age: beside how often, what that counts for at the time of the last change. Null where nothing has been added since.
alter table volunteer_answer
    add column accepted_weight double precision,
    add column refused_weight  double precision,
    add column silent_weight   double precision;

comment on column volunteer_answer.accepted_weight is 'at changed_at; an answer of 90 days before counts half';
