package io.huizong.aggregation.query.contribution;

import static io.huizong.aggregation.Reports.ownLevel;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.query.Asking;
import io.huizong.aggregation.query.contribution.Contributions.Contribution;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.IndicatorView.FigureView;
import io.huizong.aggregation.rollup.IndicatorView.RateView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Every total can be followed down to the reports that it is made of. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class ContributionTest extends Asking {

    private static final String CONTRIBUTIONS = "/rollups/{code}/{period}/contributions?indicator={indicator}";

    @Inject
    BatchTransaction application;

    @Inject
    Contributions contributions;

    @Inject
    ConsistentRead state;

    @Inject
    EntityManager entities;

    @Inject
    RollupReader rollups;

    @Inject
    Generations generations;

    @Inject
    DivisionTree tree;

    @Inject
    IndicatorCatalog catalog;

    @Test
    void a_total_is_made_of_the_reports_that_no_report_above_hides() {
        ReportSubmitted own = ReportsTopicWriter.submitted(ownLevel("140105", ARISEN, 5));
        publish(
                ReportsTopicWriter.submitted(wholeArea("140105001", ARISEN, 10)),
                ReportsTopicWriter.submitted(wholeArea("140105002", ARISEN, 20)),
                own,
                ReportsTopicWriter.submitted(wholeArea("140106001", ARISEN, 7)),
                ReportsTopicWriter.submitted(wholeArea("140106", ARISEN, 30)),
                ReportsTopicWriter.submitted(wholeArea("1401", "publicity.events", 1)));

        viewer().get(CONTRIBUTIONS, "14", "2022", ARISEN)
                .then()
                .statusCode(200)
                .body("jurisdiction.name", equalTo("山西省"))
                .body("total.effective", equalTo(65))
                .body("total.contributors", equalTo(4))
                .body("contributions.jurisdiction.code", contains("140105", "140105001", "140105002", "140106"))
                .body("contributions.value", contains(5, 10, 20, 30))
                .body("contributions[0].scope", equalTo("OWN_LEVEL"))
                .body("contributions[0].revision", equalTo(1))
                .body(
                        "contributions[0].submissionId",
                        equalTo(own.submissionId().toString()))
                .body("contributions[0].qualifier", equalTo("EXACT"))
                .body("contributions[0].approximate", equalTo(false))
                .body("contributions[0].containsKey('numerator')", equalTo(false))
                .body("next", nullValue());
    }

    @Test
    void a_rate_is_made_of_pairs() {
        publish(ReportsTopicWriter.submitted(Reports.sample("530181009-2021")));

        viewer().get(CONTRIBUTIONS, "CN", "2021", "petitions.conclusion_rate")
                .then()
                .statusCode(200)
                .body("contributions.find { it.jurisdiction.code == '530181009' }.numerator", equalTo(353))
                .body("contributions.find { it.jurisdiction.code == '530181009' }.denominator", equalTo(353))
                .body("contributions.find { it.jurisdiction.code == '530181009' }.estimated", equalTo(true))
                .body(
                        "contributions.find { it.jurisdiction.code == '530181009' }.containsKey('value')",
                        equalTo(false));
    }

    @Test
    void contributions_add_up_to_the_total_wherever_it_is_and_however_it_is_paged() throws Exception {
        long seed = RandomHistory.SEED;
        RandomHistory history = new RandomHistory("log-of-this-test", seed, tree, 400);

        history.apply(application);

        for (Period period : RandomHistory.PERIODS) {
            for (Jurisdiction jurisdiction : history.jurisdictions()) {
                for (String code : List.of(RandomHistory.FIGURES.get(0), RandomHistory.RATE, RandomHistory.LOCAL)) {
                    RollupKey place = new RollupKey(jurisdiction, period);
                    assertAddUp(place, catalog.get(code).orElseThrow(), seed);
                }
            }
        }
    }

    private void assertAddUp(RollupKey place, Indicator indicator, long seed) {
        int generation = generations.answering();
        List<Contribution> all = new ArrayList<>();
        List<Contribution> page = state.of(any -> contributions.find(generation, place, indicator, null, 3));
        while (!page.isEmpty()) {
            all.addAll(page);
            Jurisdiction last =
                    tree.get(page.get(page.size() - 1).jurisdiction().code()).orElseThrow();
            page = state.of(any -> contributions.find(generation, place, indicator, last, 3));
        }
        BigDecimal sum = all.stream()
                .map(each -> each.value() == null ? each.numerator() : each.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        IndicatorView total = rollups.read(generation, place).indicators().get(indicator.code());
        assertThat(sum).as("%s of %s, seed %d", indicator.code(), place, seed).isEqualByComparingTo(value(total));
        assertThat(all)
                .as("%s of %s, seed %d", indicator.code(), place, seed)
                .hasSize(contributors(total))
                .doesNotHaveDuplicates();
    }

    private static BigDecimal value(IndicatorView total) {
        if (total == null) {
            return BigDecimal.ZERO;
        }
        return total instanceof RateView rate ? rate.numerator() : total.effective();
    }

    private static int contributors(IndicatorView total) {
        if (total == null) {
            return 0;
        }
        return total instanceof RateView rate ? rate.contributors() : ((FigureView) total).contributors();
    }

    @Test
    void an_answer_sees_one_state_of_the_database() {
        long appliedMeanwhile = state.of(any -> {
            long before = submissions();
            publish(ReportsTopicWriter.submitted(wholeArea("350102002", ARISEN, 1)));
            return submissions() - before;
        });

        assertThat(appliedMeanwhile).isZero();
    }

    private long submissions() {
        return (Long) entities.createNativeQuery("select count(*) from submission", Long.class)
                .getSingleResult();
    }

    @Test
    void an_export_has_all_of_them() {
        publish(wholeArea("410102001", ARISEN, 10), wholeArea("410102002", ARISEN, 20));

        String csv = viewer().get(CONTRIBUTIONS + "&format=csv", "4101", "2022", ARISEN)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines().skip(1)).hasSize(2);
        assertThat(csv).contains("\"410102001\"").contains(",20,");
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get(CONTRIBUTIONS, "99", "2022", ARISEN).then(), 404);
        problem(viewer().get("/rollups/53/2022/contributions").then(), 400)
                .body("parameter", equalTo("indicator"))
                .body("detail", containsString("indicator: missing"));
        problem(viewer().get(CONTRIBUTIONS, "53", "2022", "training.sessions").then(), 400)
                .body("detail", containsString("training."));
        problem(
                        viewer().get(CONTRIBUTIONS + "&limit=1001", "53", "2022", ARISEN)
                                .then(),
                        400)
                .body("detail", equalTo("limit: \"1001\", expected a whole number from 1 to 1000"));
        problem(viewer().get(CONTRIBUTIONS + "&cursor=11", "53", "2022", ARISEN).then(), 400)
                .body("detail", containsString("cursor: \"11\""));
        problem(submitter("3601").get(CONTRIBUTIONS, "3601", "2022", ARISEN).then(), 403);
    }
}
