-- The engine's state is read and written whole, never searched in: kept as it was written, and in the row, it costs a third.
alter table dispatch alter column state type json using state::text::json;
alter table dispatch set (toast_tuple_target = 8160);
