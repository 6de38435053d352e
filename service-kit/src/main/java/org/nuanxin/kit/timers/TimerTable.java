package org.nuanxin.kit.timers;

/** How the table of timers is written; public because measurements write it in the same way. */
public final class TimerTable {
    /** Parameters: subjects and kinds to cancel, subjects to empty, then subjects, kinds and due times to set. */
    public static final String CHANGE = """
            with cancelled as (
                delete from timer t using unnest($1::uuid[], $2::text[]) as c(subject, kind)
                where t.subject = c.subject and t.kind = c.kind),
            emptied as (
                delete from timer t where t.subject = any($3) and not exists (
                    select from unnest($4::uuid[], $5::text[]) as s(subject, kind)
                    where s.subject = t.subject and s.kind = t.kind))
            insert into timer (subject, kind, due_at)
            select subject, kind, due_at from unnest($4::uuid[], $5::text[], $6::timestamptz[]) as s(subject, kind, due_at)
            order by subject, kind
            on conflict (subject, kind) do update set due_at = excluded.due_at
            """;

    private TimerTable() {}
}
