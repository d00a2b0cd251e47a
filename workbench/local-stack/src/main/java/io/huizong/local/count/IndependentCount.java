package io.huizong.local.count;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huizong.local.count.Indicator.Kind;

/** What the rollups of one period must show when nothing but these reports is there. */
public final class IndependentCount {

    private final List<Indicator> catalog;
    private final Map<String, List<String>> children;
    private final Map<String, SubmittedReport> current;
    private final Map<String, Optional<Tally>> effective = new HashMap<>();

    /**
     * @param parents the code directly above, of every jurisdiction that has a report or is above one that has
     * @param current the current report of each code
     */
    public IndependentCount(
            List<Indicator> catalog, Map<String, String> parents, Map<String, SubmittedReport> current) {
        this.catalog = catalog;
        this.children = parents.keySet().stream().collect(Collectors.groupingBy(parents::get));
        this.current = current;
    }

    /** The expected cells of a jurisdiction by indicator; one without any value is left out. */
    public Map<String, Map<String, BigDecimal>> cells(String code) {
        Map<String, Map<String, BigDecimal>> cells = new LinkedHashMap<>();
        for (Indicator indicator : catalog) {
            cell(code, indicator).ifPresent(cell -> cells.put(indicator.code(), cell));
        }
        return cells;
    }

    /** The expected counts of reports of a jurisdiction and all below it. */
    public Map<String, BigDecimal> reports(String code) {
        List<SubmittedReport> reports = subtree(code).toList();
        Map<String, BigDecimal> counts = new LinkedHashMap<>();
        counts.put("subtree", BigDecimal.valueOf(reports.size()));
        counts.put(
                "withoutFigures",
                BigDecimal.valueOf(
                        reports.stream().filter(SubmittedReport::hasNoFigures).count()));
        return counts;
    }

    private Optional<Map<String, BigDecimal>> cell(String code, Indicator indicator) {
        return switch (indicator.kind()) {
            case TOTAL -> total(code, indicator);
            case RATE -> effective(code, indicator).map(Cells::ofRate);
            case COUNT, STOCK, AMOUNT, LOCAL ->
                effective(code, indicator)
                        .map(effective -> Cells.ofFigure(
                                effective, own(code, indicator), subordinates(code, indicator), isOfOwnLevel(code)));
        };
    }

    private Optional<Map<String, BigDecimal>> total(String code, Indicator total) {
        List<BigDecimal> parts = catalog.stream()
                .filter(indicator -> total.operands().contains(indicator.code()))
                .flatMap(part -> effective(code, part).stream())
                .map(Tally::value)
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Cells.ofTotal(parts, total.operands().size()));
    }

    /** What counts of the jurisdiction and all below it: its own, the sum from below, or both. */
    public Optional<Tally> effective(String code, Indicator indicator) {
        String cell = code + " " + indicator.code();
        if (!effective.containsKey(cell)) {
            effective.put(cell, count(code, indicator));
        }
        return effective.get(cell);
    }

    private Optional<Tally> count(String code, Indicator indicator) {
        Optional<Tally> own = own(code, indicator);
        Optional<Tally> subordinates = subordinates(code, indicator);
        boolean ownStandsForAll = own.isPresent() && !isOfOwnLevel(code);
        return ownStandsForAll
                ? own
                : Stream.of(own, subordinates).flatMap(Optional::stream).reduce(Tally::plus);
    }

    /** What the jurisdiction's own report gives for the indicator. */
    public Optional<Tally> own(String code, Indicator indicator) {
        return Optional.ofNullable(current.get(code)).flatMap(report -> report.give(indicator));
    }

    /** The sum of what counts of the jurisdictions directly below. */
    public Optional<Tally> subordinates(String code, Indicator indicator) {
        if (indicator.kind() == Kind.LOCAL) {
            return Optional.empty();
        }
        return children(code)
                .flatMap(child -> effective(child, indicator).stream())
                .reduce(Tally::plus);
    }

    private boolean isOfOwnLevel(String code) {
        return current.containsKey(code) && current.get(code).isOfOwnLevel();
    }

    private Stream<SubmittedReport> subtree(String code) {
        return Stream.concat(
                Stream.ofNullable(current.get(code)), children(code).flatMap(this::subtree));
    }

    private Stream<String> children(String code) {
        return children.getOrDefault(code, List.of()).stream();
    }
}
