package io.huizong.benchmarks.process;

import java.nio.file.Path;

/** A service as Quarkus packaged it, by the folder of its module. */
public enum Packaged {
    INTAKE("report-intake"),
    AGGREGATION("aggregation-service"),
    BAREST_INTAKE("workbench/barest-intake");

    private final String module;

    Packaged(String module) {
        this.module = module;
    }

    Path jar() {
        return Path.of("../..", module, "target/quarkus-app/quarkus-run.jar");
    }
}
