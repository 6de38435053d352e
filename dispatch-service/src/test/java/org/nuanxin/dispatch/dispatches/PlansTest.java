package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.dispatches.Board.Filter;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

/** Among fifty thousand requests PostgreSQL means to read no table from end to end for … */
@ServiceTest
class PlansTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Instant SOON = Instant.parse("2026-01-01T00:00:00Z");
    static final List<String> HELD = List.of("plan-community-1");

    @Inject
    AgroalDataSource database;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Transactions transactions;

    @Inject
    PolicyBook policies;

    List<String> plan = new ArrayList<>();

    @BeforeEach
    void many() throws SQLException {
        execute("""
                insert into dispatch (request_id, place_path, service_type, status, due_at, state)
                select md5('plan' || n)::uuid, array['plan-street', 'plan-community-' || n % 20, 'plan-grid-' || n % 200],
                    'plan', case when n % 50 = 0 then 'MANUAL' else 'CLOSED' end,
                    now() - n * interval '1 minute', '{}'::json
                from generate_series(1, 50000) n
                """);
        execute("analyze dispatch");
    }

    @AfterEach
    void as_before() throws SQLException {
        execute("delete from dispatch where service_type = 'plan'");
        execute("analyze dispatch");
    }

    static Stream<Filter> filters() {
        return Stream.of(
                new Filter(null, Set.of(), null, null),
                new Filter(null, Set.of("MANUAL"), null, null),
                new Filter(null, Set.of(), SOON, null),
                new Filter("plan-grid-21", Set.of("MANUAL", "SEARCHING"), SOON, "lock-opening"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_page_of_the_board(Filter filter) {
        assertIndexed(() -> board().page(HELD, filter, Cursor.parse(null), 50));
    }

    @Test
    void what_is_open_at_a_place() {
        assertIndexed(() -> board().open(HELD, "plan-grid-21", new UUID(0, 0), 100));
    }

    @Test
    void some_requests_by_their_ids() {
        assertIndexed(() -> new Dispatches(new Explaining(), policies).lock(List.of(new UUID(0, 1), new UUID(0, 2))));
    }

    private Board board() {
        return new Board(new Explaining());
    }

    private <T> void assertIndexed(Supplier<Uni<T>> question) {
        transactions.read(question).await().atMost(PATIENCE);

        assertThat(plan).isNotEmpty().noneMatch(line -> line.contains("Seq Scan on dispatch"));
        assertThat(String.join("\n", plan)).contains("Index");
    }

    /** Is told what would be done instead of what is there. */
    private final class Explaining extends Sql {
        Explaining() {
            super(sessions);
        }

        @Override
        public Uni<List<SqlRow>> query(String statement, @Nullable Object... parameters) {
            return super.query("explain " + statement, parameters)
                    .invoke(rows -> rows.forEach(row -> plan.add(row.text(0))))
                    .replaceWith(List.of());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
