package io.huizong.intake.submission;

import java.util.Map;

/** The real broker for an intake that takes one body at a time, little in flight, and has little patience. */
public class TightLimitsResource extends LocalServersResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.put("mp.messaging.outgoing.reports.delivery.timeout.ms", "4000");
        settings.put("mp.messaging.outgoing.reports.request.timeout.ms", "2000");
        settings.put("mp.messaging.outgoing.reports.max.block.ms", "500");
        settings.put("huizong.publication.acknowledgement-timeout", "5s");
        settings.put("huizong.publication.in-flight.max-events", "25");
        settings.put("huizong.publication.in-flight.max-bulk-events", "20");
        settings.put("huizong.bulk.max-lines", "40");
        settings.put("huizong.bulk.max-bodies", "1");
        settings.put("huizong.bulk.idle-timeout", "4s");
        return settings;
    }
}
