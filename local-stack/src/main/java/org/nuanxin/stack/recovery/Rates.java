package org.nuanxin.stack.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.nuanxin.stack.start.Console;

/**
 * Feedback's read model of the rates, made anew: what the matters were told is forgotten, the marks of what was told with it, and
 * then everything is told again. Ratings, reopenings and follow-ups are feedback's own and stay. Until all has been told again the
 * rates are too low.
 */
final class Rates {
    private static final List<String> TELLERS = List.of("intake", "dispatch");

    /** Whoever is handling an event holds the marks: what it writes must be forgotten with its mark, or kept with it. */
    private static final String FORGET = """
            lock table inbox in access exclusive mode;
            update matter set community = null, service_type = null, channel = null, resident = null, reporter = null,
                beneficiary = null, for_beneficiary = null, submitted_at = null, place_version = 0, place_path = null,
                status = 'OPEN', status_version = 0, answered_at = null, answered_in_time = null,
                completion_version = null, completed_at = null, completed_in_time = null, extended = null,
                handler = null, handler_id = null, closure_breached = false;
            delete from directory;
            delete from inbox
            """;

    private final Databases databases;
    private final Console console;

    Rates(Databases databases, Console console) {
        this.databases = databases;
        this.console = console;
    }

    void rebuild() throws SQLException, InterruptedException {
        try (Connection connection = databases.connect("feedback");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(FORGET);
            connection.commit();
        }
        console.say("feedback", "has forgotten what it was told");
        new Journals(databases, console).sendAgain(TELLERS, Instant.EPOCH);
    }
}
