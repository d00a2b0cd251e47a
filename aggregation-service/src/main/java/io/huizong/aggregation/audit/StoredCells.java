package io.huizong.aggregation.audit;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The cells of a stored rollup, read apart from the code that writes them. */
final class StoredCells {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);
    private static final String OWN = "own";
    private static final String SUBORDINATES = "sub";

    private final Map<String, Amount> own = new TreeMap<>();
    private final Map<String, Amount> subordinates = new TreeMap<>();

    /** @throws IOException if the text is not what a rollup's cells look like */
    static StoredCells read(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!json.isObject()) {
            throw new IOException("no JSON object");
        }
        StoredCells cells = new StoredCells();
        for (Map.Entry<String, JsonNode> cell : json.properties()) {
            put(cells.own, cell.getKey(), cell.getValue().path(OWN));
            put(cells.subordinates, cell.getKey(), cell.getValue().path(SUBORDINATES));
        }
        return cells;
    }

    private static void put(Map<String, Amount> amounts, String indicator, JsonNode numbers) throws IOException {
        if (!numbers.isMissingNode()) {
            amounts.put(indicator, amount(numbers));
        }
    }

    private static Amount amount(JsonNode numbers) throws IOException {
        for (JsonNode number : numbers) {
            if (!number.isNumber()) {
                throw new IOException(number + " is no number");
            }
        }
        return switch (numbers.size()) {
            case 3 ->
                new Amount(
                        numbers.get(0).decimalValue(),
                        null,
                        numbers.get(1).intValue(),
                        0,
                        numbers.get(2).intValue());
            case 5 ->
                new Amount(
                        numbers.get(0).decimalValue(),
                        numbers.get(1).decimalValue(),
                        numbers.get(2).intValue(),
                        numbers.get(3).intValue(),
                        numbers.get(4).intValue());
            default -> throw new IOException("%s is neither three nor five numbers".formatted(numbers));
        };
    }

    /** The indicators that it has any amount of. */
    Set<String> indicators() {
        Set<String> indicators = new TreeSet<>(own.keySet());
        indicators.addAll(subordinates.keySet());
        return indicators;
    }

    Amount own(String indicator) {
        return own.get(indicator);
    }

    Amount subordinates(String indicator) {
        return subordinates.get(indicator);
    }
}
