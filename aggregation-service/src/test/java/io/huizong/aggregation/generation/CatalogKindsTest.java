package io.huizong.aggregation.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

import io.huizong.contract.indicator.IndicatorCatalog;

/** A catalog in which an indicator that was reported is derived from now on, or the reverse, is refused by line. */
class CatalogKindsTest {

    private static final String ARISEN = "mediation.disputes_arisen";
    private static final String SUCCESS = "mediation.success_rate";

    private final IndicatorCatalog catalog = IndicatorCatalog.bundled();
    private final CatalogKinds kinds = new CatalogKinds(catalog, new ObjectMapper());

    @Test
    void a_catalog_can_follow_itself_and_one_that_is_not_known() {
        assertThatCode(() -> kinds.checkAgainst(kinds.json())).doesNotThrowAnyException();
        assertThatCode(() -> kinds.checkAgainst(null)).doesNotThrowAnyException();
    }

    @Test
    void a_reported_indicator_that_was_derived_is_refused_by_line() {
        String before = kinds.json().replace("\"%s\":\"COUNT\"".formatted(ARISEN), "\"%s\":\"RATE\"".formatted(ARISEN));

        assertThatThrownBy(() -> kinds.checkAgainst(before))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "line %d: %s is of kind COUNT, and was of kind RATE".formatted(catalog.lineOf(ARISEN), ARISEN));
    }

    @Test
    void every_such_indicator_is_named_the_derived_ones_too() {
        String before =
                "{\"%s\":\"TOTAL\",\"%s\":\"COUNT\",\"mediation.mediators\":\"STOCK\"}".formatted(ARISEN, SUCCESS);

        assertThatThrownBy(() -> kinds.checkAgainst(before))
                .hasMessageContaining("line %d: %s".formatted(catalog.lineOf(ARISEN), ARISEN))
                .hasMessageContaining("line %d: %s is of kind RATE, and was of kind COUNT"
                        .formatted(catalog.lineOf(SUCCESS), SUCCESS))
                .hasMessageNotContaining("mediation.mediators");
    }

    @Test
    void a_reported_kind_may_become_another_reported_kind() {
        for (String kind : new String[] {"LOCAL", "STOCK", "AMOUNT"}) {
            String before =
                    kinds.json().replace("\"%s\":\"COUNT\"".formatted(ARISEN), "\"%s\":\"%s\"".formatted(ARISEN, kind));
            assertThat(before).isNotEqualTo(kinds.json());
            assertThatCode(() -> kinds.checkAgainst(before)).as(kind).doesNotThrowAnyException();
        }
    }

    @Test
    void an_indicator_that_came_or_went_is_no_obstacle() {
        assertThatCode(() -> kinds.checkAgainst("{\"mediation.things_gone\":\"RATE\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_contradiction_names_the_files_of_both() {
        GenerationFiles ours = new GenerationFiles("1".repeat(64), 3, "2".repeat(64), 5, 2);
        GenerationFiles serving = new GenerationFiles("3".repeat(64), 3, "2".repeat(64), 5, 2);

        assertThat(kinds.contradiction(ours, serving))
                .hasMessageContaining("It has the %s; this instance has the %s".formatted(serving, ours))
                .hasMessageContaining("edition 3 (11111111)")
                .hasMessageContaining("edition 3 (33333333)");
    }
}
