package io.huizong.aggregation.dashboard;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Every text of the dashboard is there in Chinese and in English, and every text that is there is used. */
class MessagesTest {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LITERAL = Pattern.compile("['\"]([a-z]+(?:\\.\\w+)*\\.?)['\"]");
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\btext\\((?:\\w+ \\? )?|\\bmark\\('\\w+', |data-text=)['\"]([a-z]+(?:\\.\\w+)*\\.?)['\"]");
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final JsonNode messages = messages();

    @Test
    void every_text_is_there_in_both_languages() {
        messages.properties()
                .forEach(message -> assertThat(LANGUAGES).as(message.getKey()).allSatisfy(language -> assertThat(
                                forms(message.getValue().path(language)))
                        .isNotEmpty()
                        .noneMatch(String::isBlank)));
    }

    @Test
    void a_text_has_the_same_parameters_in_both_languages() {
        messages.properties().forEach(message -> {
            for (String form : forms(message.getValue().path("en"))) {
                assertThat(parameters(form))
                        .as(message.getKey())
                        .isEqualTo(
                                parameters(forms(message.getValue().path("zh")).get(0)));
            }
        });
    }

    @Test
    void every_text_that_is_asked_for_is_there() throws IOException {
        assertThat(found(ASKED)).isNotEmpty().allSatisfy(key -> assertThat(keys())
                .as(key)
                .anyMatch(there -> key.endsWith(".") ? there.startsWith(key) : there.equals(key)));
    }

    @Test
    void every_text_that_is_there_is_used() throws IOException {
        Set<String> used = found(LITERAL);
        assertThat(keys()).allSatisfy(key -> assertThat(used)
                .as(key)
                .anyMatch(name -> name.endsWith(".") ? key.startsWith(name) : key.equals(name) || isPartOf(key, name)));
    }

    /** A mark has its explanation, a gate its title and its sentence. */
    private static boolean isPartOf(String key, String name) {
        return Set.of(name + ".why", name + ".title", name + ".what").contains(key);
    }

    private static JsonNode messages() {
        try {
            return new ObjectMapper()
                    .readTree(PAGE.resolve("dashboard/messages.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        messages.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> forms(JsonNode text) {
        if (text.isTextual()) {
            return List.of(text.textValue());
        }
        return text.properties().stream()
                .map(form -> form.getValue().textValue())
                .toList();
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGE)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(js|html)"))
                    .toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
