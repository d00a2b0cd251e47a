package io.huizong.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The reference keeps the same totals as the service, or its speed would say nothing. */
class ReferenceRollupTest {

    private static final String DISPUTES = "mediation.disputes_arisen";

    private final ReferenceRollup nation = new ReferenceRollup();
    private final ReferenceRollup county = new ReferenceRollup();
    private final ReferenceRollup township = new ReferenceRollup();

    @Test
    void a_county_s_report_stands_instead_of_the_sum_of_its_townships() throws Exception {
        township.replaceOwn("WHOLE_AREA", Map.of(DISPUTES, 124L), List.of(county, nation));
        assertThat(cell(nation)).containsExactly(0, 0, 0, 124, 1, 0);

        county.replaceOwn("WHOLE_AREA", Map.of(DISPUTES, 1000L), List.of(nation));
        township.replaceOwn("WHOLE_AREA", Map.of(DISPUTES, 130L), List.of(county, nation));

        assertThat(cell(county)).containsExactly(1000, 1, 0, 130, 1, 0);
        assertThat(cell(nation)).containsExactly(0, 0, 0, 1000, 1, 0);
        assertThat(nation.reports()).isEqualTo(2);
    }

    @Test
    void what_was_stored_is_read_again() throws Exception {
        county.replaceOwn("OWN_LEVEL", Map.of(DISPUTES, 5L), List.of());
        ReferenceRollup read = new ReferenceRollup();

        read.read(county.scope(), county.reports(), county.json());

        assertThat(read.json()).isEqualTo(county.json());
        assertThat(read.scope()).isEqualTo("OWN_LEVEL");
    }

    private static int[] cell(ReferenceRollup rollup) throws Exception {
        return new ObjectMapper()
                .readValue(
                        new ObjectMapper().readTree(rollup.json()).get(DISPUTES).toString(), int[].class);
    }
}
