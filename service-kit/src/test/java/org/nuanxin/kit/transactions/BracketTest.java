package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;

/** A transaction's bracket … what is sent is written down, and answered when the test says so. */
class BracketTest {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final Object[] NOW = {NOON.atOffset(ZoneOffset.UTC)};

    List<String> sent = new ArrayList<>();
    List<CompletableFuture<Object>> answers = new ArrayList<>();
    ReactiveConnection connection = (ReactiveConnection) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ReactiveConnection.class},
            (_, _, sql) -> send((String) sql[0]));
    DatabaseTime time = new DatabaseTime(() -> 0);

    @Test
    void takes_one_round_trip_where_nothing_is_read() {
        time.heard(NOON);

        var committed = open().join()
                .commit(List.of(Write.of("insert"), Write.of("update")))
                .subscribeAsCompletionStage();

        assertThat(sent).containsExactly("begin read write", "select time_is($1)", "insert", "update", "commit");
        assertThat(committed).isNotDone();
        answerAll();
        assertThat(committed).isCompleted();
    }

    @Test
    void asks_for_the_time_where_it_is_not_known() {
        var opened = open();

        assertThat(sent).containsExactly("begin read write", "select clock_timestamp()");
        assertThat(opened).isNotDone();
        answerAll();

        assertThat(opened.join().now()).isEqualTo(NOON);
        assertThat(time.now()).contains(NOON);
    }

    @Test
    void is_closed_again_where_the_time_is_not_told() {
        var opened = open();
        fail(1, "57014");

        assertThat(sent).last().isEqualTo("rollback");
        assertThat(opened).isNotDone();
        answerAll();

        assertThatThrownBy(opened::join)
                .satisfies(failure -> assertThat(Failures.passes(failure)).isTrue());
    }

    @Test
    void is_not_committed_where_something_could_not_even_be_sent() {
        time.heard(NOON);

        var committed = open().join()
                .commit(List.of(Write.of("unsendable"), Write.of("update")))
                .subscribeAsCompletionStage();

        assertThat(sent).last().isEqualTo("rollback");
        answerAll();
        assertThatThrownBy(committed::join).hasRootCauseMessage("cannot be sent");
    }

    @Test
    void fails_when_all_is_answered_and_by_what_failed_first() {
        time.heard(NOON);
        var committed = open().join()
                .commit(List.of(Write.of("insert"), Write.of("update")))
                .subscribeAsCompletionStage();

        fail(2, "23505");
        fail(3, "25P02");
        assertThat(committed).isNotDone();
        answerAll();

        assertThatThrownBy(committed::join)
                .satisfies(failure -> assertThat(Failures.is(failure, "23505")).isTrue());
    }

    @Test
    void tells_that_the_time_was_wrong_though_something_else_failed_for_it() {
        time.heard(NOON);
        Bracket bracket = open().join();
        fail(1, "NX001");

        var undone = bracket.undo(new IllegalStateException("aborted")).subscribeAsCompletionStage();
        assertThat(sent).last().isEqualTo("rollback");
        answerAll();

        assertThatThrownBy(undone::join)
                .satisfies(
                        failure -> assertThat(Bracket.timeWasRefused(failure)).isTrue());
        assertThat(time.now()).isEmpty();
    }

    @Test
    void that_has_ended_is_not_ended_again() {
        time.heard(NOON);
        Bracket bracket = open().join();
        bracket.commit(List.of(Write.of("insert"))).subscribe().with(_ -> {}, _ -> {});

        var undone = bracket.undo(new IllegalStateException("late")).subscribeAsCompletionStage();

        assertThatThrownBy(undone::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("late");
        assertThat(sent).endsWith("commit");
    }

    private CompletableFuture<Bracket> open() {
        return Bracket.open(connection, time).subscribeAsCompletionStage();
    }

    private CompletableFuture<Object> send(String sql) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        if (sql.equals("unsendable")) {
            answer.completeExceptionally(new IllegalArgumentException("cannot be sent"));
        } else {
            sent.add(sql);
            answers.add(answer);
        }
        return answer;
    }

    private void fail(int which, String state) {
        answers.get(which).completeExceptionally(new PgException("no", "ERROR", state, null));
    }

    private void answerAll() {
        for (int i = 0; i < answers.size(); i++)
            answers.get(i).complete(new Rows(sent.get(i).startsWith("select") ? List.<Object[]>of(NOW) : List.of()));
    }

    private static final class Rows implements ReactiveConnection.Result {
        private final int size;
        private final Iterator<Object[]> rows;

        Rows(List<Object[]> rows) {
            this.size = rows.size();
            this.rows = rows.iterator();
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Object[] next() {
            return rows.next();
        }
    }
}
