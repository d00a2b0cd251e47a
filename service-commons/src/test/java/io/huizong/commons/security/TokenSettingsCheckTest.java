package io.huizong.commons.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that would trust the wrong tokens does not start, and says which setting is wrong. */
class TokenSettingsCheckTest {

    private static final Map<String, String> GOOD = Map.of(
            "mp.jwt.verify.publickey.location", "https://id.example/keys",
            "mp.jwt.verify.issuer", "https://id.example",
            "mp.jwt.verify.audiences", "huizong");

    @ParameterizedTest
    @ValueSource(strings = {"mp.jwt.verify.publickey.location", "mp.jwt.verify.issuer", "mp.jwt.verify.audiences"})
    void a_missing_setting_is_named(String name) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.remove(name);

        assertThatThrownBy(() -> check(settings)).hasMessageContaining("set " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "smallrye.jwt.verify.secretkey, c2VjcmV0",
        "mp.jwt.verify.publickey.algorithm, 'RS256,HS256'",
        "smallrye.jwt.verify.algorithm, hs512"
    })
    void a_shared_secret_is_refused(String name, String value) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(name, value);

        assertThatThrownBy(() -> check(settings)).hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "PS512"})
    void an_asymmetric_algorithm_will_do(String algorithm) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put("mp.jwt.verify.publickey.algorithm", algorithm);

        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    private static void check(Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
        settings.forEach(config::withDefaultValue);
        new TokenSettingsCheck().check(new StartupEvent(), config.build());
    }
}
