package io.huizong.local.launch;

import java.util.Map;
import java.util.Set;

import io.huizong.local.LocalIssuer;
import io.huizong.local.demo.Demo;
import io.huizong.local.demo.DemoRun;

/** A token for each role of the services, and one for who submits generated reports. */
record Tokens(String submitter, String demo, String viewer, String admin) {

    static Tokens from(LocalIssuer issuer) {
        Set<String> everywhere = Set.of("CN");
        return new Tokens(
                issuer.token("local-submitter", Set.of("submitter"), everywhere),
                issuer.token(DemoRun.SENDER, Set.of("submitter"), Set.of(Demo.PROVINCE)),
                issuer.token("local-viewer", Set.of("viewer"), Set.of()),
                issuer.token("local-admin", Set.of("admin", "viewer", "submitter"), everywhere));
    }

    Map<String, String> byRole() {
        return Map.of("submitter", submitter, "viewer", viewer, "admin", admin);
    }
}
