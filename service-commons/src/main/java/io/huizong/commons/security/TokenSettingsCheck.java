package io.huizong.commons.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;

/** Refuses to start a service that would trust tokens of nobody in particular, or of anyone who knows a shared secret. */
@ApplicationScoped
class TokenSettingsCheck {

    private static final List<String> KEYS = List.of("mp.jwt.verify.publickey.location", "mp.jwt.verify.publickey");
    private static final List<String> ALGORITHMS =
            List.of("mp.jwt.verify.publickey.algorithm", "smallrye.jwt.verify.algorithm");
    private static final String SHARED_SECRET = "smallrye.jwt.verify.secretkey";

    void check(@Observes @Priority(1) StartupEvent event, Config config) {
        if (KEYS.stream().allMatch(key -> value(config, key).isEmpty())) {
            throw new ConfigurationException(
                    "No key to check tokens with: set %s to the PEM file or key set of your token issuer"
                            .formatted(KEYS.get(0)));
        }
        for (String name : List.of("mp.jwt.verify.issuer", "mp.jwt.verify.audiences")) {
            if (value(config, name).isEmpty()) {
                throw new ConfigurationException("Tokens of any issuer would do: set " + name);
            }
        }
        if (value(config, SHARED_SECRET).isPresent()) {
            throw new ConfigurationException(
                    "Tokens signed with a shared secret are not accepted: unset " + SHARED_SECRET);
        }
        for (String name : ALGORITHMS) {
            if (value(config, name).orElse("").toUpperCase(Locale.ROOT).contains("HS")) {
                throw new ConfigurationException(
                        "Only asymmetric algorithms are accepted: set %s to one such as RS256".formatted(name));
            }
        }
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
