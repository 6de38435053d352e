package org.nuanxin.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** The service's database seen from outside, by connections that are none of the service's. */
@ApplicationScoped
public class ServiceDatabase {
    private final String url;
    private final String user;
    private final String password;

    ServiceDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** As the superuser, in the database of that name. */
    public Connection administration() throws SQLException {
        return DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/') + 1) + "postgres", "postgres", "postgres");
    }

    public void execute(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement one = connection.createStatement();
                ResultSet rows = one.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** As the service does at its start; by a connection of its own, since those of its pool may have been broken meanwhile. */
    public boolean migrate(Flyway service) {
        return Flyway.configure()
                .configuration(service.getConfiguration())
                .dataSource(url, user, password)
                .load()
                .migrate()
                .success;
    }

    /** Breaks connections of the service that fit the condition; says how many. */
    public long terminate(String condition) throws SQLException {
        return number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and (" + condition + ")");
    }
}
