package org.nuanxin.kit.transactions;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Which failures pass by themselves and which stay however often they are tried. */
public final class Failures {
    private static final int DEEPEST = 20;

    // lost races; connections, logins and failovers; resources, locks, operators, systems (PostgreSQL, appendix A);
    // what time it is
    private static final List<String> STATES_THAT_PASS = List.of(
            "40001",
            "40P01",
            "08",
            "28",
            "3D",
            "25006",
            "25P03",
            "25P04",
            "53",
            "55006",
            "55P03",
            "57",
            "58",
            "XX",
            Bracket.REFUSED);

    // told by words only
    private static final List<String> WORDS_OF_OUTAGES = List.of(
            "Timeout",
            "Connection is not active",
            "onnection has been closed",
            "onnection was closed",
            "onnection reset",
            "Broken pipe",
            "ool closed");

    private Failures() {}

    /** PostgreSQL has no place for a value that it was given: out of range, not a text, too long for an index. */
    public static boolean isAboutAValue(Throwable failure) {
        return causes(failure).stream().anyMatch(ValueOutOfRange.class::isInstance)
                || states(failure).anyMatch(state -> state.startsWith("22") || state.equals("54000"));
    }

    /** Another transaction was first (serialization failure, deadlock): try again at once. */
    public static boolean lostARace(Throwable failure) {
        return states(failure).anyMatch(state -> state.equals("40001") || state.equals("40P01"));
    }

    /** Another transaction held what was needed for longer than the transaction's patience ({@code lock_timeout}). */
    public static boolean waitedForALock(Throwable failure) {
        return is(failure, "55P03");
    }

    /** Whether it is of this SQL state. */
    static boolean is(Throwable failure, String state) {
        return states(failure).anyMatch(state::equals);
    }

    /** A row is there already that there may be once. */
    public static boolean isThereAlready(Throwable failure) {
        return is(failure, "23505");
    }

    /** A store is away, full or slow, or a race was lost: the same work can succeed later without any change. */
    public static boolean passes(Throwable failure) {
        return states(failure).anyMatch(state -> STATES_THAT_PASS.stream().anyMatch(state::startsWith))
                || causes(failure).stream().anyMatch(Failures::looksLikeAnOutage);
    }

    private static boolean looksLikeAnOutage(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof JDBCConnectionException
                || cause instanceof RetriableException
                || (isOfTheNetwork(cause.getClass()) && saysSo(cause.getMessage()));
    }

    private static boolean isOfTheNetwork(Class<?> kind) {
        return kind == IOException.class
                || kind.getName().startsWith("io.vertx.")
                || kind.getName().startsWith("io.netty.");
    }

    private static boolean saysSo(@Nullable String message) {
        return message != null && WORDS_OF_OUTAGES.stream().anyMatch(message::contains);
    }

    private static Stream<String> states(Throwable failure) {
        return causes(failure).stream()
                .flatMap(cause -> Stream.ofNullable(
                        switch (cause) {
                            case PgException pg -> pg.getSqlState();
                            case SQLException sql -> sql.getSQLState();
                            default -> null;
                        }));
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
