package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.HandledBy;

/** Among fifty thousand requests of all streets the board asks an index and reads no table from end to end for … */
@ServiceTest
class HotQueriesTest {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    Neighbourhood here = new Neighbourhood().defined();
    UUID request = here.submit(HandledBy.DUTY_DESK);

    @BeforeEach
    void many() throws SQLException {
        here.awaitStatus(request, "manual");
        execute("""
                insert into dispatch (request_id, place_path, service_type, status, due_at, state)
                select md5('hot' || n)::uuid, array['hot-street', 'hot-community-' || n %% 20, 'hot-grid-' || n %% 200],
                    'hot', case when n %% 50 = 0 then 'MANUAL' else 'CLOSED' end,
                    now() - n * interval '1 minute', replace(state::text, '%1$s', md5('hot' || n)::uuid::text)::json
                from dispatch, generate_series(1, 50000) n where request_id = '%1$s'
                """.formatted(request));
        execute("analyze dispatch");
    }

    @AfterEach
    void as_before() throws SQLException {
        execute("delete from dispatch where service_type = 'hot'");
        execute("analyze dispatch");
        here.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?status=manual",
                "?limit=20&type=lock-opening",
                "?due=2100-01-01T00:00:00Z",
                "?status=manual&type=lock-opening&due=2100-01-01T00:00:00Z"
            })
    void a_supervisors_view(String search) throws SQLException {
        assertIndexed("/dispatches" + search);
    }

    @Test
    void one_request() throws SQLException {
        assertIndexed("/dispatches/" + request);
    }

    private void assertIndexed(String path) throws SQLException {
        long byIndex = scans("idx_scan");
        long endToEnd = scans("seq_scan");

        here.supervisor().get(path).then().statusCode(200);

        await().atMost(SOON).until(() -> scans("idx_scan") > byIndex);
        assertThat(scans("seq_scan"))
                .as("times dispatch was read from end to end")
                .isEqualTo(endToEnd);
    }

    /** As PostgreSQL counts them, a second later. */
    private long scans(String kind) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + kind + " from pg_stat_user_tables where relname = 'dispatch'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
