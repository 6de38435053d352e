package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Topic;

class StoresTest {
    @Test
    void give_a_fresh_database_whose_role_may_make_tables() throws SQLException {
        Database first = Stores.postgres().freshDatabase("fresh");
        execute(first, "create table left_behind (id int)");

        Database second = Stores.postgres().freshDatabase("fresh");

        assertThat(query(second, "select count(*) from pg_tables where tablename = 'left_behind'"))
                .isEqualTo("0");
        assertThat(query(second, "select current_user")).isEqualTo("fresh");
        assertThat(query(second, "show max_connections")).isEqualTo("200");
    }

    @Test
    void stop_postgres_and_start_it_with_its_data_at_its_address() throws SQLException {
        Database database = Stores.postgres().freshDatabase("outage");
        execute(database, "create table kept as select 'still there' as what");

        Stores.postgres().stop();

        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);

        Stores.postgres().start();

        assertThat(query(database, "select what from kept")).isEqualTo("still there");
    }

    @Test
    void create_every_topic_once() {
        Stores.kafka().createTopics();
        Stores.kafka().createTopics();

        try (var probe = KafkaProbe.fromNow()) {
            assertThat(Arrays.stream(Topic.values()).flatMap(topic -> probe.records(topic).stream()))
                    .isEmpty();
        }
    }

    @Test
    void stop_kafka_and_start_it_with_its_data_at_its_address() {
        Stores.kafka().createTopics();
        var withdrawn = new RequestWithdrawn(UUID.randomUUID(), "community-1", 2, "mei", Instant.EPOCH);
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(withdrawn);
        }

        Stores.kafka().stop();
        Stores.kafka().start();

        try (var probe = KafkaProbe.fromStart()) {
            assertThat(probe.events(RequestEvent.class)).contains(withdrawn);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
