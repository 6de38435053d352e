package org.nuanxin.testing;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** A database of one service; its role, of the same name, owns it. */
public record Database(String address, String name, String username, String password) {

    public String reactiveUrl() {
        return "postgresql://" + address + "/" + name;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address + "/" + name;
    }

    /** Not by the DriverManager, which shows drivers to the class loader of the application only. */
    public Connection connect() throws SQLException {
        var credentials = new Properties();
        credentials.put("user", username);
        credentials.put("password", password);
        for (Driver driver : ServiceLoader.load(Driver.class, Database.class.getClassLoader())) {
            if (driver.acceptsURL(jdbcUrl())) return requireNonNull(driver.connect(jdbcUrl(), credentials));
        }
        throw new IllegalStateException("no driver for " + jdbcUrl());
    }
}
