package io.huizong.intake.submission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Whether a report may be accepted, by other code than the service's, on the same two data files. */
final class IndependentCheck {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> MEMBERS = Set.of(
            "jurisdiction",
            "period",
            "scope",
            "expectedRevision",
            "figures",
            "statedRates",
            "additionalFigures",
            "source",
            "remarks");
    private static final int MAX_BYTES = 256 * 1024;
    private static final BigDecimal MAX_VALUE = BigDecimal.TEN.pow(15);

    private final Map<String, String> kinds = columns("indicators.csv", false);
    private final Map<String, String> jurisdictions = columns("divisions.csv.gz", true);

    private static Map<String, String> columns(String file, boolean packed) {
        Map<String, String> columns = new HashMap<>();
        try (var raw = IndependentCheck.class.getResourceAsStream("/io/huizong/contract/" + file);
                var in = packed ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            // Above the rows stand the edition and the heading.
            lines.lines().skip(2).map(line -> line.split(",", -1)).forEach(row -> columns.put(row[0], row[1]));
            return columns;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The place of a report, a code and a period. Throws an AssertionError if the report should have been refused. */
    String acceptedPlace(byte[] body) {
        isTrue(body.length <= MAX_BYTES, "length");
        try {
            return check(JSON.readTree(new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")));
        } catch (IOException e) {
            throw new AssertionError("accepted, but is no JSON", e);
        }
    }

    /** The place of the report that a row of a table says. Throws an AssertionError if that should have been refused. */
    String acceptedPlace(List<String> header, List<String> row) {
        isTrue(row.size() == header.size(), "cells");
        isTrue(header.size() == new HashSet<>(header).size(), "columns");
        ObjectNode report = JSON.createObjectNode();
        ObjectNode figures = report.putObject("figures");
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            String cell = row.get(column);
            if (cell.isEmpty()) {
                continue;
            }
            if (List.of("jurisdiction", "period", "scope").contains(name)) {
                report.put(name, cell);
            } else if ("RATE".equals(kinds.get(name))) {
                report.withObjectProperty("statedRates").set(name, number(cell));
            } else if (name.endsWith(":qualifier")) {
                figures.withObjectProperty(name.replace(":qualifier", "")).put("qualifier", cell);
            } else {
                figures.withObjectProperty(name).set("value", number(cell));
            }
        }
        return check(report);
    }

    private static JsonNode number(String cell) {
        try {
            return DecimalNode.valueOf(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(cell);
        }
    }

    private String check(JsonNode report) {
        isTrue(report.isObject(), "object");
        report.fieldNames().forEachRemaining(name -> isTrue(MEMBERS.contains(name), name));
        String code = known(report.path("jurisdiction").textValue());
        isTrue(code != null, "jurisdiction");
        String period = report.path("period").textValue();
        isTrue(
                period != null && period.matches("(19(49|[5-9][0-9])|[2-9][0-9]{3})(-H[12]|-Q[1-4]|-0[1-9]|-1[0-2])?"),
                "period");
        isTrue(!firstDay(period).isAfter(LocalDate.now(ZoneId.of("Asia/Shanghai"))), "begun");
        isTrue(report.path("figures").isObject() && report.get("figures").size() <= 500, "figures");
        report.get("figures").properties().forEach(figure -> checkFigure(figure.getKey(), figure.getValue()));
        report.path("statedRates").properties().forEach(rate -> {
            isTrue("RATE".equals(kinds.get(rate.getKey())), rate.getKey());
            isBetween(rate.getValue(), BigDecimal.ZERO, BigDecimal.valueOf(200), 4);
        });
        for (JsonNode figure : report.path("additionalFigures")) {
            isTrue(!figure.path("label").asText().isBlank(), "label");
            isBetween(figure.path("value"), MAX_VALUE.negate(), MAX_VALUE, 6);
        }
        isTrue(!report.has("scope") || report.get("scope").asText().matches("WHOLE_AREA|OWN_LEVEL"), "scope");
        if (report.has("expectedRevision")) {
            isBetween(report.get("expectedRevision"), BigDecimal.ZERO, BigDecimal.valueOf(Integer.MAX_VALUE), 0);
        }
        isTrue(report.path("source").path("title").asText().codePoints().count() <= 4000, "title");
        isTrue(!report.has("remarks") || report.get("remarks").isTextual(), "remarks");
        isTrue(report.toString().codePoints().noneMatch(IndependentCheck::isHalf), "half a character");
        isPart(report.get("figures"), "mediation.cases_succeeded", "mediation.cases_mediated");
        isPart(report.get("figures"), "reconsideration.corrected", "reconsideration.concluded");
        isPart(report.get("figures"), "litigation.losses", "litigation.concluded");
        return code + "/" + period;
    }

    private static LocalDate firstDay(String period) {
        LocalDate year = LocalDate.of(Integer.parseInt(period.substring(0, 4)), 1, 1);
        String part = period.substring(4);
        int months = part.isEmpty() ? 1 : Integer.parseInt(part.replaceAll("[-HQ]", ""));
        return year.plusMonths((months - 1) * (part.contains("H") ? 6L : part.contains("Q") ? 3L : 1L));
    }

    private void checkFigure(String code, JsonNode figure) {
        String kind = kinds.getOrDefault(code, "none");
        isTrue(Set.of("COUNT", "STOCK", "AMOUNT", "LOCAL").contains(kind), code);
        isTrue(
                !figure.has("qualifier") || figure.get("qualifier").asText().matches("EXACT|AT_LEAST|ABOUT"),
                "qualifier");
        isBetween(
                figure.isObject() ? figure.path("value") : figure,
                BigDecimal.ZERO,
                MAX_VALUE,
                kind.equals("AMOUNT") ? 2 : 0);
    }

    private static void isPart(JsonNode figures, String part, String whole) {
        JsonNode small = exact(figures.path(part));
        JsonNode large = exact(figures.path(whole));
        if (small.isNumber() && large.isNumber()) {
            isTrue(small.decimalValue().compareTo(large.decimalValue()) <= 0, part);
        }
    }

    private static JsonNode exact(JsonNode figure) {
        return figure.isObject() && figure.path("qualifier").asText("EXACT").equals("EXACT")
                ? figure.path("value")
                : figure;
    }

    /** Without padding; null if there is none of that code. */
    private String known(String code) {
        for (String unpadded = code; unpadded != null; ) {
            if (jurisdictions.containsKey(unpadded)) {
                return unpadded;
            }
            unpadded = unpadded.length() % 3 == 0 && unpadded.length() > 6 && unpadded.endsWith("000")
                    ? unpadded.substring(0, unpadded.length() - 3)
                    : unpadded.length() <= 6 && unpadded.endsWith("00")
                            ? unpadded.substring(0, unpadded.length() - 2)
                            : null;
        }
        return null;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static void isBetween(JsonNode number, BigDecimal least, BigDecimal most, int decimals) {
        isTrue(number.isNumber(), number.toString());
        BigDecimal value = number.decimalValue();
        isTrue(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, "range");
        isTrue(value.signum() == 0 || value.stripTrailingZeros().scale() <= decimals, "decimals");
    }

    private static void isTrue(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("accepted, but breaks a rule: " + what);
        }
    }
}
