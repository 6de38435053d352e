-- Whoever writes says what time they take it to be, so that they need not wait to be told, and are refused where it is not.
create function time_is(assumed timestamptz) returns timestamptz
    language plpgsql as
$$
declare
    actual timestamptz := clock_timestamp();
begin
    if assumed > actual or assumed < actual - interval '1 second' then
        raise exception 'it is not %', assumed using errcode = 'NX001';
    end if;
    return actual;
end
$$;
