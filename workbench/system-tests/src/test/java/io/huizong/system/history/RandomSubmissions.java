package io.huizong.system.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Report;

/** An endless log of submissions, amendments, withdrawals and duplicates, the same for the same seed. */
public final class RandomSubmissions {

    /** An indicator that no catalog has. */
    public static final String UNKNOWN_INDICATOR = "no.such_indicator";

    private static final Instant BEGIN = Instant.parse("2023-01-04T08:00:00Z");

    private final Random random;
    private final RandomPlaces places;
    private final RandomReports reports;
    private final List<ReportEvent> events = new ArrayList<>();
    private final RandomOrigins origins;

    public RandomSubmissions(long seed, DivisionTree tree, IndicatorCatalog catalog) {
        random = new Random(seed);
        places = new RandomPlaces(random, tree);
        reports = new RandomReports(random, catalog);
        origins = new RandomOrigins(random);
    }

    /** The events that come next. */
    public List<ReportEvent> next(int count) {
        int from = events.size();
        for (int number = 0; number < count; number++) {
            boolean again = !events.isEmpty() && random.nextInt(12) == 0;
            events.add(again ? earlier() : submission());
        }
        return List.copyOf(events.subList(from, events.size()));
    }

    /** All events so far. */
    public List<ReportEvent> events() {
        return events;
    }

    /** One that was there a moment ago, or any time. */
    private ReportEvent earlier() {
        int reach = random.nextBoolean() ? Math.min(30, events.size()) : events.size();
        return events.get(events.size() - 1 - random.nextInt(reach));
    }

    private ReportEvent submission() {
        RandomPlaces.Choice place = places.next();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant time = BEGIN.plusMillis(events.size());
        Origin origin = origins.next(place.jurisdiction().code());
        Integer expected = random.nextInt(8) == 0 ? random.nextInt(3) : null;
        if (random.nextInt(6) == 0) {
            return new ReportWithdrawn(id, time, place.jurisdiction().code(), place.period(), origin, expected);
        }
        Report report = reports.next(place.jurisdiction().code(), place.period());
        Report accepted = random.nextInt(200) == 0 ? withUnknownIndicator(report) : report;
        return new ReportSubmitted(id, time, accepted, origin, expected, List.of());
    }

    private static Report withUnknownIndicator(Report report) {
        return new Report(
                report.jurisdiction(),
                report.period(),
                report.scope(),
                Map.of(UNKNOWN_INDICATOR, Figure.exact(1)),
                report.statedRates(),
                report.additionalFigures(),
                null,
                null);
    }
}
