-- A state is written anew at every step: with room left in its page no index has to learn where it is now.
alter table dispatch set (fillfactor = 50);

-- Alerts are written in the transaction that holds the lock of their request, and requests are never deleted.
alter table alert drop constraint alert_request_id_fkey;
