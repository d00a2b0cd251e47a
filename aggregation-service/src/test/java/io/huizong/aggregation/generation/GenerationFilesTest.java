package io.huizong.aggregation.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.huizong.aggregation.generation.GenerationFiles.Relation;

/** Which of two instances has the newer files is told by their editions, and nothing else. */
class GenerationFilesTest {

    private final GenerationFiles files = new GenerationFiles("tree", 3, "catalog", 5, 2);

    @Test
    void the_same_files_are_the_same() {
        assertThat(files.to(new GenerationFiles("tree", 3, "catalog", 5, 2))).isEqualTo(Relation.SAME);
    }

    @Test
    void one_newer_file_makes_them_newer_and_the_others_older() {
        for (GenerationFiles newer : new GenerationFiles[] {
            new GenerationFiles("other tree", 4, "catalog", 5, 2),
            new GenerationFiles("tree", 3, "other catalog", 6, 2),
            new GenerationFiles("other tree", 9, "other catalog", 9, 2),
            new GenerationFiles("tree", 3, "catalog", 5, 3),
            // Only the first line is another.
            new GenerationFiles("tree", 4, "catalog", 5, 2)
        }) {
            assertThat(newer.to(files)).as("%s", newer).isEqualTo(Relation.NEWER);
            assertThat(files.to(newer)).as("%s", newer).isEqualTo(Relation.OLDER);
        }
    }

    @Test
    void other_content_of_the_same_edition_is_a_conflict() {
        GenerationFiles other = new GenerationFiles("other tree", 3, "catalog", 5, 2);

        assertThat(files.to(other)).isEqualTo(Relation.CONFLICTING);
        assertThat(other.to(files)).isEqualTo(Relation.CONFLICTING);
        assertThat(new GenerationFiles("other tree", 3, "other catalog", 6, 2).to(files))
                .as("and stays one if another file is newer")
                .isEqualTo(Relation.CONFLICTING);
    }

    @Test
    void one_newer_and_another_older_is_a_conflict() {
        assertThat(new GenerationFiles("other tree", 4, "other catalog", 4, 2).to(files))
                .isEqualTo(Relation.CONFLICTING);
        assertThat(new GenerationFiles("other tree", 4, "catalog", 5, 1).to(files))
                .isEqualTo(Relation.CONFLICTING);
    }

    @Test
    void what_the_version_before_left_is_older_than_any_edition() {
        GenerationFiles before = GenerationFiles.stored("tree", null, "catalog", null, null);

        assertThat(files.to(before)).isEqualTo(Relation.NEWER);
        assertThat(before.to(files)).isEqualTo(Relation.OLDER);
    }

    @Test
    void the_short_name_differs_where_files_or_rules_do() {
        assertThat(files.shortName()).matches("[0-9a-f]{8}");
        assertThat(files.shortName())
                .isEqualTo(new GenerationFiles("tree", 3, "catalog", 5, 2).shortName())
                .isNotEqualTo(new GenerationFiles("other tree", 3, "catalog", 5, 2).shortName())
                .isNotEqualTo(new GenerationFiles("tree", 3, "other catalog", 5, 2).shortName())
                .isNotEqualTo(new GenerationFiles("tree", 3, "catalog", 5, 3).shortName());
    }
}
