-- Millions of timers are set and cancelled in a day: what they leave is cleared away at once and without pauses.
alter table timer set (autovacuum_vacuum_cost_delay = 0);
