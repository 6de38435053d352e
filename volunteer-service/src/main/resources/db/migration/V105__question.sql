-- Whoever refuses five times in a row is asked once whether their skills and hours are right.
alter table volunteer add column skills_or_hours boolean not null default false;
