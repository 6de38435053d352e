package org.nuanxin.kit.transactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockTimeoutException;
import org.jspecify.annotations.Nullable;

/** Which failures pass by themselves and which stay however often they are tried. */
public final class Failures {
    private static final int DEEPEST = 20;

    private Failures() {}

    /** Another transaction was first (serialization failure, deadlock): try again at once. */
    public static boolean lostARace(Throwable failure) {
        return states(failure).anyMatch(state -> state.equals("40001") || state.equals("40P01"));
    }

    /** A store is away, full or slow, or a race was lost: the same work can succeed later without any change. */
    public static boolean passes(Throwable failure) {
        return states(failure).anyMatch(Failures::stateOfStore)
                || causes(failure).anyMatch(Failures::looksLikeAnOutage);
    }

    private static boolean stateOfStore(String state) {
        return Stream.of("08", "25P03", "40", "53", "55", "57", "58", "XX").anyMatch(state::startsWith);
    }

    private static boolean looksLikeAnOutage(Throwable cause) {
        return (cause instanceof IOException && !(cause instanceof JsonProcessingException))
                || cause instanceof TimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof JDBCConnectionException
                || cause instanceof LockTimeoutException
                || cause instanceof org.apache.kafka.common.errors.RetriableException
                || saysSo(cause.getMessage());
    }

    /** The pool tells its outages by words only. */
    private static boolean saysSo(@Nullable String message) {
        return message != null
                && Stream.of(
                                "Connection pool",
                                "Pool is closed",
                                "Connection is not active",
                                "Connection reset",
                                "Timeout")
                        .anyMatch(message::contains);
    }

    private static Stream<String> states(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> Stream.ofNullable(
                        switch (cause) {
                            case PgException pg -> pg.getSqlState();
                            case SQLException sql -> sql.getSQLState();
                            default -> null;
                        }));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return chain(failure).stream();
    }
}
