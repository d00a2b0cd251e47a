package io.huizong.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the documents to a file of the repository leads to one. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        return FencedBlock.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_to_files(Path document) throws IOException {
        List<Path> files = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> document.resolveSibling(link.group(1)))
                .toList();

        assertThat(files).allSatisfy(file -> assertThat(file).exists());
    }
}
