package io.huizong.intake.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Permits the group {@code submitter}. A refusal is thrown, so that it is answered with a problem like any other. */
@ApplicationScoped
class OnlySubmitters implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "only-submitters";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> sender, AuthorizationRequestContext context) {
        return sender.onItem().transform(OnlySubmitters::checked);
    }

    private static CheckResult checked(SecurityIdentity sender) {
        if (sender.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!sender.hasRole("submitter")) {
            throw new ForbiddenException();
        }
        return CheckResult.PERMIT;
    }
}
