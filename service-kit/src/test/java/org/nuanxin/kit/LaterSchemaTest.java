package org.nuanxin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.testing.StoresResource;

/** During a release a later version has migrated the schema already; an instance of the version before may have to start on it. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class LaterSchemaTest {
    @Inject
    Flyway flyway;

    @Inject
    ServiceDatabase database;

    @AfterEach
    void leave() throws SQLException {
        database.execute("delete from flyway_schema_history where script = 'of_tomorrow.sql'");
    }

    @Test
    void does_not_keep_an_instance_from_starting() throws SQLException {
        migratedTo("9999");

        assertThat(database.migrate(flyway)).isTrue();
    }

    /** Features are numbered apart from each other, so what is new need not have the highest number. */
    @Test
    void does_not_keep_an_instance_from_starting_where_it_is_numbered_below_what_that_knows() throws SQLException {
        migratedTo("1.5");

        assertThat(database.migrate(flyway)).isTrue();
    }

    private void migratedTo(String version) throws SQLException {
        database.execute("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                   installed_by, execution_time, success)
                select max(installed_rank) + 1, '%s', 'of tomorrow', 'SQL', 'of_tomorrow.sql', 1, current_user, 1, true
                from flyway_schema_history
                """.formatted(version));
    }
}
