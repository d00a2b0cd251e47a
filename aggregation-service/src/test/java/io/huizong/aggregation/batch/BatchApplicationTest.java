package io.huizong.aggregation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportLog;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.aggregation.rollup.FigureView;
import io.huizong.aggregation.rollup.RateView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.SlowTotals;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/**
 * However the log is cut into batches, however often parts of it come again, and however many apply it side by side: the
 * database holds what the rule says.
 */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class BatchApplicationTest {

    private static final String LOG = "log-of-this-test";
    private static final int EVENTS = 600;
    private static final int APPLIERS = 3;
    private static final List<Period> PERIODS = List.of(Period.parse("2021"), Period.parse("2021-H1"));
    private static final List<String> FIGURES =
            List.of("mediation.disputes_arisen", "mediation.cases_mediated", "mediation.cases_succeeded");
    private static final String RATE = "mediation.success_rate";
    private static final String LOCAL = "services.centre_items";

    @Inject
    BatchApplication application;

    @Inject
    Generations generations;

    @Inject
    RollupReader rollups;

    @Inject
    DivisionTree tree;

    @Inject
    IndicatorCatalog catalog;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void the_database_holds_what_the_rule_says() throws Exception {
        List<Jurisdiction> jurisdictions = Stream.of("53", "5301", "5303", "530181", "530112", "530302", "CN")
                .map(code -> tree.get(code).orElseThrow())
                .flatMap(above -> Stream.concat(
                        Stream.of(above),
                        above.code().length() == 6
                                ? tree.children(above).stream().limit(4)
                                : Stream.empty()))
                .toList();
        Map<Place, Report> current = new HashMap<>();
        List<List<LogEntry>> partitions = new ArrayList<>();
        for (int applier = 0; applier < APPLIERS; applier++) {
            partitions.add(new ArrayList<>());
        }
        for (int number = 0; number < EVENTS; number++) {
            Jurisdiction jurisdiction = jurisdictions.get(random.nextInt(jurisdictions.size()));
            Place place = new Place(jurisdiction, PERIODS.get(random.nextInt(PERIODS.size())));
            ReportEvent event = random.nextInt(8) == 0
                    ? ReportLog.withdrawn(jurisdiction.code(), place.period().toString())
                    : ReportLog.submitted(report(place));
            // A jurisdiction's events stand in one partition, as its code is their key.
            int partition = Math.floorMod(jurisdiction.code().hashCode(), APPLIERS);
            List<LogEntry> log = partitions.get(partition);
            log.add(new LogEntry.Applicable(new LoggedEvent(event, place, LOG, partition, log.size())));
            if (event instanceof ReportSubmitted submitted) {
                current.put(place, submitted.report());
            } else {
                current.remove(place);
            }
        }

        applySideBySide(partitions);

        SlowTotals slow = new SlowTotals(tree, current);
        for (Period period : PERIODS) {
            Stream.concat(
                            jurisdictions.stream(),
                            jurisdictions.stream().flatMap(below -> tree.ancestors(below).stream()))
                    .distinct()
                    .forEach(jurisdiction -> assertHoldsTheRule(new Place(jurisdiction, period), slow));
        }
    }

    private void applySideBySide(List<List<LogEntry>> partitions) throws Exception {
        ExecutorService appliers = Executors.newFixedThreadPool(APPLIERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (List<LogEntry> events : partitions) {
                List<List<LogEntry>> deliveries = deliveries(events);
                work.add(() -> {
                    deliveries.forEach(delivery -> application.apply(new Batch(LOG, delivery)));
                    return null;
                });
            }
            for (Future<Void> done : appliers.invokeAll(work)) {
                done.get();
            }
        } finally {
            appliers.shutdownNow();
        }
    }

    /** The events in batches of all sizes; now and then the batches since a while ago come again. */
    private List<List<LogEntry>> deliveries(List<LogEntry> events) {
        List<List<LogEntry>> deliveries = new ArrayList<>();
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(40));
            deliveries.add(events.subList(next, end));
            next = random.nextInt(4) == 0 ? Math.max(0, end - random.nextInt(30)) : end;
        }
        return deliveries;
    }

    private Report report(Place place) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>(FIGURES);
        codes.add(LOCAL);
        Collections.shuffle(codes, random);
        for (String code : codes.subList(0, random.nextInt(codes.size() + 1))) {
            Qualifier qualifier = Qualifier.values()[random.nextInt(3)];
            figures.put(code, new Figure(BigDecimal.valueOf(random.nextInt(1000)), qualifier));
        }
        Map<String, BigDecimal> rates =
                random.nextBoolean() ? Map.of(RATE, BigDecimal.valueOf(random.nextInt(10001), 2)) : Map.of();
        Scope scope = random.nextInt(3) == 0 ? Scope.OWN_LEVEL : Scope.WHOLE_AREA;
        return new Report(place.jurisdiction().code(), place.period(), scope, figures, rates, null, null, null);
    }

    private void assertHoldsTheRule(Place place, SlowTotals slow) {
        RollupView rollup = rollups.read(generations.serving(), place);
        assertThat(rollup.reports().subtree())
                .as("reports of %s, seed %d", place, seed)
                .isEqualTo(slow.reports(place));
        for (String code :
                Stream.concat(FIGURES.stream(), Stream.of(RATE, LOCAL)).toList()) {
            Indicator indicator = catalog.get(code).orElseThrow();
            assertThat(tally(rollup, code))
                    .as("%s of %s, seed %d", code, place, seed)
                    .isEqualTo(slow.effective(place, indicator));
        }
    }

    private static Tally tally(RollupView rollup, String code) {
        if (rollup.indicators().get(code) instanceof FigureView figure) {
            return new Tally(figure.effective(), BigDecimal.ZERO, figure.contributors(), 0, figure.approximate());
        }
        if (rollup.indicators().get(code) instanceof RateView rate) {
            return new Tally(
                    rate.numerator(), rate.denominator(), rate.contributors(), rate.estimated(), rate.approximate());
        }
        return Tally.NONE;
    }
}
