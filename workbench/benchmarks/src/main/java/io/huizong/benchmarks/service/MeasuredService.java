package io.huizong.benchmarks.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** A packaged service, measured with the heap and the collector that its image has in a pod of 768 MiB. */
public enum MeasuredService {
    INTAKE(Stage.INTAKE),
    AGGREGATION(Stage.AGGREGATION),
    BAREST_INTAKE("workbench/barest-intake");

    static final List<String> OPTIONS = List.of("-Xmx460m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m");

    private final String module;

    MeasuredService(String module) {
        this.module = module;
    }

    /** Starts it on that stage; returns at once. */
    public ServiceProcess start(Stage stage) throws IOException {
        return stage.service(module, OPTIONS, Map.of()).start();
    }
}
