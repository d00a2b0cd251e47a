package io.huizong.benchmarks.reference;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.huizong.local.Stage;

/** A connection with the settings that the service gives its own, without commits by itself. */
final class ReferenceConnection {

    private static final String SETTINGS =
            "rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true&useLocalSessionState=true"
                    + "&prepStmtCacheSize=250&prepStmtCacheSqlLimit=8192"
                    + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    private ReferenceConnection() {}

    static Connection open(Stage stage) throws SQLException {
        String url = stage.jdbcUrl();
        Connection connection = DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + SETTINGS,
                stage.servers().dbUser(),
                stage.servers().dbPassword());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
