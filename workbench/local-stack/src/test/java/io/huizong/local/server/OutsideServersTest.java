package io.huizong.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers named by the environment are used as they are named; another database keeps the server's parameters. */
class OutsideServersTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db:3306/huizong, jdbc:mysql://db:3306/test?createDatabaseIfNotExist=true",
        "jdbc:mysql://db:3306, jdbc:mysql://db:3306/test?createDatabaseIfNotExist=true",
        "jdbc:mysql://db/a?useSSL=false&x=1, jdbc:mysql://db/test?useSSL=false&x=1&createDatabaseIfNotExist=true",
        "jdbc:mysql://db/a?createDatabaseIfNotExist=false&x=1, jdbc:mysql://db/test?x=1&createDatabaseIfNotExist=true"
    })
    void only_the_database_changes(String given, String expected) {
        assertThat(OutsideDatabase.at(given, "root", "").jdbcUrl("test")).isEqualTo(expected);
    }

    @Test
    void what_is_no_jdbc_url_is_named() {
        assertThatThrownBy(() -> OutsideServers.from(Map.of("HUIZONG_JDBC_URL", "db:3306", "HUIZONG_DB_USER", "root")))
                .hasMessageStartingWith("HUIZONG_JDBC_URL is db:3306, expected");
    }

    @Test
    void a_database_without_a_user_is_refused() {
        assertThatThrownBy(() -> OutsideServers.from(Map.of("HUIZONG_JDBC_URL", "jdbc:mysql://db/huizong")))
                .hasMessageContaining("HUIZONG_DB_USER is not");
    }

    @Test
    void either_server_may_be_an_outside_one() {
        OutsideServers servers = OutsideServers.from(Map.of("HUIZONG_KAFKA", "broker:9092"));

        assertThat(servers.kafka()).contains("broker:9092");
        assertThat(servers.database()).isEmpty();
    }
}
