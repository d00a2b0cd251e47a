package io.huizong.aggregation.query.contribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.aggregation.submission.ReportView;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Scope;

/** Finds what reports give to an effective total. */
@ApplicationScoped
class Contributions {

    /** How many reports, which may be large, are in memory at once. */
    private static final int MAX_REPORTS = 50;

    private final RollupReader rollups;
    private final ReportReader reports;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    Contributions(RollupReader rollups, ReportReader reports, DivisionTree tree, IndicatorCatalog catalog) {
        this.rollups = rollups;
        this.reports = reports;
        this.tree = tree;
        this.catalog = catalog;
    }

    /**
     * A report's part in an effective total: a figure, or the pair of a rate.
     *
     * @param jurisdiction who reports
     * @param scope what part of the jurisdiction the report covers
     * @param revision which revision of its report it is
     * @param submissionId the submission that it came with
     * @param value the figure; left out for a rate
     * @param qualifier how exactly the source gives the figure; left out for a rate
     * @param numerator of a rate, else left out
     * @param denominator of a rate, else left out
     * @param estimated whether the numerator was computed from a stated rate; left out for a figure
     * @param approximate whether it rests on a figure that is not exact
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contribution(
            Subject jurisdiction,
            Scope scope,
            int revision,
            UUID submissionId,
            BigDecimal value,
            Qualifier qualifier,
            BigDecimal numerator,
            BigDecimal denominator,
            Boolean estimated,
            boolean approximate) {}

    /** In the order of the tree, those after that jurisdiction; all if it is null. */
    List<Contribution> find(int generation, RollupKey key, Indicator indicator, Jurisdiction after, int limit) {
        List<Jurisdiction> contributors = new ContributorWalk(
                        tree,
                        indicator.code(),
                        after,
                        limit,
                        some -> rollups(generation, key.period(), indicator, some))
                .from(key.jurisdiction());
        List<Contribution> contributions = new ArrayList<>(contributors.size());
        for (int begin = 0; begin < contributors.size(); begin += MAX_REPORTS) {
            List<Jurisdiction> some = contributors.subList(begin, Math.min(contributors.size(), begin + MAX_REPORTS));
            Map<String, ReportView> current = reports.find(generation, key.period(), codes(some));
            some.forEach(each -> contributions.add(contribution(each, current.get(each.code()), indicator)));
        }
        return contributions;
    }

    private Map<String, Rollup> rollups(int generation, Period period, Indicator indicator, List<Jurisdiction> some) {
        Map<String, Rollup> found = new HashMap<>();
        rollups.readCells(generation, period, codes(some), List.of(indicator), found::put);
        return found;
    }

    private static List<String> codes(List<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().map(Jurisdiction::code).toList();
    }

    private Contribution contribution(Jurisdiction jurisdiction, ReportView report, Indicator indicator) {
        boolean isRate = indicator.kind().isPair();
        Tally given = OwnReport.of(report.report(), catalog).tallies().getOrDefault(indicator.code(), Tally.NONE);
        Figure figure = report.report().figures().get(indicator.code());
        return new Contribution(
                Subject.of(jurisdiction),
                report.report().scope(),
                report.revision(),
                report.submissionId(),
                isRate ? null : given.value(),
                figure == null ? null : figure.qualifier(),
                isRate ? given.value() : null,
                isRate ? given.denominator() : null,
                isRate ? given.estimated() > 0 : null,
                given.approximate() > 0);
    }
}
