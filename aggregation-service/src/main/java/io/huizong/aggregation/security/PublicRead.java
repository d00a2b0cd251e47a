package io.huizong.aggregation.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.commons.security.Role;

/** Makes everyone a viewer where {@code huizong.public-read} is true. */
@ApplicationScoped
class PublicRead implements SecurityIdentityAugmentor {

    private final boolean publicRead;

    PublicRead(@ConfigProperty(name = "huizong.public-read", defaultValue = "false") boolean publicRead) {
        this.publicRead = publicRead;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        SecurityIdentity augmented = publicRead
                ? QuarkusSecurityIdentity.builder(identity).addRole(Role.VIEWER).build()
                : identity;
        return Uni.createFrom().item(augmented);
    }
}
