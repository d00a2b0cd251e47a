package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.aggregation.RoughServersResource;

/** A dump from before an upgrade of the service is migrated under the running service, and filled from the log. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class OldSchemaTest extends Damage {

    @ParameterizedTest
    @ValueSource(strings = {"3", "8"})
    void tables_of_an_older_version_are_migrated_and_filled(String version) throws SQLException {
        String period = "203" + version;
        log.publish(events(50, period, 1));
        awaitArisen("53", period, 50);
        eventually().until(() -> lag().equals("0"));
        List<String> derived = derived(period);

        Flyway old = Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .target(version)
                .cleanDisabled(false)
                .load();
        old.clean();
        old.migrate();

        awaitNotReady("older version");
        eventually().until(() -> readiness().statusCode() == 200);
        assertThat(lag()).isEqualTo("0");
        assertThat(derived(period)).isEqualTo(derived);
    }
}
