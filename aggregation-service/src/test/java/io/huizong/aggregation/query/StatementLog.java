package io.huizong.aggregation.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import jakarta.inject.Singleton;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.NativeSession;
import com.mysql.cj.PreparedQuery;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;

/** Keeps the statements that go to the database, with their values, while it is asked to. */
@Singleton
@Unremovable
public class StatementLog implements AgroalPoolInterceptor {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean recording;

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            MysqlConnection mysql = (MysqlConnection) connection.unwrap(com.mysql.cj.jdbc.JdbcConnection.class);
            ((NativeSession) mysql.getSession()).setQueryInterceptors(List.of(new Interceptor()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queries that are sent while that is done. */
    public List<String> queries(Runnable work) {
        statements.clear();
        recording = true;
        work.run();
        recording = false;
        return statements.stream()
                .filter(statement -> statement.toLowerCase().contains("select"))
                .toList();
    }

    private final class Interceptor implements QueryInterceptor {

        @Override
        public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
            return this;
        }

        @Override
        public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
            if (recording) {
                statements.add(query instanceof PreparedQuery prepared ? prepared.asSql() : sql.get());
            }
            return null;
        }

        @Override
        public <T extends Resultset> T postProcess(Supplier<String> sql, Query query, T result, ServerSession session) {
            return result;
        }

        @Override
        public boolean executeTopLevelOnly() {
            return true;
        }

        @Override
        public void destroy() {}
    }
}
