package org.nuanxin.dispatch.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The versions of calendars that people have set. */
@ApplicationScoped
class CalendarVersions {
    private static final String ALL = "select code, version, body from calendar";
    private static final String ADD = """
            insert into calendar (code, version, body, set_by, set_at)
            values ($1, $2, $3::jsonb, $4, $5)
            """;

    private final Sql sql;
    private final ObjectMapper json;

    CalendarVersions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Uni<List<WorkCalendar>> all() {
        return sql.query(this::calendar, ALL);
    }

    Uni<Void> add(WorkCalendar calendar, String by, Instant now) {
        CalendarKey key = calendar.key();
        return sql.update(ADD, key.code(), key.version(), write(calendar.timetable()), by, now)
                .replaceWithVoid();
    }

    private WorkCalendar calendar(SqlRow row) {
        try {
            Timetable timetable = json.readValue(row.text(2), Timetable.class);
            return new WorkCalendar(new CalendarKey(row.text(0), row.integer(1)), timetable);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Timetable timetable) {
        try {
            return json.writeValueAsString(timetable);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
