package io.huizong.aggregation.security;

import java.util.List;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;

/** Refuses to start a service that could check no token, or would take those of anyone. */
@ApplicationScoped
class TokenSettingsCheck {

    private static final List<String> KEYS = List.of("mp.jwt.verify.publickey.location", "mp.jwt.verify.publickey");
    private static final List<String> ORIGIN = List.of("mp.jwt.verify.issuer", "mp.jwt.verify.audiences");
    private static final String SHARED_SECRET = "smallrye.jwt.verify.secretkey";

    void check(@Observes @Priority(1) StartupEvent started, Config config) {
        if (KEYS.stream().noneMatch(name -> isSet(config, name))) {
            throw new ConfigurationException(
                    "No key to check tokens with: set %s to the PEM file or key set of your token issuer"
                            .formatted(KEYS.get(0)));
        }
        for (String name : ORIGIN) {
            if (!isSet(config, name)) {
                throw new ConfigurationException("Tokens made for anything would be taken: set " + name);
            }
        }
        if (isSet(config, SHARED_SECRET)) {
            throw new ConfigurationException(
                    "Tokens signed with a shared secret are not taken: unset " + SHARED_SECRET);
        }
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .isPresent();
    }
}
