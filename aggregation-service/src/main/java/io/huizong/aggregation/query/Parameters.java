package io.huizong.aggregation.query;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Reads request parameters; one that is wrong becomes a problem that names it and says what it takes. */
@ApplicationScoped
class Parameters {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    Parameters(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    /** The jurisdiction of a path; padded codes are understood. */
    Jurisdiction jurisdiction(String code) {
        return tree.find(code)
                .orElseThrow(() ->
                        problem(NOT_FOUND, "Unknown jurisdiction", "There is no jurisdiction \"%s\"".formatted(code)));
    }

    Period period(String name, String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(BAD_REQUEST, "Wrong parameter", name + ": " + e.getMessage());
        }
    }

    Indicator indicator(String name, String code) {
        return catalog.get(code)
                .orElseThrow(() -> problem(
                        BAD_REQUEST,
                        "Wrong parameter",
                        "%s: \"%s\" is not in the catalog, expected a code that GET /indicators lists"
                                .formatted(name, code)));
    }

    private static HttpProblem problem(int status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
