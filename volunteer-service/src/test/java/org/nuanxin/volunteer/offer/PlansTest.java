package org.nuanxin.volunteer.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** Among fifty thousand offers PostgreSQL means to read no table from end to end for … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class PlansTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Transactions transactions;

    List<String> plan = new ArrayList<>();

    @BeforeEach
    void many() throws SQLException {
        execute("insert into offer (offer_id, request_id, volunteer, asked_at, question)"
                + " select md5('plan' || n)::uuid, gen_random_uuid(), 'plan-' || n % 1000, now(), '{}'"
                + " from generate_series(1, 50000) n");
        execute("analyze offer");
    }

    @AfterEach
    void as_before() throws SQLException {
        execute("delete from offer where volunteer like 'plan-%'");
        execute("analyze offer");
    }

    @Test
    void what_somebody_is_asked() {
        assertIndexed(offers -> offers.madeTo("plan-7", 50));
    }

    private <T> void assertIndexed(Function<Offers, Uni<T>> question) {
        Offers offers = new Offers(new Explaining());
        transactions.read(() -> question.apply(offers)).await().atMost(PATIENCE);

        assertThat(plan)
                .anyMatch(line -> line.contains("Index"))
                .noneMatch(line -> line.contains("Seq Scan on offer o"));
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
