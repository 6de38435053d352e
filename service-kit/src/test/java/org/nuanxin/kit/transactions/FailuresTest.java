package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure … */
class FailuresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "40001", "40P01", "08006", "28P01", "3D000", "25006", "25P03", "53300", "55P03", "57014", "57P01",
                "58030", "NX001"
            })
    void passes_when_the_database_is_away_full_or_busy(String state) {
        assertThat(Failures.passes(new PgException("no", "FATAL", state, null))).isTrue();
        assertThat(Failures.passes(new CompletionException(new SQLException("no", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22021", "22P02", "42P01", "42601", "25P02", "P0001"})
    void stays_when_the_statement_is_wrong(String state) {
        assertThat(Failures.passes(new PgException("no", "ERROR", state, null))).isFalse();
        assertThat(Failures.passes(
                        new ConstraintViolationException("no", new SQLException("no", state), "account_pkey")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22008", "22003", "22P05", "54000"})
    void is_about_a_value_that_cannot_be_kept(String state) {
        assertThat(Failures.isAboutAValue(new CompletionException(new PgException("no", "ERROR", state, null))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42P01", "57014"})
    void is_not_about_a_value(String state) {
        assertThat(Failures.isAboutAValue(new PgException("no", "ERROR", state, null)))
                .isFalse();
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new ConnectException("refused"),
                new IOException("Connection reset by peer"),
                new IOException("Broken pipe"),
                new UnknownHostException("postgres"),
                new ClosedChannelException(),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Timeout"),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NoStackTraceThrowable("Pending requests failed to be sent due to connection has been closed."),
                new org.apache.kafka.common.errors.TimeoutException("no broker"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void passes_when_a_store_cannot_be_reached(Throwable outage) {
        assertThat(Failures.passes(new RuntimeException(new CompletionException(outage))))
                .isTrue();
    }

    static Stream<Throwable> broken() throws IOException {
        return Stream.of(
                new IllegalStateException("Timeout of the offer, Connection pool or not"),
                new NullPointerException(),
                new NoStackTraceThrowable("Parameter at position[0] can not be coerced to the expected class"),
                new RecordTooLargeException("5 MB"),
                new IOException("no photo"),
                new FileNotFoundException("Timeout"),
                new UncheckedIOException(new JsonParseException(null, "Timeout")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void stays_when_it_is_ours(Throwable fault) {
        assertThat(Failures.passes(fault)).isFalse();
    }

    @Test
    void may_be_its_own_cause_at_the_end_of_a_ring() {
        var one = new RuntimeException("one");
        var other = new RuntimeException("other", one);
        one.initCause(other);

        assertThat(Failures.passes(one)).isFalse();
    }
}
