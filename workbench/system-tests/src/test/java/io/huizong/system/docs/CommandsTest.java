package io.huizong.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the documents is run by a check or cannot be here: a comment on the line before its block says
 * {@code run by <check>}, {@code needs Docker} (or {@code a cluster}), {@code only measures} or, of
 * builds, {@code read by CommandsTest}.
 */
class CommandsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern RUN = Pattern.compile("run by ([\\w./]+)");
    private static final Pattern MARK = Pattern.compile(
            "run by [\\w./]+|needs (?:Docker|a cluster)(?:; its scripts are run by \\w+)?|read by CommandsTest|only measures");
    private static final Pattern MODULE = Pattern.compile("-pl ([\\w/-]+)");
    private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("-D((?!it\\.test)[a-z]+\\.[a-z.]+)");

    static List<FencedBlock> commands() throws IOException {
        return FencedBlock.commands();
    }

    static List<Path> documents() throws IOException {
        return FencedBlock.documents();
    }

    @Test
    void there_are_commands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_block_of_commands_says_what_runs_it(FencedBlock block) throws IOException {
        assertThat(block.mark()).as("the comment before %s", block).matches(MARK);
        for (String check : found(RUN, block.mark())) {
            if (check.equals(".ci/run")) {
                assertThat(Files.readString(ROOT.resolve(check))).contains(firstWord(block.text()));
            } else {
                assertThat(source(check)).as("source of %s", check).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_build_is_read_only_if_it_is_one(FencedBlock block) {
        if (block.mark().startsWith("read by")) {
            assertThat(block.text().lines()).allMatch(line -> line.startsWith("mvn "));
        }
    }

    /** Also those in the midst of a sentence. */
    @ParameterizedTest
    @MethodSource("documents")
    void modules_tests_and_properties_of_builds_are_there(Path document) throws IOException {
        String text = Files.readString(document);

        assertThat(found(MODULE, text))
                .allSatisfy(module ->
                        assertThat(ROOT.resolve(module).resolve("pom.xml")).exists());
        assertThat(found(TEST, text))
                .allSatisfy(test -> assertThat(source(test)).exists());
        List<String> properties = found(PROPERTY, text).stream()
                .filter(name -> !name.startsWith("surefire."))
                .toList();
        String sources = properties.isEmpty() ? "" : allTests();
        assertThat(properties).allSatisfy(name -> assertThat(sources).contains("\"" + name + "\""));
    }

    private static String firstWord(String text) {
        return text.strip().split("\\s+")[0];
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(whole -> pattern.matcher(whole).replaceAll("$1"))
                .toList();
    }

    private static Path source(String test) throws IOException {
        try (Stream<Path> files = tests()) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElse(Path.of(test));
        }
    }

    private static String allTests() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = tests()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    private static Stream<Path> tests() {
        return Stream.of("report-contract", "report-intake", "aggregation-service", "workbench/system-tests")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(CommandsTest::javaFiles);
    }

    private static Stream<Path> javaFiles(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
