package io.huizong.aggregation.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The cells of a rollup, by indicator.
 *
 * @param own what the own report gives
 * @param subordinates the sums from directly below
 */
record Cells(Map<String, Amount> own, Map<String, Amount> subordinates) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    /**
     * Reads stored cells, apart from the code that writes them.
     *
     * @throws IOException if the text is not what a rollup's cells look like
     */
    static Cells read(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!json.isObject()) {
            throw new IOException("no JSON object");
        }
        Cells cells = new Cells(new HashMap<>(), new HashMap<>());
        for (Map.Entry<String, JsonNode> cell : json.properties()) {
            put(cells.own, cell.getKey(), cell.getValue().path("own"));
            put(cells.subordinates, cell.getKey(), cell.getValue().path("sub"));
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

    /** The indicators that it has any amount of, in order. */
    Set<String> indicators() {
        Set<String> indicators = new TreeSet<>(own.keySet());
        indicators.addAll(subordinates.keySet());
        return indicators;
    }

    /** Compares the expected cells, which these are, with those found. */
    void compare(Cells found, ExpectedRollup.Differences differences) {
        Set<String> indicators = indicators();
        indicators.addAll(found.indicators());
        for (String indicator : indicators) {
            compare(indicator, "own", own, found.own, differences);
            compare(indicator, "subordinates", subordinates, found.subordinates, differences);
        }
    }

    private static void compare(
            String indicator,
            String field,
            Map<String, Amount> expected,
            Map<String, Amount> found,
            ExpectedRollup.Differences differences) {
        if (!Amount.same(expected.get(indicator), found.get(indicator))) {
            differences.add(indicator, field, expected.get(indicator), found.get(indicator));
        }
    }
}
