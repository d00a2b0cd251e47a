package io.huizong.aggregation.query.ranking;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.ReportedTree;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Period;

/**
 * Ranks jurisdictions by an indicator, those with the same value by their codes. Who has no value is not ranked. Its cost
 * is that of the rollups compared, those of all townships of the country at most, of which it keeps one number each.
 */
@ApplicationScoped
class Ranking {

    /** As many as are read anyway rather than looking first who is there. */
    private static final int PAGE_SIZE = 500;

    private final DivisionTree tree;
    private final ReportedTree reported;
    private final RollupReader rollups;

    Ranking(DivisionTree tree, ReportedTree reported, RollupReader rollups) {
        this.tree = tree;
        this.reported = reported;
        this.rollups = rollups;
    }

    /** Which end comes first. */
    enum Order {
        ASC,
        DESC
    }

    /**
     * What is compared.
     *
     * @param under the jurisdiction above
     * @param level of those compared; null for those directly below, whatever their levels
     * @param by what ranks them
     * @param columns what is shown of each
     */
    record Question(
            Jurisdiction under, Level level, Period period, Indicator by, Order order, List<Indicator> columns) {}

    /**
     * A position in the ranking: by value, then by code.
     *
     * @param value of the indicator that ranks
     * @param code of the jurisdiction
     */
    record Position(BigDecimal value, String code) {

        private static final String SEPARATOR = " ";

        static Position parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Position(new BigDecimal(parts[0]), parts[1]);
        }

        static Comparator<Position> in(Order order) {
            Comparator<Position> byValue = Comparator.comparing(Position::value);
            return (order == Order.ASC ? byValue : byValue.reversed()).thenComparing(Position::code);
        }

        boolean isLevelWith(Position other) {
            return value.compareTo(other.value) == 0;
        }

        @Override
        public String toString() {
            return value.toPlainString() + SEPARATOR + code;
        }
    }

    /**
     * A whole ranking without what is shown.
     *
     * @param of how many are compared: those that exist in the period or have a value
     * @param positions of those that have a value, in their order
     */
    record Standings(int of, List<Position> positions) {

        /** The index of the first after that position; the first of all if it is null. */
        int after(Position position, Order order) {
            Comparator<Position> comparator = Position.in(order);
            int index = 0;
            while (position != null
                    && index < positions.size()
                    && comparator.compare(positions.get(index), position) <= 0) {
                index++;
            }
            return index;
        }

        private int rank(int index) {
            int first = index;
            while (first > 0 && positions.get(first - 1).isLevelWith(positions.get(index))) {
                first--;
            }
            return first + 1;
        }
    }

    /**
     * A jurisdiction in the ranking.
     *
     * @param rank from 1; equal values share one, and those after them count on as if they did not
     * @param indicators what its rollup shows of each indicator asked for; those without a value are left out
     */
    record Ranked(int rank, Subject jurisdiction, Map<String, IndicatorView> indicators) {}

    /** Ranks all that are compared. */
    Standings rank(int generation, Question question) {
        List<Jurisdiction> compared = compared(question);
        List<Position> positions = new ArrayList<>();
        read(generation, question, reported(generation, question, compared), List.of(question.by()), (code, shown) -> {
            IndicatorView view = shown.get(question.by().code());
            if (view != null && view.effective() != null) {
                positions.add(new Position(view.effective(), code));
            }
        });
        positions.sort(Position.in(question.order()));
        return new Standings(of(question, compared, positions), positions);
    }

    /** What is shown of some of them, beginning with that index. */
    List<Ranked> show(int generation, Question question, Standings standings, int begin, int limit) {
        List<Position> some = standings
                .positions()
                .subList(begin, Math.min(standings.positions().size(), begin + limit));
        Map<String, Map<String, IndicatorView>> shown = new HashMap<>();
        read(generation, question, some.stream().map(Position::code).toList(), question.columns(), shown::put);
        List<Ranked> items = new ArrayList<>(some.size());
        for (int index = 0; index < some.size(); index++) {
            boolean shares = index > 0 && some.get(index).isLevelWith(some.get(index - 1));
            items.add(new Ranked(
                    shares ? items.get(index - 1).rank() : standings.rank(begin + index),
                    Subject.of(tree.get(some.get(index).code()).orElseThrow()),
                    shown.getOrDefault(some.get(index).code(), Map.of())));
        }
        return items;
    }

    private void read(
            int generation,
            Question question,
            List<String> codes,
            List<Indicator> indicators,
            BiConsumer<String, Map<String, IndicatorView>> reader) {
        Set<String> cells = indicators.stream()
                .flatMap(one -> one.kind().isDerived() ? one.operands().stream() : Stream.of(one.code()))
                .collect(toSet());
        rollups.readCells(generation, question.period(), codes, cells, (code, rollup) -> {
            Map<String, IndicatorView> views = new LinkedHashMap<>();
            indicators.forEach(one -> IndicatorView.of(one, rollup).ifPresent(view -> views.put(one.code(), view)));
            reader.accept(code, views);
        });
    }

    private static int of(Question question, List<Jurisdiction> compared, List<Position> positions) {
        Set<String> valued = positions.stream().map(Position::code).collect(toSet());
        return (int) compared.stream()
                .filter(jurisdiction ->
                        jurisdiction.existsIn(question.period().year()) || valued.contains(jurisdiction.code()))
                .count();
    }

    /** The codes of those that may have a value. */
    private List<String> reported(int generation, Question question, List<Jurisdiction> compared) {
        if (compared.size() <= PAGE_SIZE) {
            return codes(compared.stream());
        }
        return codes(
                reported
                        .parents(generation, question.period(), question.under(), one -> one.level()
                                .isAbove(question.level()))
                        .stream()
                        .flatMap(one -> tree.children(one).stream())
                        .filter(one -> one.level() == question.level()));
    }

    private static List<String> codes(Stream<Jurisdiction> jurisdictions) {
        return jurisdictions.map(Jurisdiction::code).toList();
    }

    private List<Jurisdiction> compared(Question question) {
        if (question.level() == null) {
            return tree.children(question.under());
        }
        List<Jurisdiction> found = new ArrayList<>();
        collect(question.under(), question.level(), found);
        return found;
    }

    private void collect(Jurisdiction above, Level level, List<Jurisdiction> found) {
        for (Jurisdiction child : tree.children(above)) {
            if (child.level() == level) {
                found.add(child);
            } else if (child.level().isAbove(level)) {
                collect(child, level, found);
            }
        }
    }
}
