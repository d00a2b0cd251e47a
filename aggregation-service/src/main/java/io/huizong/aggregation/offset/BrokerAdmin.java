package io.huizong.aggregation.offset;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;

/** The one admin client of this instance: it is asked every second, and to connect takes longer than to ask. */
@ApplicationScoped
class BrokerAdmin {

    private final Map<String, Object> kafka;
    private Admin admin;

    BrokerAdmin(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    synchronized Admin get() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
