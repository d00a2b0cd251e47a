package io.huizong.aggregation.rollup;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Tally;

/**
 * The cells of a rollup as one column stores them: {@code {"mediation.mediators":{"own":[12,1,0],"sub":[210,3,1]}}}.
 * A tally is [value, contributors, approximate], or for a rate [numerator, denominator, contributors, estimated,
 * approximate]; an absent one is left out. Equal cells give equal text.
 */
final class CellsJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String OWN = "own";
    private static final String SUBORDINATES = "sub";
    /** A number with so many digits always fits into a long. */
    private static final int LONG_DIGITS = 18;

    private CellsJson() {}

    static String write(Map<String, Cell> cells) {
        StringWriter text = new StringWriter(cells.size() * 64);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            String[] codes = cells.keySet().toArray(String[]::new);
            Arrays.sort(codes);
            for (String code : codes) {
                Cell cell = cells.get(code);
                out.writeObjectFieldStart(code);
                write(out, OWN, cell.own());
                write(out, SUBORDINATES, cell.subordinates());
                out.writeEndObject();
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, String name, Tally tally) throws IOException {
        if (!tally.isPresent()) {
            return;
        }
        boolean pair = tally.denominator().signum() != 0 || tally.estimated() != 0;
        out.writeArrayFieldStart(name);
        write(out, tally.value());
        if (pair) {
            write(out, tally.denominator());
        }
        out.writeNumber(tally.contributors());
        if (pair) {
            out.writeNumber(tally.estimated());
        }
        out.writeNumber(tally.approximate());
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, BigDecimal value) throws IOException {
        if (value.scale() == 0 && value.precision() <= LONG_DIGITS) {
            out.writeNumber(value.longValue());
        } else {
            out.writeNumber((value.scale() > 0 ? value.stripTrailingZeros() : value).toPlainString());
        }
    }

    static Map<String, Cell> read(String text) {
        Map<String, Cell> cells = new HashMap<>();
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            for (String code = in.nextFieldName(); code != null; code = in.nextFieldName()) {
                cells.put(code, cell(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    /** Only the cells of those indicators, found in the text: parsing all of it would take many times as long. */
    static Map<String, Cell> read(String text, Collection<String> codes) {
        Map<String, Cell> cells = new HashMap<>();
        for (String code : codes) {
            String name = '"' + code + "\":";
            int begin = text.indexOf(name);
            if (begin >= 0) {
                int end = text.indexOf('}', begin);
                try (JsonParser in = JSON.createParser(text.substring(begin + name.length(), end + 1))) {
                    cells.put(code, cell(in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return cells;
    }

    private static Cell cell(JsonParser in) throws IOException {
        Tally own = Tally.NONE;
        Tally subordinates = Tally.NONE;
        in.nextToken();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (name.equals(OWN)) {
                own = tally(in);
            } else {
                subordinates = tally(in);
            }
        }
        return new Cell(own, subordinates);
    }

    private static Tally tally(JsonParser in) throws IOException {
        in.nextToken();
        List<BigDecimal> numbers = new ArrayList<>(5);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            boolean isLong = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            numbers.add(isLong ? BigDecimal.valueOf(in.getLongValue()) : in.getDecimalValue());
        }
        if (numbers.size() == 3) {
            return new Tally(numbers.get(0), BigDecimal.ZERO, count(numbers, 1), 0, count(numbers, 2));
        }
        return new Tally(numbers.get(0), numbers.get(1), count(numbers, 2), count(numbers, 3), count(numbers, 4));
    }

    private static int count(List<BigDecimal> numbers, int index) {
        return numbers.get(index).intValueExact();
    }
}
