package org.nuanxin.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of one service; its role, of the same name, owns it. */
public record Database(String address, String name, String username, String password) {

    public String reactiveUrl() {
        return "postgresql://" + address + "/" + name;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address + "/" + name;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username, password);
    }
}
