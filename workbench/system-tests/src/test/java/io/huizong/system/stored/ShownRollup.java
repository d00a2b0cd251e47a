package io.huizong.system.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.system.history.Place;
import io.huizong.system.instances.AggregationInstance;

/** The cells that {@code GET /rollups} shows, by indicator and the name of each number; null is no number. */
public final class ShownRollup {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ShownRollup() {}

    /** The answer of an instance as it is. */
    public static byte[] fetch(AggregationInstance instance, String token, Place place)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = instance.get("/rollups/" + place, token);
        assertThat(answer.statusCode())
                .as("answer of %s for %s", instance, place)
                .isEqualTo(200);
        return answer.body();
    }

    /** The version that a rollup says it has. */
    public static long version(byte[] answer) throws IOException {
        return JSON.readTree(answer).path("version").longValue();
    }

    /** Everything that a rollup says, but of which generation it is. */
    public static JsonNode withoutGeneration(byte[] answer) throws IOException {
        ObjectNode rollup = (ObjectNode) JSON.readTree(answer);
        rollup.remove("generation");
        return rollup;
    }

    /** The numbers of a rollup. */
    public static Map<String, Map<String, BigDecimal>> cells(byte[] answer) throws IOException {
        JsonNode rollup = JSON.readTree(answer);
        Map<String, Map<String, BigDecimal>> cells = new HashMap<>();
        rollup.path("indicators").properties().forEach(cell -> cells.put(cell.getKey(), numbers(cell.getValue())));
        return cells;
    }

    private static Map<String, BigDecimal> numbers(JsonNode cell) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        cell.properties()
                .forEach(number -> numbers.put(
                        number.getKey(),
                        number.getValue().isNull()
                                ? null
                                : number.getValue().decimalValue().stripTrailingZeros()));
        return numbers;
    }
}
