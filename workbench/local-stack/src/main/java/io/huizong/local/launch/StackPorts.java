package io.huizong.local.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import io.huizong.local.server.OutsideServers;
import io.huizong.local.server.Ports;

/** The TCP ports of a run, all on 127.0.0.1. */
record StackPorts(int intake, int aggregation, int kafka, int controller, int database) {

    private static final String BASE = "HUIZONG_PORT_BASE";
    private static final int LAST_BASE = 65_531;

    static StackPorts from(Map<String, String> environment) throws Fault {
        String base = environment.getOrDefault(BASE, "");
        if (base.isBlank()) {
            return new StackPorts(8080, 8081, 9092, 9093, 13306);
        }
        int first = base.matches("\\d{1,5}") ? Integer.parseInt(base) : 0;
        if (first < 1 || first > LAST_BASE) {
            throw new Fault("%s is %s, expected a port from 1 to %d.".formatted(BASE, base, LAST_BASE));
        }
        return new StackPorts(first, first + 1, first + 2, first + 3, first + 4);
    }

    /** Refuses to go on if one of the ports that this run needs belongs to somebody else. */
    void requireFree(OutsideServers outside) throws Fault {
        for (Map.Entry<String, Integer> wanted : wanted(outside).entrySet()) {
            if (!Ports.isFree(wanted.getValue())) {
                throw new Fault(
                        "Port %d is in use, and %s needs it; HUIZONG_PORT_BASE=20000 moves all ports to 20000 to 20004."
                                .formatted(wanted.getValue(), wanted.getKey()));
            }
        }
    }

    private Map<String, Integer> wanted(OutsideServers outside) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("report-intake", intake);
        wanted.put("aggregation-service", aggregation);
        if (outside.kafka().isEmpty()) {
            wanted.put("the Kafka broker", kafka);
            wanted.put("the Kafka controller", controller);
        }
        if (outside.database().isEmpty()) {
            wanted.put("the database server", database);
        }
        return wanted;
    }
}
