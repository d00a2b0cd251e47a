package io.huizong.local.launch;

import java.util.Map;
import java.util.Set;

import io.huizong.local.LocalIssuer;

/** A token for each role of the services. */
record Tokens(String submitter, String viewer, String admin) {

    static Tokens from(LocalIssuer issuer) {
        Set<String> everywhere = Set.of("CN");
        return new Tokens(
                issuer.token("local-submitter", Set.of("submitter"), everywhere),
                issuer.token("local-viewer", Set.of("viewer"), Set.of()),
                issuer.token("local-admin", Set.of("admin", "viewer", "submitter"), everywhere));
    }

    Map<String, String> byRole() {
        return Map.of("submitter", submitter, "viewer", viewer, "admin", admin);
    }
}
