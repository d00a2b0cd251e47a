package io.huizong.system.deployment;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.jwt.config.Names;

import io.huizong.local.service.PackagedService;

/**
 * The settings that a service reads when it runs: those of its own sources, of the Quarkus extensions that are packaged with
 * it, of Kafka's clients and of MicroProfile JWT.
 */
final class KnownSettings {

    private static final String QUARKUS_SETTINGS = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MAPPED = Pattern.compile("(?m)^    [\\w<>\\[\\]]+ (\\w+)\\(\\);$");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");

    private final Set<String> names = new HashSet<>(Set.of("smallrye.config.locations"));
    private final Set<Pattern> variables;

    private KnownSettings(String service) throws IOException, IllegalAccessException {
        addOurs(ComposeFile.FOLDER.resolve(service).resolve("src/main/resources/application.properties"));
        addSources(ComposeFile.FOLDER.resolve(service).resolve("src/main/java"));
        addSources(ComposeFile.FOLDER.resolve("service-commons/src/main/java"));
        addQuarkus(
                PackagedService.application(ComposeFile.FOLDER.resolve(service)).resolve("lib/main"));
        Stream.of(ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
                .forEach(clients -> clients.forEach(name -> names.add("kafka." + name)));
        for (Field field : Names.class.getFields()) {
            names.add((String) field.get(null));
        }
        variables = names.stream().map(KnownSettings::variable).collect(toSet());
    }

    static KnownSettings of(String service) throws IOException, IllegalAccessException {
        return new KnownSettings(service);
    }

    /** Whether the service reads the environment variable when it runs. */
    boolean has(String variable) {
        return variables.stream().anyMatch(known -> known.matcher(variable).matches());
    }

    private void addOurs(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        names.addAll(properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("huizong.") || name.startsWith("mp."))
                .toList());
    }

    private void addSources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                addSource(Files.readString(file));
            }
        }
    }

    private void addSource(String text) {
        INJECTED.matcher(text).results().map(name -> name.group(1)).forEach(names::add);
        MAPPING.matcher(text).results().map(prefix -> prefix.group(1)).forEach(prefix -> MAPPED.matcher(text)
                .results()
                .map(KnownSettings::kebab)
                .forEach(name -> names.add(prefix + "." + name)));
    }

    private static String kebab(MatchResult method) {
        return method.group(1).replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private void addQuarkus(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : (Iterable<Path>) jars::iterator) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    ZipEntry settings = zip.getEntry(QUARKUS_SETTINGS);
                    if (settings != null) {
                        addModel(zip, settings);
                    }
                }
            }
        }
    }

    private void addModel(ZipFile zip, ZipEntry settings) throws IOException {
        try (InputStream in = zip.getInputStream(settings)) {
            for (JsonNode setting : new ObjectMapper().readTree(in).findParents("phase")) {
                if (setting.path("phase").asText().equals("RUN_TIME")) {
                    List<JsonNode> paths = setting.findValues("property");
                    paths.forEach(path -> names.add(path.asText()));
                }
            }
        }
    }

    // As MicroProfile Config maps names; what stands in quotes is a key that the user chooses.
    private static Pattern variable(String name) {
        String[] parts = name.split("\"[^\"]*\"", -1);
        return Pattern.compile(Stream.of(parts)
                .map(part -> part.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .reduce((left, right) -> left + "_[A-Z0-9_]+_" + right)
                .orElseThrow());
    }
}
