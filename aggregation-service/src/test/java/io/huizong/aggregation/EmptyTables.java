package io.huizong.aggregation;

import static io.huizong.aggregation.Eventually.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.KafkaClients;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;

/** Empties the tables before the first test of each class that {@link StartsEmpty}. */
public class EmptyTables implements QuarkusTestBeforeEachCallback {

    private static final List<String> TABLES =
            List.of("rollup", "report", "submission", "submission_key", "uncounted", "unreadable");

    /** One a service, as the class is loaded with it. */
    private static Class<?> emptiedFor;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Class<?> test = context.getTestInstance().getClass();
        if (test != emptiedFor && test.isAnnotationPresent(StartsEmpty.class)) {
            emptiedFor = test;
            try {
                // Brokers may not know yet of a topic that was made just now.
                eventually()
                        .ignoreExceptionsInstanceOf(IllegalStateException.class)
                        .until(EmptyTables::nothingWaits);
                empty(bean(TopicId.class).get());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean nothingWaits() {
        Map<Integer, Long> taken = bean(StoredOffsets.class)
                .read(bean(Generations.class).answering(), bean(TopicId.class).get());
        try (TopicReader reader = bean(KafkaClients.class).openReports()) {
            return reader.ends().entrySet().stream()
                    .allMatch(end -> taken.getOrDefault(end.getKey(), 0L).equals(end.getValue()));
        }
    }

    private static void empty(String topicId) throws SQLException {
        try (Connection connection = bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement others = connection.prepareStatement(
                        "delete from log_position where log_id <> ? and log_partition >= 0")) {
            for (String table : TABLES) {
                // But for the row that shows that the tables belong together.
                statement.execute("delete from %s where generation < %d".formatted(table, Integer.MAX_VALUE));
            }
            // What was taken in stays taken in.
            statement.execute("update log_position set applied_through = null");
            others.setString(1, topicId);
            others.execute();
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
