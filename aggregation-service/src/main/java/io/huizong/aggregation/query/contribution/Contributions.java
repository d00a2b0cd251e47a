package io.huizong.aggregation.query.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.rollup.ContributorReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.aggregation.submission.ReportView;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;

/** Finds what reports give to an effective total. */
@ApplicationScoped
class Contributions {

    /** How many reports, which may be large, are in memory at once. */
    private static final int REPORTS_AT_ONCE = 50;

    private final ContributorReader contributors;
    private final ReportReader reports;
    private final IndicatorCatalog catalog;

    Contributions(ContributorReader contributors, ReportReader reports, IndicatorCatalog catalog) {
        this.contributors = contributors;
        this.reports = reports;
        this.catalog = catalog;
    }

    /** In the order of the tree, those after that jurisdiction; all if it is null. */
    List<Contribution> find(int generation, RollupKey place, Indicator indicator, Jurisdiction after, int limit) {
        List<RollupKey> places = contributors.read(generation, place, indicator.code(), after, limit);
        List<Contribution> contributions = new ArrayList<>(places.size());
        for (int begin = 0; begin < places.size(); begin += REPORTS_AT_ONCE) {
            List<RollupKey> some = places.subList(begin, Math.min(places.size(), begin + REPORTS_AT_ONCE));
            Map<String, ReportView> current = reports.find(
                    generation,
                    place.period(),
                    some.stream().map(each -> each.jurisdiction().code()).toList());
            for (RollupKey each : some) {
                contributions.add(contribution(
                        each.jurisdiction(), current.get(each.jurisdiction().code()), indicator));
            }
        }
        return contributions;
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
