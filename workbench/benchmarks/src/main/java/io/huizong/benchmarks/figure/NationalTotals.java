package io.huizong.benchmarks.figure;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.local.service.ServiceProcess;

/** The nation's totals of a year in which everyone's figures are its number among all. */
final class NationalTotals {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final NationalReports national;
    private final ServiceProcess aggregation;
    private final String token;
    private final int year;

    NationalTotals(NationalReports national, ServiceProcess aggregation, String token, int year) {
        this.national = national;
        this.aggregation = aggregation;
        this.token = token;
        this.year = year;
    }

    /** Returns when everyone's report is in the nation's totals. */
    void awaitAll() throws Exception {
        int everyone = national.everyone().size();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (nation().at("/reports/subtree").intValue() != everyone) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("Not all of %d reports are in the totals".formatted(everyone));
            }
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    /** Every report stands for all below it, so the nation's totals are those of the provinces' own figures. */
    void requireRight() throws Exception {
        List<String> everyone = national.everyone();
        long expected =
                national.provinces().stream().mapToLong(everyone::indexOf).sum();
        JsonNode indicators = nation().path("indicators");
        for (String indicator : national.indicators()) {
            long effective = indicators.path(indicator).path("effective").longValue();
            if (effective != expected) {
                throw new IllegalStateException(
                        "%s of the nation is %d, expected %d".formatted(indicator, effective, expected));
            }
        }
    }

    private JsonNode nation() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(aggregation.uri("/rollups/CN/" + year))
                .header("Authorization", "Bearer " + token)
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
    }
}
