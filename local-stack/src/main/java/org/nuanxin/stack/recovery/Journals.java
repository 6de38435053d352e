package org.nuanxin.stack.recovery;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.nuanxin.stack.home.Mark;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/**
 * The services' journals, from which Kafka is filled again: their relays send the same events under the same ids in the same
 * order, so that whoever has had one already takes it for a duplicate. To be done with running services, as often as one likes.
 */
public final class Journals {
    private static final String AGAIN =
            "insert into journal_unsent (id) select id from journal where at >= ? order by id on conflict do nothing";
    private static final Duration LONGEST_SENDING = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Databases databases;
    private final Console console;

    public Journals(Databases databases, Console console) {
        this.databases = databases;
        this.console = console;
    }

    /** Sends everything again where that is needed; and needed it is, however often it is interrupted, until all has been sent. */
    public void refill(List<String> services, Mark needed) throws IOException, SQLException, InterruptedException {
        if (!needed.stands()) return;
        sendAgain(services, Instant.EPOCH);
        needed.clear();
    }

    /**
     * Returns when all has been sent.
     *
     * @param since leaves out what happened before
     */
    public void sendAgain(List<String> services, Instant since) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        for (String service : services) {
            console.say(service, "%d events are sent again".formatted(mark(service, since)));
        }
        for (String service : services) awaitSent(service, began + LONGEST_SENDING.toNanos());
        console.line("all sent in %.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private int mark(String service, Instant since) throws SQLException {
        try (Connection connection = databases.connect(service);
                PreparedStatement again = connection.prepareStatement(AGAIN)) {
            again.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            return again.executeUpdate();
        }
    }

    private void awaitSent(String service, long end) throws SQLException, InterruptedException {
        try (Connection connection = databases.connect(service);
                Statement statement = connection.createStatement()) {
            while (isUnsent(statement)) {
                if (System.nanoTime() > end) {
                    throw new CannotStart("%s has not sent all yet: does it run, and its Kafka?".formatted(service));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean isUnsent(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select exists (select from journal_unsent)")) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
