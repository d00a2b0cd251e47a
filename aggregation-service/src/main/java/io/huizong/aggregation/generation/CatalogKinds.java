package io.huizong.aggregation.generation;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;

/**
 * The kinds of the catalog's indicators, kept with each generation: a code that was reported cannot become one that is
 * derived, or the reverse, as reports would then give figures of something that has none.
 */
@ApplicationScoped
class CatalogKinds {

    private final IndicatorCatalog catalog;
    private final ObjectMapper json;

    CatalogKinds(IndicatorCatalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    String json() {
        Map<String, IndicatorKind> kinds = new TreeMap<>();
        catalog.all().forEach(indicator -> kinds.put(indicator.code(), indicator.kind()));
        try {
            return json.writeValueAsString(kinds);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks that the catalog can follow another.
     *
     * @param stored the kinds of the other; null if they are not known
     * @throws ConfigurationException that names each line that keeps it from that
     */
    void checkAgainst(String stored) {
        if (stored == null) {
            return;
        }
        Map<String, IndicatorKind> before = read(stored);
        List<String> problems = catalog.all().stream()
                .filter(indicator -> before.containsKey(indicator.code())
                        && before.get(indicator.code()).isReported()
                                != indicator.kind().isReported())
                .map(indicator -> problem(indicator, before.get(indicator.code())))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException("The indicator catalog cannot follow that of the serving generation:\n  "
                    + String.join("\n  ", problems));
        }
    }

    private String problem(Indicator indicator, IndicatorKind before) {
        return "line %d: %s is of kind %s, and was of kind %s: give it another code"
                .formatted(catalog.lineOf(indicator.code()), indicator.code(), indicator.kind(), before);
    }

    private Map<String, IndicatorKind> read(String stored) {
        try {
            return json.readValue(stored, new TypeReference<Map<String, IndicatorKind>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigurationException contradiction(GenerationFiles ours, GenerationFiles serving) {
        return new ConfigurationException(
                "The files of this instance contradict those of the serving generation. It has the %s; this instance has the %s. A file with other content needs a higher edition in its first line, and none may be older"
                        .formatted(serving, ours));
    }
}
