package io.huizong.aggregation.query.ranking;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.rollup.IndicatorView;
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
    private final RollupReader rollups;

    Ranking(DivisionTree tree, RollupReader rollups) {
        this.tree = tree;
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
            Jurisdiction under, Level level, Period period, Indicator by, Order order, List<Indicator> columns) {

        /** The cursors of its pages. All components are part of them, so that a new one is too. */
        Cursor cursor() {
            return new Cursor("ranking " + this);
        }
    }

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
    record RankedPositions(Question question, int of, List<Position> positions) {

        /** The index of the first after that position; the first of all if it is null. */
        int after(Position position) {
            int index = position == null
                    ? -1
                    : Collections.binarySearch(positions, position, Position.in(question.order()));
            return index < 0 ? -index - 1 : index + 1;
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
    RankedPositions rank(int generation, Question question) {
        List<Jurisdiction> compared = compared(question);
        List<String> codes = reported(generation, question, compared);
        List<Position> positions = new ArrayList<>();
        rollups.readCells(
                generation, question.period(), codes, List.of(question.by()), (code, rollup) -> IndicatorView.of(
                                question.by(), rollup)
                        .map(IndicatorView::effective)
                        .ifPresent(value -> positions.add(new Position(value, code))));
        positions.sort(Position.in(question.order()));
        return new RankedPositions(question, of(question, compared, positions), positions);
    }

    /** What is shown of some of them, beginning with that index. */
    List<Ranked> show(int generation, RankedPositions ranked, int begin, int limit) {
        Question question = ranked.question();
        List<Position> some =
                ranked.positions().subList(begin, Math.min(ranked.positions().size(), begin + limit));
        Map<String, Map<String, IndicatorView>> shown = new HashMap<>();
        rollups.readCells(
                generation,
                question.period(),
                some.stream().map(Position::code).toList(),
                question.columns(),
                (code, rollup) -> shown.put(code, IndicatorView.all(question.columns(), rollup)));
        List<Ranked> items = new ArrayList<>(some.size());
        for (int index = 0; index < some.size(); index++) {
            boolean shares = index > 0 && some.get(index).isLevelWith(some.get(index - 1));
            items.add(new Ranked(
                    shares ? items.get(index - 1).rank() : ranked.rank(begin + index),
                    Subject.of(tree.get(some.get(index).code()).orElseThrow()),
                    shown.getOrDefault(some.get(index).code(), Map.of())));
        }
        return items;
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
        Stream<Jurisdiction> some = compared.size() <= PAGE_SIZE
                ? compared.stream()
                : rollups
                        .parents(generation, question.period(), question.under(), one -> one.level()
                                .isAbove(question.level()))
                        .stream()
                        .flatMap(one -> tree.children(one).stream())
                        .filter(one -> one.level() == question.level());
        return some.map(Jurisdiction::code).toList();
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
