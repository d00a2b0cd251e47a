package io.huizong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The servers that tests share are real ones, and what they hold outlives their restart. */
class LocalServersTest {

    private static LocalServers servers;

    @BeforeAll
    static void start() {
        servers = LocalServers.shared();
    }

    @Test
    void a_record_is_there_after_the_broker_has_restarted() throws Exception {
        assumeThat(servers.ownsKafka()).as("the broker was started here").isTrue();
        createTopic("kept");
        send("kept", "before");

        servers.restartKafka();

        send("kept", "after");
        assertThat(read("kept", 2)).containsExactly("before", "after");
    }

    @Test
    void a_row_is_there_after_the_database_has_restarted() throws SQLException {
        assumeThat(servers.ownsDatabase()).as("the database was started here").isTrue();
        try (Connection connection = connect("kept")) {
            execute(connection, "CREATE TABLE place (name VARCHAR(20))", "INSERT INTO place VALUES ('县街街道')");
        }

        servers.restartDatabase();

        try (Connection connection = connect("kept")) {
            assertThat(select(connection, "SELECT name FROM place")).isEqualTo("县街街道");
        }
    }

    @Test
    void the_database_is_set_up_as_in_production() throws SQLException {
        assumeThat(servers.ownsDatabase()).as("the database was started here").isTrue();
        try (Connection connection = connect("settings")) {
            assertThat(select(connection, "SELECT @@version")).startsWith("11.4.");
            assertThat(select(connection, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(select(connection, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(select(connection, "SELECT @@global.time_zone")).isEqualTo("+00:00");
            assertThat(select(connection, "SELECT @@max_allowed_packet")).isEqualTo("67108864");
        }
    }

    @Test
    void a_second_caller_gets_the_same_servers() {
        assertThat(LocalServers.shared().kafka()).isEqualTo(servers.kafka());
        assertThat(LocalServers.shared().jdbcUrl("x")).isEqualTo(servers.jdbcUrl("x"));
    }

    private static void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
            admin.createTopics(Set.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers.kafka(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(String topic, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.kafka(), "group.id", "readers", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(database), servers.dbUser(), servers.dbPassword());
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String select(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
