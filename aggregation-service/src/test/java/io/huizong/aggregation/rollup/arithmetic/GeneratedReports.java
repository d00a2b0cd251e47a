package io.huizong.aggregation.rollup.arithmetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Random trees, and random histories of reports, amendments and withdrawals on them. */
public final class GeneratedReports {

    /** Two rates that share figures with each other, a total, a local indicator and an amount. */
    public static final IndicatorCatalog CATALOG = catalog("""
            # edition 1
            code,kind,unit_zh,unit_en,label_zh,label_en,of
            t.whole,COUNT,件,items,全部,Whole,
            t.part,COUNT,件,items,部分,Part,
            t.stock,STOCK,个,items,存量,Stock,
            t.money,AMOUNT,元,CNY,金额,Money,
            t.local,LOCAL,个,items,本地,Local,
            t.rate,RATE,%,%,率,Rate,t.part/t.whole
            t.stock_rate,RATE,%,%,存量率,Stock rate,t.stock/t.whole
            t.total,TOTAL,件,items,合计,Total,t.part+t.whole
            """);

    private static final List<Period> PERIODS = List.of(Period.parse("2021"), Period.parse("2021-Q1"));

    private GeneratedReports() {}

    /** One change: that report is now current at that place, or none (null). */
    public record Step(RollupKey place, Report report) {}

    /** Changes on a tree, in their order. */
    public record History(DivisionTree tree, List<Step> steps) {

        /** The rollups when all of them have been folded in, that many at a time. */
        public Map<RollupKey, Rollup> apply(int batchSize) {
            Map<RollupKey, Rollup> rollups = new HashMap<>();
            int size = Math.min(batchSize, Math.max(1, steps.size()));
            for (int from = 0; from < steps.size(); from += size) {
                Fold fold = new Fold(tree, CATALOG);
                for (Step step : steps.subList(from, Math.min(from + size, steps.size()))) {
                    fold.replaceOwn(
                            step.place(), step.report() == null ? null : OwnReport.of(step.report(), CATALOG), 1);
                }
                for (RollupKey place : fold.keys()) {
                    fold.apply(place, rollups.computeIfAbsent(place, empty -> Rollup.empty()));
                }
            }
            return rollups;
        }

        /** What is current when all of them have happened. */
        public Map<RollupKey, Report> current() {
            Map<RollupKey, Report> current = new LinkedHashMap<>();
            steps.forEach(step -> current.put(step.place(), step.report()));
            current.values().removeIf(report -> report == null);
            return current;
        }

        /** Every place of the tree. */
        public Set<RollupKey> places() {
            Set<RollupKey> places = new LinkedHashSet<>();
            tree.all()
                    .forEach(
                            jurisdiction -> PERIODS.forEach(period -> places.add(new RollupKey(jurisdiction, period))));
            return places;
        }
    }

    /** Histories of up to thirty changes on trees of up to fifteen jurisdictions. */
    public static Arbitrary<History> histories() {
        return trees().flatMap(tree -> steps(tree).list().ofMaxSize(30).map(steps -> new History(tree, steps)));
    }

    private static Arbitrary<DivisionTree> trees() {
        // Each number picks the parent of the next jurisdiction among those that are there and not of the lowest level.
        return Arbitraries.integers()
                .between(0, 1000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(picks -> {
                    List<String> codes = new ArrayList<>(List.of("CN"));
                    List<Level> levels = new ArrayList<>(List.of(Level.NATION));
                    StringBuilder csv = new StringBuilder("""
                            # edition 1
                            code,name,level,parent,from,until,reports
                            CN,全国,NATION,,,,yes
                            """);
                    for (int index = 0; index < picks.size(); index++) {
                        int parent = picks.get(index) % codes.size();
                        while (levels.get(parent) == Level.TOWNSHIP) {
                            parent--;
                        }
                        // Some levels are skipped, as they are in municipalities and prefectures without counties.
                        int step = 1 + picks.get(index) % 2;
                        Level level =
                                Level.values()[Math.min(levels.get(parent).ordinal() + step, Level.TOWNSHIP.ordinal())];
                        csv.append("j%d,名%d,%s,%s,,,yes%n".formatted(index, index, level, codes.get(parent)));
                        codes.add("j" + index);
                        levels.add(level);
                    }
                    return read(csv.toString(), "divisions", DivisionTree::read);
                });
    }

    private static Arbitrary<Step> steps(DivisionTree tree) {
        Arbitrary<RollupKey> places = Combinators.combine(
                        Arbitraries.of(List.copyOf(tree.all())),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(PERIODS.get(0))),
                                Tuple.of(1, Arbitraries.just(PERIODS.get(1)))))
                .as(RollupKey::new);
        return places.flatMap(place -> reports(place).injectNull(0.15).map(report -> new Step(place, report)));
    }

    private static Arbitrary<Report> reports(RollupKey place) {
        Arbitrary<Figure> counts = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 5).map(BigDecimal::valueOf),
                                Arbitraries.longs()
                                        .between(0, 1_000_000_000_000_000L)
                                        .map(BigDecimal::valueOf)),
                        Arbitraries.of(Qualifier.class))
                .as(Figure::new);
        Arbitrary<Figure> amounts = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                                .ofScale(2),
                        Arbitraries.of(Qualifier.class))
                .as(Figure::new);
        Arbitrary<BigDecimal> rates = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(200))
                .ofScale(4)
                .injectNull(0.5);
        Arbitrary<Map<String, Figure>> figures = Combinators.combine(
                        counts.injectNull(0.4),
                        counts.injectNull(0.4),
                        counts.injectNull(0.6),
                        amounts.injectNull(0.6),
                        counts.injectNull(0.6))
                .as((whole, part, stock, money, local) -> {
                    Map<String, Figure> some = new LinkedHashMap<>();
                    some.put("t.whole", whole);
                    some.put("t.part", part);
                    some.put("t.stock", stock);
                    some.put("t.money", money);
                    some.put("t.local", local);
                    some.values().removeIf(figure -> figure == null);
                    return some;
                });
        return Combinators.combine(figures, rates, rates, Arbitraries.of(Scope.class))
                .as((some, rate, stockRate, scope) -> {
                    Map<String, BigDecimal> stated = new LinkedHashMap<>();
                    stated.put("t.rate", rate);
                    stated.put("t.stock_rate", stockRate);
                    stated.values().removeIf(value -> value == null);
                    return new Report(
                            place.jurisdiction().code(), place.period(), scope, some, stated, null, null, null);
                });
    }

    private static IndicatorCatalog catalog(String csv) {
        return read(csv, "indicators", IndicatorCatalog::read);
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T read(String csv, String name, Reader<T> reader) {
        try {
            Path file = Files.createTempFile(name, ".csv");
            try {
                return reader.read(Files.writeString(file, csv));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
