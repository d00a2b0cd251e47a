package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Scope;

/** Reads a few indicators of many rollups of a period, to compare them. */
@ApplicationScoped
public class ViewReader {

    private static final String CELLS = """
            select id.jurisdiction, scope, cells from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in\s""";

    private final StatelessSession session;

    ViewReader(StatelessSession session) {
        this.session = session;
    }

    /**
     * Hands over the views of those indicators in the rollups of those jurisdictions; missing rollups are skipped.
     * Rows are read by their keys, some hundreds at a time.
     */
    @Transactional
    public void read(
            int generation,
            Period period,
            List<String> jurisdictions,
            List<Indicator> indicators,
            BiConsumer<String, Map<String, IndicatorView>> reader) {
        Set<String> cells = indicators.stream().flatMap(ViewReader::cells).collect(toSet());
        InList.forEach(
                jurisdictions,
                in -> session.createSelectionQuery(CELLS + in, Object[].class)
                        .setParameter("generation", generation)
                        .setParameter("period", period.toString()),
                row -> reader.accept((String) row[0], views(row, cells, indicators)));
    }

    private static Stream<String> cells(Indicator indicator) {
        return indicator.kind().isDerived() ? indicator.operands().stream() : Stream.of(indicator.code());
    }

    private static Map<String, IndicatorView> views(Object[] row, Set<String> cells, List<Indicator> indicators) {
        Rollup rollup = new Rollup((Scope) row[1], true, 0, 0, 0, CellsJson.read((String) row[2], cells));
        Map<String, IndicatorView> views = new LinkedHashMap<>();
        indicators.forEach(
                indicator -> IndicatorView.of(indicator, rollup).ifPresent(view -> views.put(indicator.code(), view)));
        return views;
    }
}
