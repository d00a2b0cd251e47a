package io.huizong.aggregation.query;

import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Reads request parameters; one that is wrong becomes a problem that names it and says what it takes. */
@ApplicationScoped
class Parameters {

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    Parameters(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    /** The jurisdiction of a path; padded codes are understood. */
    Jurisdiction jurisdiction(String code) {
        return tree.find(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_JURISDICTION, "There is no jurisdiction \"%s\"".formatted(code)));
    }

    Period period(String name, String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.WRONG_PARAMETER, name + ": " + e.getMessage());
        }
    }

    Indicator indicator(String name, String code) {
        return catalog.get(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WRONG_PARAMETER,
                        "%s: \"%s\" is not in the catalog, expected a code that GET /indicators lists"
                                .formatted(name, code)));
    }
}
