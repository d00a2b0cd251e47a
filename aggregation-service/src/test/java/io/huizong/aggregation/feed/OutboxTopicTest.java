package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.feed.EventStream.Event;
import io.huizong.aggregation.query.Asking;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.commons.topic.TopicSettings;

/** Whatever is done to the topic of changes or to the database: in the end the topic says what REST says. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class OutboxTopicTest extends Asking {

    @Inject
    ChangesReader changes;

    @Inject
    TopicConfiguration topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void a_topic_that_was_made_anew_gets_all_rollups() throws Exception {
        publish(wholeArea("530102", ARISEN, 7), wholeArea("530103", ARISEN, 7));
        awaitPublished();
        Map<String, String> before = changes.current();

        makeTopicAnew();

        eventually().until(() -> changes.current().equals(before));
    }

    @Test
    void an_id_of_the_topic_before_is_answered_by_a_reset() throws Exception {
        publish(wholeArea("530111", ARISEN, 7));
        awaitPublished();
        String last;
        try (EventStream stream = listen("/changes", null)) {
            last = stream.next(named("ready")).id();
        }

        makeTopicAnew();
        eventually().until(() -> changes.current().containsKey("530111/2022"));
        publish(wholeArea("530111", ARISEN, 8));

        String first = ChangeId.parse(last).orElseThrow().at(0).toString();
        try (EventStream stream = listen("/changes", first)) {
            Event reset = stream.next(event -> event.id() != null);
            assertThat(reset.name()).isEqualTo("reset");
            assertThat(ChangeId.parse(reset.id()).orElseThrow().topic())
                    .isNotEqualTo(ChangeId.parse(last).orElseThrow().topic());
        }
    }

    @Test
    void who_listens_while_the_topic_is_made_anew_has_to_come_again() throws Exception {
        publish(wholeArea("530112", ARISEN, 7));
        awaitPublished();
        try (EventStream stream = listen("/changes", null)) {
            stream.next(named("ready"));
            makeTopicAnew();
            stream.next(named("behind"));
        }
    }

    @Test
    void a_database_that_went_back_to_before_a_switch_is_published_again() throws Exception {
        publish(wholeArea("530113", ARISEN, 7));
        awaitPublished();
        List<String> tables = tables();
        for (String table : tables) {
            sql(
                    "create table copy_of_%1$s like %1$s".formatted(table),
                    "insert into copy_of_%1$s select * from %1$s".formatted(table));
        }
        rebuild();
        awaitPublished();

        List<String> putBack = new ArrayList<>(List.of("select * from generation for update"));
        for (String table : tables) {
            putBack.add("delete from " + table);
            putBack.add("insert into %1$s select * from copy_of_%1$s".formatted(table));
        }
        sql(putBack.toArray(String[]::new));

        awaitSame("530113/2022");
        awaitSame("CN/2022");
    }

    @Test
    void changes_are_published_after_the_table_of_publications_was_emptied() throws Exception {
        sql("delete from publication");

        publish(wholeArea("530114", ARISEN, 9));

        awaitSame("530114/2022");
        awaitPublished();
    }

    @Test
    void records_of_others_in_the_topic_stop_no_listener() throws Exception {
        try (EventStream stream = listen("/changes", null)) {
            String ready = stream.next(named("ready")).id();
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka, "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer())) {
                for (String key : new String[] {"CN", "CN/", "/2022", "CN/yesterday", "", "53/2022/x"}) {
                    producer.send(new ProducerRecord<>(topics.rollupChanges(), key, "{}"))
                            .get();
                }
            }
            publish(wholeArea("530115", ARISEN, 9));

            stream.next(of("530115"));
            try (EventStream again = listen("/changes", ready)) {
                again.next(of("530115"));
            }
        }
    }

    private void awaitSame(String key) {
        String[] parts = key.split("/");
        eventually().until(() -> viewer().get("/rollups/{code}/{period}", parts[0], parts[1])
                .asString()
                .equals(changes.current().get(key)));
    }

    private void awaitPublished() {
        eventually().until(() -> changes.marks() == 0);
    }

    private void makeTopicAnew() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(topics.rollupChanges())).all().get();
            eventually().until(() -> isMade(admin));
        }
    }

    private boolean isMade(Admin admin) throws Exception {
        try {
            admin.createTopics(List.of(TopicSettings.rollupChanges(topics).newTopic()))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private EventStream listen(String address, String lastEventId) throws Exception {
        return new EventStream(address, issuer.token("watcher", Set.of("viewer"), Set.of()), lastEventId);
    }

    private static Predicate<Event> named(String name) {
        return event -> name.equals(event.name());
    }

    private static Predicate<Event> of(String code) {
        return event -> "rollup".equals(event.name()) && event.data().contains("\"" + code + "\"");
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = database() and table_name <> 'flyway_schema_history'""")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    /** In one transaction, on a connection that the service has nothing to do with. */
    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String text : statements) {
                statement.execute(text);
            }
            connection.commit();
        }
    }
}
