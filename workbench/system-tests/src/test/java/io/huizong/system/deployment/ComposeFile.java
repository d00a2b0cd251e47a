package io.huizong.system.deployment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, its anchors and merges resolved. */
final class ComposeFile {

    static final Path FOLDER = Path.of("../..");
    static final List<String> OURS = List.of("report-intake", "aggregation-service");

    private static final Path FILE = FOLDER.resolve("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");

    private final Map<String, Object> content;

    private ComposeFile(Map<String, Object> content) {
        this.content = content;
    }

    static ComposeFile read() throws IOException {
        try (Reader text = Files.newBufferedReader(FILE)) {
            return new ComposeFile(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
        }
    }

    /** The names of all services. */
    Collection<String> services() {
        return map(content.get("services")).keySet();
    }

    /** A service, by name. */
    Map<String, Object> service(String name) {
        return map(map(content.get("services")).get(name));
    }

    /** What stands at the top under that name, such as {@code volumes}. */
    Map<String, Object> section(String name) {
        return map(content.get(name));
    }

    /** The environment of a service, variables replaced by their defaults. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        map(service(service).get("environment"))
                .forEach((name, value) -> environment.put(name, withDefaults(value.toString())));
        return environment;
    }

    /** The defaults of all variables that can be set, by name. */
    static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        VARIABLE.matcher(Files.readString(FILE))
                .results()
                .forEach(variable -> variables.put(variable.group(1), String.valueOf(variable.group(2))));
        return variables;
    }

    private static String withDefaults(String value) {
        return VARIABLE.matcher(value).replaceAll(variable -> Matcher.quoteReplacement(variable.group(2)));
    }

    /** A YAML mapping; one that is empty or missing is an empty map. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object mapping) {
        return mapping == null ? Map.of() : (Map<String, Object>) mapping;
    }

    /** A YAML sequence of scalars; one that is missing is an empty list. */
    @SuppressWarnings("unchecked")
    static List<String> list(Object sequence) {
        return sequence == null
                ? List.of()
                : ((List<Object>) sequence).stream().map(Object::toString).toList();
    }
}
