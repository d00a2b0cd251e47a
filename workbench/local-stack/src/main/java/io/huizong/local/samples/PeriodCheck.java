package io.huizong.local.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.samples.Chain.Place;

/** Fetches rollups of one period and compares each with what it must show. */
final class PeriodCheck {

    private final ServicesClient client;
    private final String period;
    private final IndependentCount count;
    private final Map<String, JsonNode> rollups = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int others;

    PeriodCheck(ServicesClient client, String period, IndependentCount count) {
        this.client = client;
        this.period = period;
        this.count = count;
    }

    String period() {
        return period;
    }

    /** The rollup of that code; it is fetched and compared once. */
    JsonNode rollup(String code) throws IOException {
        if (!rollups.containsKey(code)) {
            JsonNode rollup = client.rollup(code, period);
            RollupKey key = new RollupKey(Place.of(rollup.path("jurisdiction")), period);
            rollups.put(code, rollup);
            differences.addAll(RollupComparison.differences(key, rollup, count));
            others = Math.max(others, RollupComparison.others(key, rollup, count));
        }
        return rollups.get(code);
    }

    /** A sentence for each difference, and one before them if the database holds reports that were not counted. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (others > 0) {
            findings.add("Of %s the database holds reports that were not submitted now (%d); totals differ for that."
                    .formatted(period, others));
        }
        findings.addAll(differences);
        return findings;
    }
}
