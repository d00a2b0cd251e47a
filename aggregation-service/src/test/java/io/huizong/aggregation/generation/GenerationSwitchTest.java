package io.huizong.aggregation.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;

/**
 * How an instance stands to the generations follows from its files and theirs: a newer edition builds its own, an older one
 * waits, and nobody applies anything to one with other files. Each test has the table to itself and leaves it as it was.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class GenerationSwitchTest {

    private static final String OTHER = "f".repeat(64);

    @Inject
    GenerationSwitch generationSwitch;

    @Inject
    Generations generations;

    @Inject
    GenerationRows rows;

    @Inject
    EntityManager database;

    private GenerationFiles mine;

    @BeforeEach
    void begin() {
        mine = generations.files();
        QuarkusTransaction.begin();
        // Nobody applies anything before it is put back.
        rows.lockAll();
        database.clear();
        sql("delete from generation where number > 0");
    }

    @AfterEach
    void leave_everything_as_it_was() {
        QuarkusTransaction.rollback();
    }

    @Test
    void a_new_database_belongs_to_the_first_instance() {
        sql("insert into generation (number, state) values (1, 'SERVING')");

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Serving(1));

        assertThat(files(0)).isEqualTo(mine);
        assertThat(rows.findById(1).kinds).contains("mediation.disputes_arisen");
    }

    @Test
    void tables_that_were_emptied_by_hand_get_a_first_generation_again() {
        assertThat(claim(7)).isEqualTo(new GenerationStatus.Serving(1));

        assertThat(states()).containsExactly("1 SERVING");
    }

    @Test
    void an_instance_with_the_serving_files_serves() {
        add(3, "SERVING", mine);

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Serving(3));
        assertThat(QuarkusTransaction.joiningExisting().call(generations::lockServing))
                .isEqualTo(3);
    }

    @Test
    void a_newer_edition_builds_a_generation_of_its_own_and_applies_nothing_to_the_other() {
        add(3, "SERVING", older());

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Building(4));
        assertThat(states()).containsExactly("3 SERVING", "4 BUILDING");
        assertThat(files(1)).isEqualTo(mine);
        assertThat(generations.building()).contains(4);
        assertThat(generations.serving()).isEmpty();
        assertThatThrownBy(() -> QuarkusTransaction.joiningExisting().call(generations::lockServing))
                .isInstanceOf(NoGenerationException.class);
        assertThatThrownBy(generations::answering).isInstanceOf(NoGenerationException.class);
        assertThat(claim(4)).as("and goes on with it").isEqualTo(new GenerationStatus.Building(4));
    }

    @Test
    void rows_by_the_rules_of_the_version_before_are_built_anew() {
        add(1, "SERVING", mine);
        sql("update generation set rules = null, divisions_edition = null, indicators_edition = null, kinds = null");

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Building(2));
    }

    @Test
    void one_that_builds_older_files_is_ended_for_newer_ones() {
        add(3, "SERVING", older());
        add(4, "BUILDING", tree(mine.divisionsEdition() - 1));

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Building(5));
        assertThat(states()).containsExactly("3 SERVING", "4 ENDED", "5 BUILDING");
    }

    @Test
    void one_that_builds_newer_files_is_left_alone() {
        add(3, "SERVING", older());
        add(4, "BUILDING", newer());

        assertThat(claim(null)).isInstanceOf(GenerationStatus.Replaced.class);

        assertThat(states()).containsExactly("3 SERVING", "4 BUILDING");
        assertThat(generations.building()).as("and not filled").isEmpty();
    }

    @Test
    void an_older_edition_waits_says_so_and_never_switches_by_itself() {
        add(3, "SERVING", newer());

        assertThat(claim(null))
                .isInstanceOfSatisfying(GenerationStatus.Replaced.class, replaced -> assertThat(replaced.reason())
                        .contains("generation 3", newer().toString(), mine.toString()));

        assertThat(states()).containsExactly("3 SERVING");
    }

    @Test
    void an_instance_whose_generation_was_replaced_answers_from_it_while_it_is_kept() {
        add(3, "RETIRED", mine);
        add(4, "SERVING", newer());

        assertThat(claim(3)).isInstanceOf(GenerationStatus.Replaced.class);

        assertThat(generations.answering()).isEqualTo(3);
        assertThat(generations.serving()).isEmpty();
    }

    @Test
    void an_older_edition_fills_what_was_asked_of_it() {
        add(3, "SERVING", newer());

        assertThat(generationSwitch.begin()).contains(4);

        assertThat(claim(null)).isEqualTo(new GenerationStatus.Building(4));
        assertThat(generationSwitch.begin()).as("only one at a time").isEmpty();
    }

    @Test
    void a_newer_edition_does_not_undo_what_somebody_asked_for() {
        add(3, "RETIRED", mine);
        add(4, "SERVING", older());
        assertThat(claim(3)).as("a way back").isInstanceOf(GenerationStatus.Replaced.class);

        add(5, "ENDED", mine);
        assertThat(claim(5)).as("an end").isInstanceOf(GenerationStatus.Replaced.class);

        assertThat(states()).containsExactly("3 RETIRED", "4 SERVING", "5 ENDED");
        assertThat(claim(null)).as("a start anew").isEqualTo(new GenerationStatus.Building(6));
    }

    @Test
    void other_content_of_the_same_edition_is_refused_and_both_are_named() {
        GenerationFiles other = tree(mine.divisionsEdition());
        add(3, "SERVING", other);

        assertThatThrownBy(() -> claim(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(other.toString())
                .hasMessageContaining(mine.toString());
    }

    @Test
    void a_kind_that_cannot_follow_the_serving_one_is_refused() {
        add(3, "SERVING", older());
        sql("update generation set kinds = '{\"mediation.disputes_arisen\":\"RATE\"}'");

        assertThatThrownBy(() -> claim(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mediation.disputes_arisen is of kind COUNT, and was of kind RATE");
    }

    @Test
    void what_is_being_built_can_be_ended_whatever_its_files() {
        add(3, "SERVING", mine);
        assertThat(generationSwitch.end()).isEmpty();
        add(4, "BUILDING", newer());

        assertThat(generationSwitch.end()).contains(4);

        assertThat(states()).containsExactly("3 SERVING", "4 ENDED");
        assertThat(claim(3)).isEqualTo(new GenerationStatus.Serving(3));
    }

    /** How the instance stands to the generations, which writes down what is lacking. */
    private GenerationStatus claim(Integer last) {
        return generationSwitch
                .check(last)
                .or(() -> generationSwitch.claim(last))
                .orElseThrow();
    }

    private GenerationFiles older() {
        return catalog(mine.indicatorsEdition() - 1);
    }

    private GenerationFiles newer() {
        return catalog(mine.indicatorsEdition() + 1);
    }

    private GenerationFiles catalog(int edition) {
        return new GenerationFiles(mine.divisions(), mine.divisionsEdition(), OTHER, edition, mine.rules());
    }

    private GenerationFiles tree(int edition) {
        return new GenerationFiles(OTHER, edition, mine.indicators(), mine.indicatorsEdition(), mine.rules());
    }

    private void add(int number, String state, GenerationFiles files) {
        GenerationRow row = new GenerationRow();
        row.number = number;
        row.state = GenerationState.valueOf(state);
        row.claim(files, null);
        rows.persistAndFlush(row);
        database.clear();
    }

    private GenerationFiles files(int index) {
        return rows.known().get(index).files();
    }

    private List<String> states() {
        return rows.known().stream()
                .map(known -> known.number() + " " + known.state())
                .toList();
    }

    private void sql(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }
}
